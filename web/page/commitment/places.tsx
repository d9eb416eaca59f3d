// One promise by district: a schematic map of what was given, done or verified, its table twin, and several districts in one chart.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { placeGrid } from '../../part/place-grid.ts';
import { amount, day, percent, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { stepText } from '../../text/steps.ts';
import { AwayNote, Decide } from './applicability.tsx';
import { PlaceChart } from './place-chart.tsx';
import { type Measure, measuredWords, measures, type PlacesLine } from './place-line.ts';
import { PlaceMap } from './place-map.tsx';

/** Of which promise a table is, and on which day. */
interface Standing {
  readonly commitmentId: string;
  readonly asOf: string;
}

/** Above or below the middle of the set, in points of per cent. */
const gapWords = (gap: string): string => `${gap.startsWith('-') ? '' : '+'}${percent(gap)}%`;

function Table({ line, at }: { readonly line: PlacesLine; readonly at: Standing }): ReactNode {
  const mayDecide = useMay('plan.amend');
  const a = useFeatureText(stepText);
  const { t } = useLanguage();
  const s = useFeatureText(sheetText);
  const hasSites = line.places.some(({ sites }) => sites !== null);
  return (
    <div className="table-box">
      <table className="wide-table">
        <thead>
          <tr>
            <th scope="col">{t.table.place}</th>
            {[s.given, s.done, s.rate, s.gap, ...(hasSites ? [s.sites] : [])].map((word) => (
              <th key={word} scope="col" className="num">
                {word}
              </th>
            ))}
            {mayDecide && <th scope="col">{a.away}</th>}
          </tr>
        </thead>
        <tbody>
          {line.places.map((row) => (
            <tr key={row.place}>
              <th scope="row">
                <Link to="/sheet/place" search={{ place: row.place }}>
                  {row.place}
                </Link>
                <AwayNote row={row} />
              </th>
              <td className="num">
                {row.given === null ? <span className="note">{s.notApplicable}</span> : amount(row.given)}
                {row.second !== null && `（${amount(row.second)}）`}
              </td>
              <td className="num">
                {row.done === null ? (
                  <span className="note">{row.state === 'missing' ? s.missing : '—'}</span>
                ) : (
                  amount(row.done)
                )}
                {row.doneUntil !== null && <span className="note"> {row.doneUntil.slice(0, 7)}</span>}
              </td>
              <td className="num">{row.rate === null ? '—' : `${percent(row.rate)}%`}</td>
              <td className="num">{row.gapToMedian === null ? '—' : gapWords(row.gapToMedian)}</td>
              {hasSites && (
                <td className="num">
                  {row.sites === null ? '—' : `${amount(row.sites.verified)} / ${amount(row.sites.planned)}`}
                </td>
              )}
              {mayDecide && (
                <td>
                  {(row.given !== null || row.away !== null) && (
                    <Decide {...at} metric={line.metric} row={row} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spread({
  line,
  measure,
  asOf,
}: {
  readonly line: PlacesLine;
  readonly measure: Measure;
  readonly asOf: string;
}): ReactNode {
  const { language } = useLanguage();
  const s = useFeatureText(sheetText);
  const a = useFeatureText(stepText);
  const found = line.spreads[measure];
  const { covered, applicable } = line.coverage;
  if (found === null) return <p className="note">{a.coverage(covered, applicable)}</p>;
  return (
    <p className="note">
      {a.coverage(covered, applicable)} · {s.placesHint(found.count, day(asOf, language))} · {s.least}{' '}
      {measuredWords(found.least, measure)} · {s.median} {measuredWords(found.median, measure)} · {s.most}{' '}
      {measuredWords(found.most, measure)}
    </p>
  );
}

function Line({ line, at }: { readonly line: PlacesLine; readonly at: Standing }): ReactNode {
  const s = useFeatureText(sheetText);
  const offered = measures.filter((measure) => line.spreads[measure] !== null);
  const [chosen, choose] = useState<Measure | null>(null);
  const mapped = line.places.some(({ place }) => placeGrid[place] !== undefined);
  const [map, setMap] = useState(mapped);
  const labels = { given: s.showGiven, rate: s.showRate, sites: s.showSites };
  const usual = offered.includes('rate') ? 'rate' : (offered[0] ?? 'given');
  const measure = chosen !== null && offered.includes(chosen) ? chosen : usual;
  return (
    <>
      <div className="places-tools">
        {offered.length > 1 && (
          <fieldset className="chips">
            <legend className="hidden">{s.showing}</legend>
            {offered.map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={one === measure}
                onClick={() => choose(one)}
              >
                {labels[one]}
              </button>
            ))}
          </fieldset>
        )}
        {mapped && (
          <button type="button" className="link end" onClick={() => setMap(!map)}>
            {map ? s.asTable : s.asMap}
          </button>
        )}
      </div>
      <Spread line={line} measure={measure} asOf={at.asOf} />
      {map ? (
        <PlaceMap line={line} measure={measure} label={labels[measure]} />
      ) : (
        <Table line={line} at={at} />
      )}
      {line.series.length > 0 && <PlaceChart line={line} />}
    </>
  );
}

export function Places({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { t } = useLanguage();
  const s = useFeatureText(sheetText);
  const { plan: _plan, ...when } = useWhen();
  const { data } = useAsk('GET /api/commitments/:commitmentId/places', {
    params: { commitmentId: page.commitment.id },
    query: when,
  });
  const [chosen, choose] = useState<string | null>(null);
  const lines = data?.lines ?? [];
  const nameOf = (line: PlacesLine): string => `${wide(line.metric)} ${unitOf(line.unit)}`.trim();
  const line = lines.find((one) => nameOf(one) === chosen) ?? lines[0];
  if (!data || !line) return null;
  const whole = line.mode === 'whole' || line.places.every(({ state }) => state === 'notGiven');
  return (
    <section className="card" aria-labelledby="places">
      <div className="card-head">
        <h2 id="places">{s.places}</h2>
        {lines.length > 1 ? (
          <Pick
            label={s.line}
            hideLabel
            choices={lines.map((one) => ({ id: nameOf(one), label: nameOf(one) }))}
            chosen={nameOf(line)}
            choose={choose}
          />
        ) : (
          <span className="note">{nameOf(line)}</span>
        )}
        {line.mode !== null && line.mode !== 'sum' && (
          <span className="tag mark">{t.livelihood.mode[line.mode]}</span>
        )}
      </div>
      {!whole && (
        <div className="card-body places">
          <Line key={nameOf(line)} line={line} at={{ commitmentId: page.commitment.id, asOf: data.asOf }} />
        </div>
      )}
    </section>
  );
}
