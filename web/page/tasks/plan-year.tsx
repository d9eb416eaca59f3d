// The end of a year: what stands in the way of closing the plan, the closing, and each promise as a proposal for the next year.
import './tasks.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend, useWhen } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { VerdictLabel } from '../../part/status.tsx';
import { PlanPick } from '../../part/when.tsx';
import { kindWord } from '../../text/domain.ts';
import { moment, targetShort, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { planYearText } from '../../text/plan-year.ts';

type YearEnd = Answer<'GET /api/plans/:planId/next'>;
type Line = YearEnd['lines'][number];
interface Choice {
  readonly decision: 'adopt' | 'drop';
  readonly words: string;
}
type Choices = ReadonlyMap<string, Choice>;

function Closing({ page }: { readonly page: YearEnd }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(planYearText);
  const mayClose = useMay('plan.close');
  const { closed, unmet, unjudged } = page;
  const hard = unmet.filter(({ code }) => code !== 'closing.needsWords');
  return (
    <section className="card" aria-labelledby="closing">
      <div className="card-head">
        <h2 id="closing">{t.closing}</h2>
        <span className="tag mark">{closed ? t.closed : hard.length === 0 ? t.ready : t.unmet}</span>
      </div>
      <div className="card-body">
        {closed ? (
          <p>
            {closed.words} <span className="note">{[closed.by, moment(closed.recordedAt)].join(' ')}</span>
          </p>
        ) : (
          <ul className="assign-rows">
            {unmet.map((one) => (
              <li key={one.code}>{one[language]}</li>
            ))}
          </ul>
        )}
        {!closed && hard.length === 0 && mayClose && (
          <PlainForm
            submit={t.close}
            fields={[
              {
                name: 'words',
                label: t.words,
                hint: t.wordsHint(unjudged),
                optional: unjudged === 0,
                maxLength: 1000,
              },
            ]}
            send={async ({ words = '' }) => {
              const ask = { params: { planId: page.planId }, body: { words } };
              await call('POST /api/plans/:planId/closing', ask, undefined, crypto.randomUUID());
            }}
          />
        )}
      </div>
    </section>
  );
}

function Decision({
  line,
  choice,
  choose,
}: {
  readonly line: Line;
  readonly choice: Choice | undefined;
  readonly choose: (choice: Choice | null) => void;
}): ReactNode {
  const t = useFeatureText(planYearText);
  if (line.decision !== null)
    return (
      <>
        {line.nextId === null ? (
          t[line.decision]
        ) : (
          <Link to="/commitments/$commitmentId" params={{ commitmentId: line.nextId }}>
            {t.adopt}
          </Link>
        )}{' '}
        <span className="note">{line.reason}</span>
      </>
    );
  return (
    <>
      <select
        className="field-input"
        aria-label={`${t.lines} ${line.row.title}`}
        value={choice?.decision ?? ''}
        onChange={({ target: { value } }) =>
          choose(value === 'adopt' || value === 'drop' ? { decision: value, words: '' } : null)
        }
      >
        <option value="">{t.undecided}</option>
        <option value="adopt">{t.adopt}</option>
        <option value="drop">{t.drop}</option>
      </select>
      {choice && (
        <input
          className="field-input"
          aria-label={`${choice.decision === 'adopt' ? t.printed : t.reason} ${line.row.title}`}
          placeholder={choice.decision === 'adopt' ? t.printed : t.reason}
          value={choice.words}
          maxLength={400}
          onChange={({ target: { value } }) => choose({ ...choice, words: value })}
        />
      )}
    </>
  );
}

function Row({ line, ...rest }: Parameters<typeof Decision>[0]): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(planYearText);
  const [target] = line.row.targets;
  return (
    <tr>
      <th scope="row">
        <Link to="/commitments/$commitmentId" params={{ commitmentId: line.row.id }}>
          {wide(line.row.title)}
        </Link>
        <span className="note">
          {' '}
          {kindWord(line.row.kind, language)} {line.row.number}
        </span>
      </th>
      <td data-label={common.table.lead}>{line.row.leadUnit === null ? '—' : wide(line.row.leadUnit)}</td>
      <td data-label={t.target}>
        {targetShort(target, language)} <span className="unit">{unitOf(target?.unit ?? '')}</span>
      </td>
      <td>
        <VerdictLabel verdict={line.row.verdict} />
      </td>
      <td className="plan-year-choice">
        {line.alreadyId !== null && (
          <Link to="/commitments/$commitmentId" params={{ commitmentId: line.alreadyId }} className="note">
            {t.already}
          </Link>
        )}
        <Decision line={line} {...rest} />
      </td>
    </tr>
  );
}

