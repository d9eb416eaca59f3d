// What an author is writing: shown at once, kept on this machine, saved on the server a moment later; nothing typed is ever lost.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call, Refusal } from '../../api.ts';

export type EditorPage = Answer<'GET /api/clause-desk/:clauseId'>;

export interface Words {
  readonly text: string;
  readonly startsOn: string;
  readonly document: string;
  readonly reason: string;
}

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'conflict';

export interface Writing extends Words {
  /** The published version it was written from. */
  readonly base: number;
  readonly change: (given: Partial<Words>) => void;
  readonly state: SaveState;
  /** Something typed before and not saved then is on the screen again. */
  readonly restored: boolean;
  /** There is a draft: on the server, or here. */
  readonly drafted: boolean;
  readonly resolve: (keep: 'mine' | 'theirs') => Promise<void>;
  readonly giveUp: () => Promise<void>;
  /** After the words were proposed: the draft is gone on the server too. */
  readonly forget: () => void;
}

interface Stored extends Words {
  readonly base: number;
  readonly version: number;
}

/** Stillness after which what was typed is saved. */
const stillMs = 700;
const retryMs = 5_000;

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && 'text' in value && 'version' in value && 'base' in value;

function stored(key: string): Stored | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isStored(found) ? found : null;
  } catch {
    return null;
  }
}

function store(key: string, words: Stored | null): void {
  try {
    if (words === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(words));
  } catch {
    // a browser without storage: what is typed lives until the page is closed
  }
}

const publishedOf = (page: EditorPage): Stored => ({
  ...{ text: page.text, startsOn: page.startsOn, document: '', reason: '', base: page.base, version: 0 },
});

const draftOf = (page: EditorPage): Stored | null => page.draft;

export function useWriting(
  accountId: string,
  page: EditorPage,
  reload: () => Promise<EditorPage | undefined>,
): Writing {
  const key = `bihuan.clause.${accountId}.${page.clauseId}`;
  const [kept] = useState(() => stored(key));
  const [words, setWords] = useState<Stored>(() => kept ?? draftOf(page) ?? publishedOf(page));
  const [state, setState] = useState<SaveState>(kept ? 'waiting' : draftOf(page) ? 'saved' : 'idle');
  const latest = useRef(words);
  latest.current = words;
  const { clauseId } = page;

  const take = useCallback(
    (next: Stored, now: SaveState): void => {
      latest.current = next;
      setWords(next);
      setState(now);
      store(key, now === 'waiting' ? next : null);
    },
    [key],
  );

  const save = useCallback(async (): Promise<void> => {
    const sent = latest.current;
    setState('saving');
    try {
      const { version } = await call('PUT /api/clause-desk/:clauseId/draft', {
        params: { clauseId },
        body: sent,
      });
      const now = latest.current;
      const isSame = (['text', 'startsOn', 'document', 'reason'] as const).every(
        (name) => now[name] === sent[name],
      );
      take({ ...now, version }, isSame ? 'saved' : 'waiting');
    } catch (cause) {
      const status = cause instanceof Refusal ? cause.status : 0;
      setState(status === 409 ? 'conflict' : status === 401 ? 'signedOut' : 'offline');
    }
  }, [clauseId, take]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new word starts the wait anew
  useEffect(() => {
    if (state !== 'waiting' && state !== 'offline') return;
    const timer = setTimeout(() => void save(), state === 'waiting' ? stillMs : retryMs);
    return () => clearTimeout(timer);
  }, [words, state, save]);

  const resolve = async (keep: 'mine' | 'theirs'): Promise<void> => {
    const theirs = (await reload())?.draft;
    if (!theirs) return;
    if (keep === 'theirs') take(theirs, 'saved');
    else take({ ...latest.current, version: theirs.version }, 'waiting');
  };
  const giveUp = async (): Promise<void> => {
    await call('DELETE /api/clause-desk/:clauseId/draft', { params: { clauseId } });
    const fresh = await reload();
    take(publishedOf(fresh ?? page), 'idle');
  };
  return {
    ...words,
    change: (given) => take({ ...latest.current, ...given }, state === 'conflict' ? 'conflict' : 'waiting'),
    state,
    restored: kept !== null,
    drafted: state !== 'idle',
    resolve,
    giveUp,
    forget: () => {
      store(key, null);
      setState('idle');
    },
  };
}
