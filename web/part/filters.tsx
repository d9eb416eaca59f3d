// Filters of a list: words, facets with their counts, verdicts; everything chosen stands in the address.
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { CommitmentList } from '../api.ts';
import { useWords } from '../ask.ts';
import type { Search } from '../router.tsx';
import { statusWord } from '../text/domain.ts';
import { wide } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { SearchIcon } from './icon.tsx';
import { Pick } from './pick.tsx';
import { isStatus } from './status.tsx';
import { StatusChips } from './status-chips.tsx';

/** Typing asks the server after a pause, not at every key. */
const pause = 250;

export function useChoose(): (next: Search) => void {
  const navigate = useNavigate();
  return (next) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
}

function WordField(): ReactNode {
  const t = useText();
  const { search = '' } = useWords();
  const choose = useChoose();
  const [typed, type] = useState(search);
  const [seen, see] = useState(search);
  if (seen !== search) {
    see(search);
    type(search);
  }
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => choose({ search: typed === '' ? undefined : typed }), pause);
    return () => clearTimeout(timer);
  });
  return (
    <label className="word-field">
      <span className="hidden">{t.filter.search}</span>
      <SearchIcon size={14} />
      <input
        type="search"
        value={typed}
        placeholder={t.filter.searchHint}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
}

type FacetName = 'unit' | 'official' | 'field' | 'taskForce';
const anything = '*';

function FacetPick({
  name,
  facets,
}: {
  readonly name: FacetName;
  readonly facets: CommitmentList['facets'];
}): ReactNode {
  const t = useText();
  const chosen = useWords()[name];
  const choose = useChoose();
  const known = facets[name].map(({ value, label, count }) => ({
    id: value,
    label: wide(label),
    note: String(count),
  }));
  const choices = [
    { id: anything, label: t.filter.any(t.filter[name]) },
    ...known,
    ...(chosen !== undefined && !known.some((one) => one.id === chosen)
      ? [{ id: chosen, label: chosen }]
      : []),
  ];
  if (choices.length < (name === 'taskForce' ? 2 : 3) && chosen === undefined) return null;
  return (
    <Pick
      label={t.filter[name]}
      hideLabel
      choices={choices}
      chosen={chosen ?? anything}
      choose={(value) => choose({ [name]: value === anything ? undefined : value })}
    />
  );
}

export function Filters({
  list,
  names,
  sortedBy,
  children,
}: {
  readonly list: CommitmentList;
  readonly names: readonly FacetName[];
  readonly sortedBy: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { language, t } = useLanguage();
  const words = useWords();
  const choose = useChoose();
  const counts = Object.fromEntries(list.facets.status.map(({ value, count }) => [value, count]));
  const any = words.status ?? words.unit ?? words.official ?? words.field ?? words.taskForce ?? words.search;
  const chosen = [
    isStatus(words.status) ? statusWord(words.status, language) : undefined,
    words.unit,
    words.official,
    words.field,
    words.taskForce,
    words.search,
  ].filter((word) => word !== undefined);
  return (
    <div className="filters">
      <div className="filter-line">
        <WordField />
        {children}
        {names.map((name) => (
          <FacetPick key={name} name={name} facets={list.facets} />
        ))}
        {any !== undefined && (
          <button
            type="button"
            className="link"
            onClick={() =>
              choose({
                status: undefined,
                unit: undefined,
                official: undefined,
                field: undefined,
                taskForce: undefined,
                search: undefined,
              })
            }
          >
            {t.filter.clear}
          </button>
        )}
        <span className="note end" role="status">
          {t.table.shown(list.total)}
          {sortedBy !== '' && ` · ${sortedBy}`}
        </span>
      </div>
      <StatusChips counts={counts} />
      <p className="print-only">
        {t.filter.label}：{chosen.length === 0 ? t.filter.all : chosen.join(' · ')} ·{' '}
        {t.table.shown(list.total)}
      </p>
    </div>
  );
}
