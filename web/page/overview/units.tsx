// Units by what is theirs: how it is judged, and for how many of their items there is a figure at all.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RollUp } from '../../api.ts';
import { StatusMark } from '../../part/icon.tsx';
import { Shares } from '../../part/status.tsx';
import { statusWord } from '../../text/domain.ts';
import { wide } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';

/** Rows before “show all”: as many as keep the two columns of the page about equal. */
const besideMap = 10;
const alone = 18;

const called = ['overdue', 'behind'] as const;

function Late({
  unit,
  status,
}: {
  readonly unit: RollUp;
  readonly status: (typeof called)[number];
}): ReactNode {
  const { language } = useLanguage();
  if (unit.counts[status] === 0) return null;
  return (
    <Link
      to="/tasks"
      search={{ kind: 'all', unit: unit.key, status }}
      className={`status ${status}`}
      title={statusWord(status, language)}
    >
      <StatusMark status={status} />
      <span className="hidden">{statusWord(status, language)}</span>
      {unit.counts[status]}
    </Link>
  );
}

function Row({ unit }: { readonly unit: RollUp }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <span className="cut">
          <Link to="/tasks" search={{ kind: 'all', unit: unit.key }} title={unit.label}>
            {wide(unit.label)}
          </Link>
        </span>
      </th>
      {called.map((status) => (
        <td key={status}>
          <Late unit={unit} status={status} />
        </td>
      ))}
      <td>
        <Shares counts={unit.counts} />
      </td>
      <td className="num">
        {unit.covered} <span className="quiet">/ {unit.total}</span>
      </td>
    </tr>
  );
}

export function Units({
  units,
  hasMap,
}: {
  readonly units: readonly RollUp[];
  readonly hasMap: boolean;
}): ReactNode {
  const few = hasMap ? besideMap : alone;
  const t = useText();
  const [all, showAll] = useState(false);
  const shown = all ? units : units.slice(0, few);
  return (
    <section className="card" aria-labelledby="overview-units">
      <div className="card-head">
        <h2 id="overview-units">{t.overview.units}</h2>
      </div>
      <div className="table-box">
        <table className="units">
          <caption className="hidden">{t.overview.units}</caption>
          <colgroup>
            <col />
            <col className="col-late" span={2} />
            <col className="col-bar" />
            <col className="col-covered" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t.table.unit}</th>
              <th scope="colgroup" colSpan={3}>
                {t.table.status}
              </th>
              <th scope="col" className="num">
                {t.table.covered}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((unit) => (
              <Row key={unit.key} unit={unit} />
            ))}
          </tbody>
        </table>
      </div>
      {units.length > few && (
        <p className="card-more">
          <button type="button" className="link" aria-expanded={all} onClick={() => showAll(!all)}>
            {all ? t.overview.showFewer : t.overview.showAll(units.length)}
          </button>
        </p>
      )}
    </section>
  );
}
