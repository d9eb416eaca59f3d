// My figures: what is asked of a unit or a place in a month, filled in like a spreadsheet, saved as it is typed, submitted at once.
import './figures.css';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { SignInLink, useMe } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, Loading, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';
import { signInText } from '../../text/sign-in.ts';
import { cellOf, type Drafts, type FiguresPage, type OwedRow, useDrafts } from './drafts.ts';
import { type DeskWords, Exchange, Outcome, type TableOutcome } from './exchange.tsx';
import { EntryRow, isEditable } from './row.tsx';

function useDesk(): DeskWords {
  const { plan, asOf, unit, at } = useWords();
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(unit === undefined ? {} : { desk: unit }),
    ...(at === undefined ? {} : { month: at }),
  };
}

function Head({ page }: { readonly page: FiguresPage }): ReactNode {
  const t = useFeatureText(reportsText);
  const navigate = useNavigate();
  const go = (next: Record<string, string | undefined>): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }) });
  const perMonth = page.burden.perMonth;
  const mean =
    perMonth.length === 0
      ? 0
      : Math.round(perMonth.reduce((sum, { figures }) => sum + figures, 0) / perMonth.length);
  return (
    <div className="page-head">
      <div>
        <h1>{t.mine}</h1>
        <p className="note">
          {page.desk !== null && `${page.desk.name}　${t.owed(page.desk.owed, page.desk.late)}　`}
          {t.burden(mean, page.burden.saved)}
        </p>
      </div>
      <div className="page-tools">
        {page.desks.length > 1 && (
          <Pick
            label={t.desk}
            choices={page.desks.map(({ id, name, late }) => ({
              id,
              label: name,
              ...(late > 0 ? { note: t.lateIn(late) } : {}),
            }))}
            chosen={page.desk?.id ?? null}
            choose={(unit) => go({ unit, at: undefined })}
          />
        )}
        <Pick
          label={t.month}
          choices={page.months.map(({ end, late }) => ({
            id: end,
            label: t.monthOf(end),
            ...(late > 0 ? { note: t.lateIn(late) } : {}),
          }))}
          chosen={page.month}
          choose={(at) => go({ at })}
        />
      </div>
    </div>
  );
}

function SaveState({ drafts }: { readonly drafts: Drafts }): ReactNode {
  const t = useFeatureText(reportsText);
  const words = useFeatureText(signInText);
  if (drafts.state === 'signedOut')
    return (
      <span className="field-fault" role="alert">
        {t.signedOut} <SignInLink>{words.signIn}</SignInLink>
      </span>
    );
  if (drafts.state === 'offline')
    return (
      <span className="field-fault" role="alert">
        {t.offline}
      </span>
    );
  const said =
    drafts.unsaved > 0
      ? drafts.state === 'saving'
        ? t.saving
        : t.unsaved
      : drafts.savedAt
        ? t.savedAt(moment(drafts.savedAt))
        : '';
  return (
    <span className="save-state" role="status">
      {said}
    </span>
  );
}

function Conflicts({ drafts }: { readonly drafts: Drafts }): ReactNode {
  const t = useFeatureText(reportsText);
  if (drafts.conflicts.length === 0) return null;
  return (
    <section className="alert" role="alert">
      <p>
        <b>{t.conflict(drafts.conflicts.length)}</b>
      </p>
      {drafts.conflicts.map((row) => {
        const mine = drafts.textOf(row);
        return (
          <div key={cellOf(row)}>
            <p>{row.metric}</p>
            <div className="conflict-pair">
              <p>
                {t.minePut}：<b>{mine.value}</b> {mine.statement}{' '}
                <button type="button" className="button small" onClick={() => drafts.resolve(row, 'mine')}>
                  {t.keepMine}
                </button>
              </p>
              <p>
                {t.theirsPut(row.draft?.savedBy ?? '')}：<b>{row.draft?.value}</b> {row.draft?.statement}{' '}
                <button type="button" className="button small" onClick={() => drafts.resolve(row, 'theirs')}>
                  {t.takeTheirs}
                </button>
              </p>
            </div>
          </div>
        );
      })}
    </section>
  );
}

/** Filled in, open, and nothing in it is refused. */
const isReady = (row: OwedRow, drafts: Drafts): boolean => {
  const { value, statement } = drafts.textOf(row);
  const isFilled = row.worded ? statement.trim() !== '' : value.trim() !== '';
  return isEditable(row) && isFilled && !drafts.findingsOf(row).some(({ weight }) => weight === 'refuses');
};

function reportsOf(rows: readonly OwedRow[], drafts: Drafts) {
  const reports = new Map<
    string,
    { row: OwedRow; figures: { metric: string; value: string; unit: string; statement: string }[] }
  >();
  for (const row of rows) {
    const key = [row.commitmentId, row.placeId, row.period].join('\t');
    const report = reports.get(key) ?? { row, figures: [] };
    const { value, statement } = drafts.textOf(row);
    report.figures.push({ metric: row.metric, value, unit: '', statement });
    reports.set(key, report);
  }
  return [...reports.values()].map(({ row: { commitmentId, placeId, period, after }, figures }) => ({
    ...{ commitmentId, placeId, period, after },
    figures,
  }));
}

