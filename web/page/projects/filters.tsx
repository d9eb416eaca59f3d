// Filters of the register: everything chosen stands in the address, so that a board, a list and a sheet show the same cut.
import { type ReactNode, useEffect, useState } from 'react';
import { moneySources, projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import type { Search } from '../../router.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { flags } from './ask.ts';
import type { Summary } from './parts.tsx';

interface Option {
  readonly id: string;
  readonly label: string;
}

function Choose({
  name,
  label,
  options,
}: {
  readonly name: keyof Search;
  readonly label: string;
  readonly options: readonly Option[];
}): ReactNode {
  const t = useFeatureText(projectsText);
  const words = useWords();
  const choose = useChoose();
  return (
    <label className="labelled over">
      {label}
      <select
        className="field-input"
        value={words[name] ?? ''}
        onChange={(event) => choose({ [name]: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{t.any}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Typing waits for a pause before the server is asked. */
function WordField(): ReactNode {
  const t = useFeatureText(projectsText);
  const { search = '' } = useWords();
  const choose = useChoose();
  const [typed, type] = useState(search);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => choose({ search: typed === '' ? undefined : typed }), 250);
    return () => clearTimeout(timer);
  });
  return (
    <label className="labelled over">
      {t.search}
      <input
        type="search"
        className="field-input"
        value={typed}
        maxLength={80}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
}

const cutKeys = [
  'search',
  'field',
  'place',
  'kind',
  'status',
  'level',
  'list',
  'source',
  'reasons',
  'funded',
] as const satisfies readonly (keyof Search)[];

export function Filters({
  summary,
  shown,
  all,
}: {
  readonly summary: Summary;
  readonly shown: number;
  readonly all: number;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const words = useWords();
  const choose = useChoose();
  const isCut = cutKeys.some((key) => words[key] !== undefined);
  const labelled = <K extends string>(
    known: readonly K[],
    labels: Readonly<Record<K, { readonly zh: string; readonly en: string }>>,
  ): Option[] => known.map((id) => ({ id, label: labels[id][language] }));
  const nothing = Object.fromEntries(cutKeys.map((key) => [key, undefined]));
  const stages = summary.columns.map(({ id, words: name }) => ({ id, label: name[language] }));
  return (
    <search className="pj-filters">
      <WordField key={words.search ?? ''} />
      <Choose name="field" label={t.field} options={summary.fields.map((id) => ({ id, label: id }))} />
      <Choose
        name="place"
        label={t.place}
        options={summary.places.map(({ id, name, nameEn }) => ({
          id,
          label: language === 'zh' ? name : nameEn,
        }))}
      />
      <Choose name="status" label={t.stage} options={stages} />
      <Choose name="kind" label={t.kind} options={labelled(projectKinds, projectKindLabel)} />
      <Choose name="reasons" label={t.flag} options={flags.map((id) => ({ id, label: t.flags[id] }))} />
      <details className="pj-more" open={[words.level, words.list, words.source, words.funded].some(Boolean)}>
        <summary>{t.filters}</summary>
        <div className="pj-filters inner">
          <Choose name="level" label={t.level} options={labelled(projectLevels, projectLevelLabel)} />
          <Choose name="list" label={t.listOf} options={labelled(projectLists, projectListLabel)} />
          <Choose name="source" label={t.source} options={labelled(moneySources, moneySourceLabel)} />
          <Choose name="funded" label={t.funded} options={[{ id: 'yes', label: t.yes }]} />
        </div>
      </details>
      <span className="note" role="status">
        {t.count(shown, all)}
      </span>
      {isCut && (
        <button type="button" className="link" onClick={() => choose(nothing)}>
          {t.reset}
        </button>
      )}
    </search>
  );
}
