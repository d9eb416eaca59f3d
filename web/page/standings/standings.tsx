// Standings: every round that may be seen, the frozen formulas, and for the office the way to a new one.
import './standings.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { normalisationLabel, outcomeKindLabel, roundStateLabel } from '../../../core/vocabulary/standing.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day, percent } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { standingsText } from '../../text/standings.ts';

type List = Answer<'GET /api/standings'>;
type Formula = List['formulas'][number];

const key = () => crypto.randomUUID();
const nameOf = ({ id, version }: Version): string => `${id} ${version}`;
interface Version {
  readonly id: string;
  readonly version: number;
}

function Rounds({ rounds }: { readonly rounds: List['rounds'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-labelledby="rounds">
      <div className="card-head">
        <h2 id="rounds">{t.rounds}</h2>
      </div>
      {rounds.length === 0 ? (
        <Empty title={t.none} hint={t.noneHint} />
      ) : (
        <div className="table-box">
          <table className="lined">
            <thead>
              <tr>
                <th scope="col">{t.round}</th>
                <th scope="col">{t.ranked}</th>
                <th scope="col" className="num">
                  {t.asOf}
                </th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.id}>
                  <th scope="row">
                    <Link to="/standings/$roundId" params={{ roundId: round.id }} className="two-lines">
                      {round.name}
                    </Link>
                    <span className="note">
                      {round.formulaId} · {t.version(round.version)}
                    </span>
                  </th>
                  <td>{t.of[round.of]}</td>
                  <td className="num">{day(round.asOf, language)}</td>
                  <td>
                    <span className="tag mark">{roundStateLabel[round.state][language]}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function FormulaCard({ formula }: { readonly formula: Formula }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return (
    <details className="standing-formula">
      <summary>
        <b>{formula.name}</b> {t.version(formula.version)} <span className="note">{t.of[formula.of]}</span>
      </summary>
      <p className="note">
        {formula.source} · {t.coverage(percent(formula.leastCoverage))}
      </p>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col" className="num">
                {t.weight}
              </th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.how}</th>
            </tr>
          </thead>
          <tbody>
            {formula.parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">{part.name}</th>
                <td className="num">{part.weight}</td>
                <td>{outcomeKindLabel[part.kind][language]}</td>
                <td>{normalisationLabel[part.normalisation][language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The weights of one formula to start from; empty leaves the part out. */
function FreezeFormula({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(standingsText);
  const choices = [
    ...list.formulas.map((formula) => ({ formula, note: t.version(formula.version) })),
    ...list.usual.map((formula) => ({ formula, note: t.usual })),
  ].map(({ formula, note }) => ({ formula, note, id: `${nameOf(formula)} ${note}` }));
  const [chosen, choose] = useState(choices[0]?.id ?? '');
  const start = choices.find(({ id }) => id === chosen)?.formula;
  if (!start) return null;
  return (
    <details>
      <summary>{t.freezeFormula}</summary>
      <p className="note">{t.freezeHint}</p>
      <Pick
        label={t.startFrom}
        choices={choices.map(({ id, formula, note }) => ({ id, label: formula.name, note }))}
        chosen={chosen}
        choose={choose}
      />
      <PlainForm
        key={chosen}
        submit={t.freezeFormula}
        fields={[
          { name: 'name', label: t.name, start: start.name, maxLength: 80 },
          { name: 'source', label: t.source, start: start.source, maxLength: 300 },
          { name: 'leastCoverage', label: t.leastCoverage, start: start.leastCoverage },
          ...start.parts.map((part) => ({
            ...{ name: `weight.${part.id}`, label: t.weightOf(part.name) },
            ...{ start: part.weight, optional: true },
          })),
        ]}
        send={async ({ name = '', source = '', leastCoverage = '', ...weights }) => {
          const parts = start.parts.flatMap((part) => {
            const weight = weights[`weight.${part.id}`] ?? '';
            return weight.trim() === '' ? [] : [{ ...part, weight: weight.trim() }];
          });
          const { version: _next, ...rest } = start;
          const body = { ...rest, name, source, leastCoverage, parts };
          await call('POST /api/standings/formulas', { body }, undefined, key());
        }}
      />
    </details>
  );
}

function OpenRound({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(standingsText);
  const navigate = useNavigate();
  const plans = useAsk('GET /api/plans', {}).data?.plans ?? [];
  if (list.formulas.length === 0 || plans.length === 0) return null;
  const [latest] = plans.filter(({ dataUntil }) => dataUntil !== null);
  return (
    <details>
      <summary>{t.openRound}</summary>
      <PlainForm
        submit={t.open}
        fields={[
          { name: 'name', label: t.name, maxLength: 80 },
          {
            name: 'formula',
            label: t.formula,
            options: list.formulas.map((formula) => ({
              value: nameOf(formula),
              label: `${formula.name} · ${t.version(formula.version)}`,
            })),
          },
          {
            name: 'planId',
            label: t.plan,
            start: (latest ?? plans[0])?.id ?? '',
            options: plans.map(({ id, title }) => ({ value: id, label: title })),
          },
          { name: 'asOf', label: t.asOf, kind: 'day', start: latest?.dataUntil ?? '' },
        ]}
        send={async ({ name = '', formula = '', planId = '', asOf = '' }) => {
          const [formulaId = '', version = ''] = formula.split(' ');
          const body = { name, planId, formulaId, version: Number(version), asOf };
          const { roundId } = await call('POST /api/standings/rounds', { body }, undefined, key());
          await navigate({ to: '/standings/$roundId', params: { roundId } });
        }}
      />
    </details>
  );
}

function Page({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(standingsText);
  const mayPublish = useMay('standing.publish');
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div className="stack">
        <Rounds rounds={list.rounds} />
        <section className="card" aria-labelledby="formulas">
          <div className="card-head">
            <h2 id="formulas">{t.formulas}</h2>
          </div>
          <div className="card-body stack">
            {list.formulas.length === 0 && <p className="note">{t.noFormula}</p>}
            {list.formulas.map((formula) => (
              <FormulaCard key={nameOf(formula)} formula={formula} />
            ))}
            {mayPublish && <FreezeFormula key={list.formulas.length} list={list} />}
            {mayPublish && <OpenRound key={`round ${list.formulas.length}`} list={list} />}
          </div>
        </section>
      </div>
    </>
  );
}

export default function StandingsScreen(): ReactNode {
  const t = useFeatureText(standingsText);
  usePageTitle(t.title);
  const query = useAsk('GET /api/standings', {});
  return <Answered query={query}>{(list) => <Page list={list} />}</Answered>;
}
