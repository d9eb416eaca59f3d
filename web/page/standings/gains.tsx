// What a score turns into: the parts in which most is to gain, and who is nearest to a better place and by what.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { amount } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { standingsText } from '../../text/standings.ts';
import type { RoundPage } from './round.tsx';

function Member({
  page,
  id,
  name,
}: {
  readonly page: RoundPage;
  readonly id: string;
  readonly name: string;
}) {
  return (
    <Link to="/standings/$roundId/$memberId" params={{ roundId: page.round.id, memberId: id }}>
      {name}
    </Link>
  );
}

function Parts({ page }: { readonly page: RoundPage }): ReactNode {
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-labelledby="gains">
      <div className="card-head">
        <h2 id="gains">{t.gains}</h2>
        <span className="note">{t.gainsHint}</span>
      </div>
      <div className="table-box">
        <table className="lined">
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col" className="num">
                {t.missed}
              </th>
              <th scope="col" className="num">
                {t.withoutValue}
              </th>
              <th scope="col">{t.whoMost}</th>
            </tr>
          </thead>
          <tbody>
            {page.gains.map((gain) => (
              <tr key={gain.partId}>
                <th scope="row">{page.formula.parts.find(({ id }) => id === gain.partId)?.name}</th>
                <td className="num">{amount(gain.missed)}</td>
                <td className="num">{gain.withoutValue === 0 ? '—' : gain.withoutValue}</td>
                <td>
                  {gain.most.map((one) => (
                    <span key={one.memberId} className="standing-who">
                      <Member page={page} id={one.memberId} name={one.name} />{' '}
                      <span className="note">{t.loss(amount(one.missed))}</span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Next({ page }: { readonly page: RoundPage }): ReactNode {
  const t = useFeatureText(standingsText);
  const nameOf = (id: string): string => page.formula.parts.find((part) => part.id === id)?.name ?? id;
  return (
    <section className="card" aria-labelledby="next-moves">
      <div className="card-head">
        <h2 id="next-moves">{t.next}</h2>
        <span className="note">{t.nextHint}</span>
      </div>
      <div className="table-box">
        <table className="lined">
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.place}</th>
              <th scope="col" className="num">
                {t.needed}
              </th>
              <th scope="col">{t.byWhat}</th>
            </tr>
          </thead>
          <tbody>
            {page.next.map((move) => {
              const { way } = move;
              const words = way?.change.startsWith('-') ? t.wayDown : t.way;
              return (
                <tr key={move.memberId}>
                  <th scope="row">
                    <Member page={page} id={move.memberId} name={move.name} />
                  </th>
                  <td>{t.step(move.place, move.to, move.aboveName)}</td>
                  <td className="num">{amount(move.pointsNeeded)}</td>
                  <td className="note">
                    {way === null
                      ? t.severalParts
                      : words(nameOf(way.partId), amount(way.from), amount(way.to), amount(way.change))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Nothing where nobody has a place yet. */
export function Gains({ page }: { readonly page: RoundPage }): ReactNode {
  return (
    <>
      {page.gains.length > 0 && <Parts page={page} />}
      {page.next.length > 0 && <Next page={page} />}
    </>
  );
}