function Submit({
  page,
  drafts,
  words,
}: {
  readonly page: FiguresPage;
  readonly drafts: Drafts;
  readonly words: DeskWords;
}): ReactNode {
  const t = useFeatureText(reportsText);
  const problemWords = useProblemWords();
  const [fault, setFault] = useState('');
  const [done, setDone] = useState(0);
  const send = useSend('POST /api/reports', { onError: (cause) => setFault(problemWords(cause)) });
  const ready = page.rows.filter((row) => isReady(row, drafts));
  const submit = async (): Promise<void> => {
    setFault('');
    if (!(await drafts.flush())) return;
    send.mutate({ body: { reports: reportsOf(ready, drafts) } }, { onSuccess: () => setDone(ready.length) });
  };
  return (
    <div className="figures-foot">
      <button
        type="button"
        className="button primary"
        disabled={ready.length === 0 || send.isPending}
        title={t.submitHint}
        onClick={() => void submit()}
      >
        {t.submit(ready.length)}
      </button>
      <SaveState drafts={drafts} />
      {done > 0 && ready.length === 0 && (
        <span className="tag good" role="status">
          {t.submitted(done)}
        </span>
      )}
      {fault !== '' && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
      <span className="note">
        {words.month === undefined || words.month === page.month ? t.pasteHint : ''}
      </span>
    </div>
  );
}

function Table({
  page,
  drafts,
  paste,
}: {
  readonly page: FiguresPage;
  readonly drafts: Drafts;
  readonly paste: (text: string, index: number) => void;
}): ReactNode {
  const t = useFeatureText(reportsText);
  if (page.rows.length === 0) return <Empty title={t.nothing} hint={t.nothingHint} />;
  return (
    <div className="table-box">
      <table className="lined cards figures">
        <caption className="hidden">{t.mine}</caption>
        <colgroup>
          {['number', 'item', 'last', 'expected', 'value', 'unit', 'statement', 'due', 'state'].map(
            (name) => (
              <col key={name} className={`col-${name}`} />
            ),
          )}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            <th scope="col">{t.item}</th>
            <th scope="col" className="num">
              {t.last}
            </th>
            <th scope="col" className="num" title={t.expectedHint}>
              {t.expected}
            </th>
            <th scope="col" className="num">
              {t.value}
            </th>
            <th scope="col">{t.unit}</th>
            <th scope="col">{t.statement}</th>
            <th scope="col" className="num">
              {t.due}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, index) => (
            <EntryRow
              key={cellOf(row)}
              row={row}
              index={index}
              mine={page.mine}
              drafts={drafts}
              paste={paste}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({
  page,
  words,
  accountId,
  reload,
}: {
  readonly page: FiguresPage;
  readonly words: DeskWords;
  readonly accountId: string;
  readonly reload: () => Promise<unknown>;
}): ReactNode {
  const t = useFeatureText(reportsText);
  const drafts = useDrafts(accountId, page.rows, reload);
  const [outcome, setOutcome] = useState<TableOutcome | null>(null);
  useBlocker({
    shouldBlockFn: async () => drafts.unsaved > 0 && !(await drafts.flush()) && !window.confirm(t.leave),
    enableBeforeUnload: () => drafts.unsaved > 0,
  });
  const byCell = new Map(page.rows.map((row) => [cellOf(row), row]));
  const put = (given: TableOutcome): void => {
    for (const taken of given.taken) {
      const row = byCell.get(cellOf(taken));
      if (row && isEditable(row))
        drafts.type(row, {
          value: taken.value,
          ...(taken.statement === '' ? {} : { statement: taken.statement }),
        });
    }
  };
  const paste = async (text: string, row: number): Promise<void> => {
    const cells = page.rows.map(({ commitmentId, placeId, period, metric }) => ({
      commitmentId,
      placeId,
      period,
      metric,
    }));
    const placed = await call('POST /api/figures/paste', { body: { text, row, cells } });
    put(placed);
    setOutcome(placed.rejected > 0 ? { ...placed, taken: [], accepted: placed.accepted } : null);
  };
  return (
    <>
      <Conflicts drafts={drafts} />
      {drafts.restored > 0 && drafts.unsaved > 0 && (
        <p className="alert plain">{t.restored(drafts.unsaved)}</p>
      )}
      {outcome !== null && (
        <Outcome
          outcome={outcome}
          take={() => {
            put(outcome);
            setOutcome(null);
          }}
          drop={() => setOutcome(null)}
        />
      )}
      <section className="card" aria-label={t.mine}>
        <div className="filters">
          <Exchange
            words={{
              ...words,
              ...(page.desk ? { desk: page.desk.id } : {}),
              ...(page.month ? { month: page.month } : {}),
            }}
            mine={page.mine}
            onRead={setOutcome}
          />
        </div>
        <Table page={page} drafts={drafts} paste={(text, row) => void paste(text, row)} />
        {page.mine ? (
          <Submit page={page} drafts={drafts} words={words} />
        ) : (
          <p className="figures-foot note">{t.readOnly}</p>
        )}
      </section>
    </>
  );
}

export default function FiguresPageScreen(): ReactNode {
  const t = useFeatureText(reportsText);
  const signIn = useFeatureText(signInText);
  usePageTitle(t.mine);
  const me = useMe();
  const words = useDesk();
  const may = me?.permissions.includes('report.read') ?? false;
  const query = useAsk('GET /api/figures', { query: words }, { enabled: may });
  if (me === undefined) return <Loading />;
  if (!may)
    return (
      <div className="card">
        <Empty title={me.accountId === null ? signIn.toDoThis : signIn.notYours}>
          {me.accountId === null && <SignInLink>{signIn.signIn}</SignInLink>}
        </Empty>
      </div>
    );
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <Head page={page} />
          {page.plan === null ? (
            <div className="card">
              <Empty title={t.noPlan} />
            </div>
          ) : (
            <Entry
              key={`${page.desk?.id} ${page.month}`}
              page={page}
              words={words}
              accountId={me.accountId ?? ''}
              reload={() => query.refetch()}
            />
          )}
        </>
      )}
    </Answered>
  );
}
