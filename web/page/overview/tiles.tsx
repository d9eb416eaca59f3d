// One tile a kind of commitment: how many, how judged; each count opens the list of exactly those.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../api.ts';
import { listOf } from '../../part/list-of.ts';
import { Shares, StatusLabel, statusOrder } from '../../part/status.tsx';
import { kindsWord } from '../../text/domain.ts';
import { amount } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';

function Tile({ tile }: { readonly tile: Overview['tiles'][number] }): ReactNode {
  const { language, t } = useLanguage();
  const { to, search } = listOf(tile.kind);
  return (
    <li className="total">
      <h2>
        <Link to={to} search={search}>
          {kindsWord(tile.kind, language)}
        </Link>
      </h2>
      <p className="total-number">
        <b>{amount(String(tile.total))}</b> <span>{t.overview.unit}</span>
        <span className="total-covered">{t.overview.covered(tile.covered, tile.total)}</span>
      </p>
      <Shares counts={tile.counts} />
      <p className="total-counts">
        {statusOrder.map((status) =>
          tile.counts[status] > 0 ? (
            <Link key={status} to={to} search={{ ...search, status }}>
              <StatusLabel status={status} count={tile.counts[status]} />
            </Link>
          ) : null,
        )}
      </p>
    </li>
  );
}

export function Tiles({ overview }: { readonly overview: Overview }): ReactNode {
  const t = useText();
  return (
    <section aria-label={t.overview.tiles}>
      <ul className="card totals">
        {overview.tiles.map((tile) => (
          <Tile key={tile.key} tile={tile} />
        ))}
      </ul>
    </section>
  );
}
