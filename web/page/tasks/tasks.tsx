// Tasks by official, unit and verdict; the filters stand in the address, each row opens its commitment.
import './tasks.css';
import type { ReactNode } from 'react';
import type { CommitmentList, Kind } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { Filters, useChoose } from '../../part/filters.tsx';
import { type Column, useList, useSorted, useSorting } from '../../part/list.ts';
import { ListHead } from '../../part/list-head.tsx';
import { Pick } from '../../part/pick.tsx';
import { SortableHead } from '../../part/sortable.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { kindsWord } from '../../text/domain.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Assign } from './assign.tsx';
import { TaskRow } from './row.tsx';

const kinds: readonly Kind[] = ['task', 'indicator', 'livelihood', 'project', 'budget', 'policy'];
const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);

function KindPick({ chosen }: { readonly chosen: string }): ReactNode {
  const { language, t } = useLanguage();
  const choose = useChoose();
  return (
    <Pick
      label={t.tasks.kind}
      hideLabel
      chosen={chosen}
      choices={[
        ...kinds.map((kind) => ({ id: kind, label: kindsWord(kind, language) })),
        { id: 'all', label: t.tasks.all },
      ]}
      choose={(kind) => choose({ kind: kind === 'task' ? undefined : kind })}
    />
  );
}

function Table({ list, kind }: { readonly list: CommitmentList; readonly kind: string }): ReactNode {
  const t = useText();
  const sorting = useSorting();
  const rows = useSorted(list.rows, sorting);
  const columns: readonly (readonly [Column, string, string])[] = [
    ['number', t.table.number, 'col-number'],
    ['title', t.table.task, ''],
    ['unit', t.table.lead, 'col-unit'],
    ['official', t.table.official, 'col-official'],
    ['due', t.table.due, 'col-due'],
    ['share', t.table.share, 'col-progress'],
    ['status', t.table.status, 'col-verdict'],
  ];
  const name = columns.find(([column]) => column === sorting.column)?.[1];
  return (
    <section className="card" aria-label={t.tasks.title}>
      <Filters
        list={list}
        names={['official', 'unit', 'field', 'taskForce']}
        sortedBy={name === undefined ? '' : t.table.sortedBy(name, t.table[sorting.way])}
      >
        <KindPick chosen={kind} />
      </Filters>
      <Assign list={list} kind={isKind(kind) ? kind : undefined} />
      {rows.length === 0 ? (
        <Empty title={t.state.empty} hint={t.state.emptyHint} />
      ) : (
        <div className="table-box">
          <table className="lined cards long tasks">
            <caption className="hidden">{t.tasks.title}</caption>
            <colgroup>
              {columns.map(([column, , width]) => (
                <col key={column} className={width} />
              ))}
              <col className="col-why" />
            </colgroup>
            <thead>
              <tr>
                {columns.map(([column, label]) => (
                  <SortableHead
                    key={column}
                    label={label}
                    way={sorting.wayOf(column)}
                    toggle={() => sorting.toggle(column)}
                    numeric={column === 'due' || column === 'number'}
                  />
                ))}
                <th scope="col">{t.table.because}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <TaskRow key={row.id} row={row} year={list.plan.year} showKind={kind === 'all'} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export default function TasksPage(): ReactNode {
  const { language, t } = useLanguage();
  const chosen = useWords().kind ?? 'task';
  const kind = isKind(chosen) ? chosen : undefined;
  const title = kind === undefined ? t.tasks.all : kindsWord(kind, language);
  usePageTitle(title);
  const query = useList(kind);
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <ListHead title={title} list={list} kind={kind} />
          <Table list={list} kind={kind ?? 'all'} />
        </>
      )}
    </Answered>
  );
}
