// What is being typed: shown at once, kept on this machine, saved on the server a moment later; nothing typed is ever lost.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call, Refusal } from '../../api.ts';

export type FiguresPage = Answer<'GET /api/figures'>;
export type OwedRow = FiguresPage['rows'][number];
export type Finding = OwedRow['findings'][number];

export interface Typed {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  /** The version on the server that this text replaces. */
  readonly version: number;
}

export const cellOf = (row: Pick<Typed, 'commitmentId' | 'placeId' | 'period' | 'metric'>): string =>
  [row.commitmentId, row.placeId, row.period, row.metric].join('\t');

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'conflict';

/** Stillness after which what was typed is saved. */
const stillMs = 700;
const retryMs = 5_000;

type Texts = ReadonlyMap<string, Typed>;

const storageKey = (accountId: string): string => `bihuan.figures.${accountId}`;

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'metric' in value && 'version' in value && 'value' in value;

function storedTexts(accountId: string): Texts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(accountId)) ?? '[]');
    return new Map((Array.isArray(stored) ? stored : []).filter(isTyped).map((each) => [cellOf(each), each]));
  } catch {
    return new Map();
  }
}

function store(accountId: string, texts: Texts): void {
  try {
    if (texts.size === 0) localStorage.removeItem(storageKey(accountId));
    else localStorage.setItem(storageKey(accountId), JSON.stringify([...texts.values()]));
  } catch {
    // a browser without storage: what is typed lives until the page is closed, and the guard asks before that
  }
}

export interface Drafts {
  /** What stands in a row now: typed here, else saved on the server. */
  textOf(row: OwedRow): { readonly value: string; readonly statement: string };
  findingsOf(row: OwedRow): readonly Finding[];
  type(row: OwedRow, change: { readonly value?: string; readonly statement?: string }): void;
  /** Saves at once what is not saved; true where all is saved. */
  flush(): Promise<boolean>;
  readonly state: SaveState;
  readonly savedAt: string | null;
  readonly unsaved: number;
  readonly restored: number;
  /** Rows that somebody else changed meanwhile. */
  readonly conflicts: readonly OwedRow[];
  resolve(row: OwedRow, keep: 'mine' | 'theirs'): void;
}

const same = (a: Typed | undefined, b: Typed): boolean =>
  a !== undefined && a.value === b.value && a.statement === b.statement;

export function useDrafts(
  accountId: string,
  rows: readonly OwedRow[],
  reload: () => Promise<unknown>,
): Drafts {
  const [texts, setTexts] = useState<Texts>(() => storedTexts(accountId));
  const [restored] = useState(texts.size);
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const [findings, setFindings] = useState<ReadonlyMap<string, readonly Finding[]>>(new Map());
  const [shown, setShown] = useState<Texts>(new Map());
  const [state, setState] = useState<SaveState>(texts.size > 0 ? 'waiting' : 'idle');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latest = useRef(texts);
  const saving = useRef<Promise<boolean> | null>(null);
  latest.current = texts;
  // Beside the state: who presses "submit" while a save is under way saves again at once, before the next render.
  const known = useRef(versions);
  const learn = useCallback((more: readonly (readonly [string, number])[]): void => {
    known.current = new Map([...known.current, ...more]);
    setVersions(known.current);
  }, []);

  useEffect(() => store(accountId, texts), [accountId, texts]);

  const change = useCallback((next: Texts): void => {
    latest.current = next;
    setTexts(next);
  }, []);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    if (sent.size === 0) return true;
    setState('saving');
    try {
      const entries = [...sent.values()].map((typed) => {
        return { ...typed, version: Math.max(known.current.get(cellOf(typed)) ?? 0, typed.version) };
      });
      const answer = await call('PUT /api/figures/drafts', { body: { entries } });
      const left = new Map(latest.current);
      for (const [cell, typed] of sent) if (same(left.get(cell), typed)) left.delete(cell);
      learn(answer.saved.map((each) => [cellOf(each), each.version] as const));
      setFindings(
        (before) =>
          new Map([...before, ...answer.saved.map((each) => [cellOf(each), each.findings] as const)]),
      );
      setShown((before) => new Map([...before, ...sent]));
      change(left);
      setSavedAt(answer.savedAt);
      setState(left.size === 0 ? 'saved' : 'waiting');
      return left.size === 0;
    } catch (cause) {
      const status = cause instanceof Refusal ? cause.status : 0;
      if (status === 409) {
        await reload();
        setState('conflict');
      } else setState(status === 401 ? 'signedOut' : 'offline');
      return false;
    }
  }, [change, learn, reload]);

  const flush = useCallback(async (): Promise<boolean> => {
    while (saving.current) await saving.current;
    saving.current = saveOnce();
    const done = await saving.current;
    saving.current = null;
    return done;
  }, [saveOnce]);

  useEffect(() => {
    if (texts.size === 0 || state === 'conflict' || state === 'saving') return;
    const timer = setTimeout(() => void flush(), state === 'waiting' ? stillMs : retryMs);
    return () => clearTimeout(timer);
  }, [texts, state, flush]);

  const serverOf = (row: OwedRow) => ({
    value: row.draft?.value ?? row.submitted?.value ?? '',
    statement: row.draft?.statement ?? row.submitted?.statement ?? '',
  });
  const versionOf = (row: OwedRow): number =>
    Math.max(row.draft?.version ?? 0, versions.get(cellOf(row)) ?? 0);
  const textOf = (row: OwedRow) => {
    const cell = cellOf(row);
    const newer = (versions.get(cell) ?? 0) >= (row.draft?.version ?? 0) ? shown.get(cell) : undefined;
    return texts.get(cell) ?? newer ?? serverOf(row);
  };
  const put = (
    row: OwedRow,
    typed: Omit<Typed, 'commitmentId' | 'placeId' | 'period' | 'metric' | 'unit'>,
  ): void => {
    const { commitmentId, placeId, period, metric } = row;
    change(
      new Map([
        ...latest.current,
        [cellOf(row), { commitmentId, placeId, period, metric, unit: '', ...typed }],
      ]),
    );
    setState((before) => (before === 'conflict' || before === 'saving' ? before : 'waiting'));
  };
  const conflicts =
    state === 'conflict'
      ? rows.filter((row) => {
          const typed = texts.get(cellOf(row));
          const base = Math.max(typed?.version ?? 0, versions.get(cellOf(row)) ?? 0);
          return typed !== undefined && (row.draft?.version ?? 0) > base && row.draft?.value !== typed.value;
        })
      : [];

  return {
    textOf,
    findingsOf: (row) => (texts.has(cellOf(row)) ? [] : (findings.get(cellOf(row)) ?? row.findings)),
    type: (row, given) => {
      const now = textOf(row);
      const version = texts.get(cellOf(row))?.version ?? versionOf(row);
      put(row, { value: given.value ?? now.value, statement: given.statement ?? now.statement, version });
    },
    flush,
    state,
    savedAt,
    unsaved: texts.size,
    restored,
    conflicts,
    resolve: (row, keep) => {
      const cell = cellOf(row);
      const left = new Map(latest.current);
      const typed = left.get(cell);
      if (keep === 'theirs' || !typed) left.delete(cell);
      else left.set(cell, { ...typed, version: row.draft?.version ?? 0 });
      setShown((before) => new Map([...before].filter(([each]) => each !== cell)));
      learn([[cell, row.draft?.version ?? 0]]);
      change(left);
      if (conflicts.length <= 1) setState('waiting');
    },
  };
}
