// The agenda as a table: what, by whom, until when, how late; each row leads to the place where it is done.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { roleText } from '../../../core/vocabulary/role.ts';
import { agendaGroupLabel, clockKindLabel } from '../../../core/vocabulary/supervise.ts';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Pick } from '../../part/pick.tsx';
import { Empty } from '../../part/state.tsx';
import { shortDay, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { Late } from '../notice/grade.tsx';
import { type Agenda, type AgendaRow, isGroup, isPressing } from './tiles.tsx';

const inspectionKinds: ReadonlySet<AgendaRow['kind']> = new Set([
  'inspection',
  'feedback',
  'objection',
  'objectionReview',
  'rectification',
  'closing',
]);

function Subject({ row }: { readonly row: AgendaRow }): ReactNode {
  const title = wide(row.title);
  const { kind, subjectId } = row;
  if (kind === 'commitment')
    return (
      <Link to="/commitments/$commitmentId" params={{ commitmentId: subjectId }} className="two-lines">
        {title}
      </Link>
    );
  if (kind === 'report')
    return (
      <Link to="/figures" className="two-lines">
        {title}
      </Link>
    );
  if (kind === 'acceptance' || kind === 'verification')
    return (
      <Link to="/reports" className="two-lines">
        {title}
      </Link>
    );
  if (inspectionKinds.has(kind))
    return (
      <Link to="/inspections/$inspectionId" params={{ inspectionId: subjectId }} className="two-lines">
        {title}
      </Link>
    );
  return (
    <Link to="/notices/$noticeId" params={{ noticeId: subjectId }} className="two-lines">
      {title}
    </Link>
  );
}

function Row({ row, year }: { readonly row: AgendaRow; readonly year: number }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const what =
    row.kind === 'report' && row.dueOn !== null
      ? t.figures(row.count)
      : row.count > 1 || row.kind === 'acceptance' || row.kind === 'verification'
        ? `${clockKindLabel[row.kind][language]} · ${t.reports(row.count)}`
        : clockKindLabel[row.kind][language];
  const place = row.placeName;
  const unit = row.unit === null ? '' : wide(row.unit);
  const waits =
    row.waitingForId === null
      ? roleText[row.waitingFor][language]
      : unit || place || row.waitingForId || t.nobody;
  return (
    <tr>
      <th scope="row">
        <Subject row={row} />
        <span className="note">{what}</span>
        {row.mine && <span className="tag mark">{t.mine}</span>}
      </th>
      <td>
        <span className="cut" title={waits}>
          {waits}
        </span>
        {place !== '' && place !== waits && <span className="cut note">{place}</span>}
      </td>
      <td className="num">
        {row.dueOn === null ? (
          <span className="note">{t.since(shortDay(row.since, year))}</span>
        ) : (
          shortDay(row.dueOn, year)
        )}
      </td>
      <td>
        <Late days={row.daysLate} />
      </td>
    </tr>
  );
}

const anything = '*';

function TallyPick({
  label,
  any,
  rows,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly any: string;
  readonly rows: Agenda['units'];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}): ReactNode {
  if (rows.length < 2 && chosen === undefined) return null;
  return (
    <Pick
      label={label}
      hideLabel
      chosen={chosen ?? anything}
      choices={[
        { id: anything, label: any },
        ...rows
          .filter(({ id }) => id !== '')
          .map(({ id, name, total, late }) => ({ id, label: wide(name), note: `${late} / ${total}` })),
      ]}
      choose={(id) => choose(id === anything ? undefined : id)}
    />
  );
}

export function AgendaTable({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { group, unit, place, view } = useWords();
  const choose = useChoose();
  const everything = view === 'all';
  const inGroup = (row: AgendaRow): boolean =>
    group === 'mine' ? row.mine : isGroup(group) ? row.group === group : everything || isPressing(row);
  const here = agenda.rows.filter(
    (row) => (unit === undefined || row.unit === unit) && (place === undefined || row.placeId === place),
  );
  const rows = here.filter(inGroup);
  const hidden = here.length - rows.length;
  const name = group === 'mine' ? t.mine : isGroup(group) ? agendaGroupLabel[group][language] : t.pressing;
  return (
    <section className="card" aria-labelledby="agenda">
      <div className="card-head">
        <h2 id="agenda">{name}</h2>
        <TallyPick
          label={t.units}
          any={t.anyUnit}
          rows={agenda.units}
          chosen={unit}
          choose={(id) => choose({ unit: id })}
        />
        <TallyPick
          label={t.places}
          any={t.anyPlace}
          rows={agenda.places}
          chosen={place}
          choose={(id) => choose({ place: id })}
        />
        {(unit ?? place ?? group) !== undefined && (
          <button
            type="button"
            className="link"
            onClick={() => choose({ unit: undefined, place: undefined, group: undefined })}
          >
            {t.clear}
          </button>
        )}
        <span className="note end" role="status">
          {t.all(rows.length)}
        </span>
      </div>
      {rows.length === 0 ? (
        <Empty title={t.nothing} hint={t.nothingHint} />
      ) : (
        <div className="table-box">
          <table className="lined cards long agenda-table">
            <caption className="hidden">{name}</caption>
            <colgroup>
              <col />
              <col className="col-who" />
              <col className="col-due" />
              <col className="col-left" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.who}</th>
                <th scope="col" className="num">
                  {t.due}
                </th>
                <th scope="col">{t.left}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.kind} ${row.subjectId} ${row.dueOn}`} row={row} year={agenda.plan.year} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {group === undefined && (hidden > 0 || everything) && (
        <p className="desk-more note">
          {!everything && t.laterToo(hidden)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => choose({ view: everything ? undefined : 'all' })}
          >
            {everything ? t.hideLater : t.showLater}
          </button>
        </p>
      )}
    </section>
  );
}
