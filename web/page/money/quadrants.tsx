// Four quadrants of goal and money, each with the promises behind it; what lacks is said, not guessed.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { missingLabel, quadrantLabel } from '../../../core/vocabulary/budget.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Answered } from '../../part/state.tsx';
import { WhenBar } from '../../part/when.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, barWidth, day, percent, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Page = Answer<'GET /api/money'>;
type Group = Page['groups'][number];
type Row = Group['rows'][number];

const kinds = ['livelihood', 'task', 'indicator', 'project'] as const;
type Kind = (typeof kinds)[number];
const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);

function Share({
  name,
  share,
  expected,
}: {
  readonly name: string;
  readonly share: string | null;
  readonly expected: string | null;
}): ReactNode {
  return (
    <div>
      <span className="note">{name}</span>
      <div className="progress">
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${share === null ? 0 : barWidth(share)}%` }} />
          {expected !== null && <i className="progress-tick" style={{ left: `${barWidth(expected)}%` }} />}
        </div>
        <span className="progress-number">{share === null ? '—' : `${percent(share)}%`}</span>
      </div>
    </div>
  );
}

function Watched({ row }: { readonly row: Row }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <li>
      <p>
        <Link to="/commitments/$commitmentId" params={{ commitmentId: row.id }}>
          {row.number} {wide(row.title)}
        </Link>{' '}
        <span className="note">{row.leadUnit}</span>
      </p>
      {row.missing.length > 0 ? (
        <p className="note">
          {t.unclearHint}
          {row.missing.map((each) => missingLabel[each][language]).join('、')}
        </p>
      ) : (
        <div className="quadrant-shares">
          <Share name={t.goal} share={row.goalShare} expected={row.goalExpected} />
          <Share name={t.spending} share={row.spendShare} expected={row.spendExpected} />
        </div>
      )}
      {row.money.length > 0 && (
        <p className="note">
          {row.money.map((money) => (
            <span key={`${money.kind} ${money.id}`}>
              {money.kind === 'line' ? (
                <Link to="/budget-lines/$lineId" params={{ lineId: money.id }}>
                  {money.name}
                </Link>
              ) : (
                money.name
              )}{' '}
              {money.spent === null ? '—' : amount(money.spent)} /{' '}
              {money.budget === null ? '—' : amount(money.budget)}{' '}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Quadrant({ group }: { readonly group: Group }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const id = `quadrant-${group.quadrant}`;
  const list = (
    <ul>
      {group.rows.map((row) => (
        <Watched key={row.id} row={row} />
      ))}
    </ul>
  );
  return (
    <section className={`card quadrant ${group.quadrant}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          {quadrantLabel[group.quadrant][language]} <b>{group.count}</b>
        </h2>
        <span className="note end">
          {t.spent} {amount(group.spent)} / {t.budget} {amount(group.budget)}
        </span>
      </div>
      {group.count === 0 ? (
        <p className="card-body note">{t.nothingHere}</p>
      ) : group.count > 8 ? (
        <details className="card-body">
          <summary>
            {t.all} {group.count}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
}

export function Quadrants(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { kind: wanted } = useWords();
  const choose = useChoose();
  const kind: Kind = isKind(wanted) ? wanted : 'livelihood';
  const query = useAsk('GET /api/money', { query: { ...useWhen(), kind } });
  return (
    <>
      <div className="chips">
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === kind}
            onClick={() => choose({ kind: each })}
          >
            {t.kinds[each]}
          </button>
        ))}
      </div>
      <Answered query={query}>
        {(page) => (
          <>
            <WhenBar planId={page.plan.id} asOf={page.asOf} />
            <p className="note">
              {page.plan.year} · {day(page.asOf, language)} · {t.quadrantHint(page.margin)}
            </p>
            <div className="quadrants">
              {page.groups.map((group) => (
                <Quadrant key={group.quadrant} group={group} />
              ))}
            </div>
          </>
        )}
      </Answered>
    </>
  );
}
