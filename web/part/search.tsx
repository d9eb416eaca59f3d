// Search over everything, from anywhere with Ctrl K: one field, results by arrow keys.
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { SearchHit } from '../api.ts';
import { useAsk, useWhen } from '../ask.ts';
import { wide } from '../text/format.ts';
import { useText } from '../text/language.tsx';
import { SearchIcon } from './icon.tsx';

function useOpenWithKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [open]);
}

function useGoTo(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return (hit) => {
    const plan = hit.plan === null ? {} : { plan: hit.plan };
    if (hit.kind === 'commitment')
      void navigate({ to: '/commitments/$commitmentId', params: { commitmentId: hit.id }, search: plan });
    else if (hit.kind === 'document')
      void navigate({ to: '/documents/$documentId', params: { documentId: hit.id } });
    else void navigate({ to: '/tasks', search: { ...plan, kind: 'all', unit: hit.title } });
  };
}

function Results({ close }: { readonly close: () => void }): ReactNode {
  const t = useText();
  const go = useGoTo();
  const { plan, asOf, knownOn } = useWhen();
  const [typed, type] = useState('');
  const words = useDeferredValue(typed.trim());
  const found = useAsk(
    'GET /api/search',
    {
      query: {
        words,
        ...(plan ? { plan } : {}),
        ...(asOf ? { asOf } : {}),
        ...(knownOn ? { knownOn } : {}),
      },
    },
    { enabled: words !== '', aside: true },
  );
  const hits = words === '' ? [] : (found.data?.hits ?? []);
  const keyed = hits.map((hit, at) => ({ ...hit, key: `${at}` }));
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      <SearchField autoFocus className="find-field">
        <Label className="hidden">{t.search.placeholder}</Label>
        <SearchIcon />
        <Input placeholder={t.search.placeholder} />
      </SearchField>
      <p className="hidden" aria-live="polite">
        {words !== '' && found.isSuccess && t.search.results(hits.length)}
      </p>
      <ListBox
        aria-label={t.search.open}
        className="find-list"
        items={keyed}
        renderEmptyState={() => (
          <p className="find-empty">
            {words === '' ? t.search.start : found.isSuccess ? t.search.empty : t.state.loading}
          </p>
        )}
        onAction={(key) => {
          const hit = hits[Number(key)];
          if (!hit) return;
          close();
          go(hit);
        }}
      >
        {(hit) => (
          <ListBoxItem id={hit.key} textValue={`${hit.title} ${hit.detail}`} className="find-hit">
            <span className="cut">{wide(hit.title)}</span>
            <span className="note cut">
              {t.search.kind[hit.kind]}
              {hit.detail !== '' && ` · ${hit.detail}`}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

export function Search(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  useOpenWithKey(() => setOpen(true));
  return (
    <>
      <button type="button" className="search-open" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <SearchIcon />
        <span>{t.search.open}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ModalOverlay className="veil" isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className="sheet">
          <Dialog aria-label={t.search.open}>
            <Results close={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
