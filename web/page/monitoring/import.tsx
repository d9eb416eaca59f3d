// Taking figures from a table: checked first, bad and doubtful cells named, unknown indicators registered on the spot, then taken.
import './monitoring.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { isSeriesMeasure, seriesMeasures } from '../../../core/budget/monitor/figure.ts';
import { seriesMeasureLabel } from '../../../core/vocabulary/monitoring.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { usePageTitle, useProblemWords } from '../../part/state.tsx';
import { amount } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';
import { periodText } from './words.tsx';

type Outcome = Answer<'POST /api/monitoring/table'>;

const ways = ['higher', 'lower', 'around'] as const;

interface Wish {
  readonly file: File;
  readonly source: string;
  readonly place: string;
  readonly period: string;
}

const send = (
  { file, source, place, period }: Wish,
  mode: 'check' | 'take',
  confirmed: boolean,
): Promise<Outcome> =>
  call('POST /api/monitoring/table', {
    query: {
      ...{ mode, name: file.name, source, confirmed: confirmed ? 'yes' : 'no' },
      ...(place === '' ? {} : { place }),
      ...(period === '' ? {} : { period }),
    },
    body: file,
  });

function Cells({ title, cells }: { readonly title: string; readonly cells: Outcome['refused'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  if (cells.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <div className="table-box">
        <table className="lined refused-cells">
          <thead>
            <tr>
              {[t.sheet, t.cell, t.content, t.problem].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map(({ sheet, at, text, code, message }) => (
              <tr key={`${sheet} ${at} ${code}`}>
                <td>{sheet}</td>
                <th scope="row">{at}</th>
                <td>{text}</td>
                <td>{message[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function News({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  if (outcome.taken.length === 0) return null;
  const revised = outcome.taken.filter(({ before }) => before !== null);
  const rest = outcome.taken.filter(({ before }) => before === null);
  return (
    <details open={outcome.taken.length <= 40}>
      <summary>
        {t.news} {outcome.taken.length}
      </summary>
      <div className="table-box monitor-twin">
        <table className="lined">
          <thead>
            <tr>
              {[t.indicator, t.place, t.period, t.measure].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
              <th scope="col" className="num">
                {t.value}
              </th>
              <th scope="col">{t.replaces}</th>
              <th scope="col">{t.cell}</th>
            </tr>
          </thead>
          <tbody>
            {[...revised, ...rest].map((cell) => (
              <tr key={`${cell.sheet} ${cell.at}`}>
                <th scope="row">{cell.indicator}</th>
                <td>{cell.place}</td>
                <td className="monitor-period">{periodText(cell.period, language)}</td>
                <td>{seriesMeasureLabel[cell.measure][language]}</td>
                <td className="num">
                  {amount(cell.value)}
                  <span className="unit">{cell.unit}</span>
                </td>
                <td>
                  {cell.before === null ? (
                    <span className="note">{t.isNew}</span>
                  ) : (
                    <span className="tag mark">
                      {t.replaces} {amount(cell.before)}
                    </span>
                  )}
                </td>
                <td>{cell.at}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Register({
  name,
  unit,
  done,
}: {
  readonly name: string;
  readonly unit: string;
  readonly done: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  return (
    <details>
      <summary>
        {t.register}：{name}
      </summary>
      <PlainForm
        submit={t.register}
        fields={[
          { name: 'code', label: t.code, maxLength: 40 },
          { name: 'name', label: t.name, start: name, maxLength: 80 },
          { name: 'unit', label: t.unit, start: unit, maxLength: 20 },
          {
            name: 'step',
            label: t.step,
            options: [
              { value: '1', label: t.steps.one },
              { value: '3', label: t.steps.three },
            ],
          },
          {
            name: 'goodWay',
            label: t.goodWay,
            options: ways.map((value) => ({
              value,
              label: t.goodWays[value],
            })),
          },
          {
            name: 'headline',
            label: t.headline,
            start: 'totalGrowth',
            options: seriesMeasures.map((value) => ({ value, label: seriesMeasureLabel[value][language] })),
          },
          {
            name: 'spring',
            label: t.spring,
            options: [
              { value: 'no', label: t.no },
              { value: 'yes', label: t.yes },
            ],
          },
        ]}
        send={async (given) => {
          const { code = '', unit: wanted = '', headline = '', goodWay } = given;
          if (!isSeriesMeasure(headline)) return;
          const way = ways.find((one) => one === goodWay) ?? 'higher';
          const body = {
            ...{ code, name: given.name ?? '', nameEn: '', unit: wanted, headline, goodWay: way },
            step: given.step === '3' ? (3 as const) : (1 as const),
            ...{ mergedSpring: given.spring === 'yes', aliases: [], planMetric: given.name ?? '' },
          };
          await call('POST /api/monitoring/indicators', { body }, undefined, crypto.randomUUID());
          done();
        }}
      />
    </details>
  );
}

function Checked({
  wish,
  outcome,
  again,
  drop,
}: {
  readonly wish: Wish;
  readonly outcome: Outcome;
  readonly again: () => Promise<void>;
  readonly drop: () => void;
}): ReactNode {
  const t = useFeatureText(monitoringText);
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const [confirmed, confirm] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const total = outcome.accepted + (confirmed ? outcome.doubtful : 0);
  const take = async (): Promise<void> => {
    try {
      setTaken((await send(wish, 'take', confirmed)).accepted);
      await client.invalidateQueries();
    } catch (cause) {
      setFault(problemWords(cause));
    }
  };
  if (taken !== null)
    return (
      <p className="alert good" role="status">
        {t.done(taken)} <Link to="/monitoring">{t.seeBoard}</Link>
      </p>
    );
  return (
    <section className="card" aria-live="polite" aria-label={t.read}>
      <div className="card-body stack monitor-outcome">
        <p>
          <b>{t.outcome(outcome.accepted, outcome.unchanged, outcome.rejected, outcome.doubtful)}</b>
        </p>
        <Cells title={t.bad} cells={outcome.refused} />
        {outcome.unknown.length > 0 && (
          <div>
            <h3>{t.unknown}</h3>
            <p className="note">{t.unknownHint}</p>
            <ForThoseWhoMay permission="monitoring.write">
              {outcome.unknown.map(({ name, unit }) => (
                <Register key={name} name={name} unit={unit} done={() => void again()} />
              ))}
            </ForThoseWhoMay>
          </div>
        )}
        <Cells title={t.asked} cells={outcome.asked} />
        {outcome.doubtful > 0 && (
          <label>
            <input type="checkbox" checked={confirmed} onChange={() => confirm(!confirmed)} />{' '}
            {t.confirmDoubts}
          </label>
        )}
        {outcome.ignored.length > 0 && (
          <p className="note">
            {t.ignored}：{outcome.ignored.map(({ at, text }) => `${at} ${text}`).join('、')}
          </p>
        )}
        <News outcome={outcome} />
        {fault !== '' && (
          <p className="field-fault" role="alert">
            {fault}
          </p>
        )}
        <p className="item-buttons">
          {total > 0 && (
            <button type="button" className="button primary" onClick={() => void take()}>
              {t.take(total)}
            </button>
          )}
          <button type="button" className="button" onClick={drop}>
            {t.drop}
          </button>
        </p>
      </div>
    </section>
  );
}

function Form(): ReactNode {
  const t = useFeatureText(monitoringText);
  const file = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<{ wish: Wish; outcome: Outcome; round: number } | null>(null);
  const places = useAsk('GET /api/monitoring', { query: {} }).data?.places ?? [];
  const check = async (wish: Wish): Promise<void> => {
    const outcome = await send(wish, 'check', false);
    setChecked((before) => ({ wish, outcome, round: (before?.round ?? 0) + 1 }));
  };
  return (
    <div className="stack">
      <section className="card" aria-labelledby="import">
        <div className="card-head">
          <h2 id="import">{t.importTitle}</h2>
          <a className="end" href="/api/monitoring/template" download>
            {t.template}
          </a>
        </div>
        <div className="card-body">
          <PlainForm
            submit={t.read}
            fields={[
              { name: 'source', label: t.sourceOf, hint: t.sourceHint, maxLength: 300 },
              {
                name: 'place',
                label: t.placeOf,
                optional: true,
                options: places.map(({ id, name, level }) => ({
                  value: level === 'own' ? '' : id,
                  label: name,
                })),
              },
              { name: 'period', label: t.periodOf, hint: t.periodHint, optional: true, maxLength: 20 },
            ]}
            send={async ({ source = '', place = '', period = '' }) => {
              const chosen = file.current?.files?.[0];
              if (!chosen) return file.current?.focus();
              await check({ file: chosen, source, place, period });
            }}
          >
            <label className="labelled over">
              {t.file}
              <input ref={file} type="file" accept=".xlsx,.csv,.txt" className="field-input" required />
            </label>
          </PlainForm>
        </div>
      </section>
      {checked && (
        <Checked
          key={checked.round}
          wish={checked.wish}
          outcome={checked.outcome}
          again={() => check(checked.wish)}
          drop={() => setChecked(null)}
        />
      )}
    </div>
  );
}

export default function MonitoringImport(): ReactNode {
  const t = useFeatureText(monitoringText);
  usePageTitle(t.importTitle);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/monitoring">{t.allIndicators}</Link>
          </p>
          <h1>{t.importTitle}</h1>
          <p>{t.importLead}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="monitoring.write">
        <Form />
      </ForThoseWhoMay>
    </>
  );
}