const bodyOf = (choices: Choices) =>
  [...choices].map(([commitmentId, { decision, words }]) =>
    decision === 'adopt'
      ? { commitmentId, decision, reason: '', ...(words.trim() === '' ? {} : { printed: words.trim() }) }
      : { commitmentId, decision, reason: words.trim() },
  );

function Lines({ page }: { readonly page: YearEnd }): ReactNode {
  const { t: common } = useLanguage();
  const t = useFeatureText(planYearText);
  const problemWords = useProblemWords();
  const [choices, setChoices] = useState<Choices>(new Map());
  const [said, say] = useState('');
  const send = useSend('POST /api/plans/:planId/next', {
    onSuccess: ({ adopted, dropped }) => {
      setChoices(new Map());
      say(t.done(adopted, dropped));
    },
    onError: (cause) => say(problemWords(cause)),
  });
  const choose = (id: string, choice: Choice | null): void => {
    const next = new Map(choices);
    if (choice) next.set(id, choice);
    else next.delete(id);
    setChoices(next);
  };
  const open = page.lines.filter(
    ({ row, decision, alreadyId }) => decision === null && alreadyId === null && !choices.has(row.id),
  );
  const adopt = [...choices.values()].filter(({ decision }) => decision === 'adopt').length;
  return (
    <section className="card" aria-labelledby="carry">
      <div className="card-head">
        <h2 id="carry">{t.lines}</h2>
        {!page.closed && <span className="note">{t.notClosed}</span>}
      </div>
      {page.closed && (
        <p className="item-buttons card-body">
          <button
            type="button"
            className="button primary"
            disabled={choices.size === 0 || send.isPending}
            onClick={() => send.mutate({ params: { planId: page.planId }, body: { lines: bodyOf(choices) } })}
          >
            {t.send(adopt, choices.size - adopt)}
          </button>
          {open.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() =>
                setChoices(
                  new Map([
                    ...choices,
                    ...open.map(({ row }) => [row.id, { decision: 'adopt', words: '' }] as const),
                  ]),
                )
              }
            >
              {t.allOpen(open.length)}
            </button>
          )}
          <span role="status">{said}</span>
        </p>
      )}
      <div className="table-box">
        <table className="lined cards">
          <caption className="hidden">{t.lines}</caption>
          <thead>
            <tr>
              <th scope="col">{common.table.task}</th>
              <th scope="col">{common.table.lead}</th>
              <th scope="col">{t.target}</th>
              <th scope="col">{common.table.status}</th>
              <th scope="col">{t.decided}</th>
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line) =>
              page.closed || line.decision !== null ? (
                <Row
                  key={line.row.id}
                  line={line}
                  choice={choices.get(line.row.id)}
                  choose={(choice) => choose(line.row.id, choice)}
                />
              ) : null,
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Page({ page }: { readonly page: YearEnd }): ReactNode {
  const t = useFeatureText(planYearText);
  const chooseWords = useChoose();
  usePageTitle(t.title(page.year));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title(page.year)}</h1>
          <p>{t.lead(page.nextYear)}</p>
        </div>
        <div className="page-tools">
          <PlanPick planId={page.planId} choose={(plan) => chooseWords({ plan })} />
        </div>
      </div>
      <div className="stack">
        <Closing page={page} />
        <Lines key={page.planId} page={page} />
      </div>
    </>
  );
}

export default function PlanYearScreen(): ReactNode {
  const { plan } = useWhen();
  const plans = useAsk('GET /api/plans', {});
  const known = plans.data?.plans ?? [];
  const planId = (known.find(({ id, year }) => id === plan || `${year}` === plan) ?? known.at(-1))?.id ?? '';
  const query = useAsk('GET /api/plans/:planId/next', { params: { planId } }, { enabled: planId !== '' });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
