// What becomes of the figures of a table: new, a revision that names the figure it replaces, unchanged, doubtful, or refused.
import { looksLikeWrongUnit } from '../../project/money.ts';
import type { IsoDate } from '../../quantity/date.ts';
import { compare, parseDecimal } from '../../quantity/decimal.ts';
import type { ReadFigure, RefusedFigure, SeriesRowProblem } from './table.ts';

export interface KnownFigure {
  readonly id: string;
  readonly indicator: string;
  readonly placeId: string;
  readonly measure: ReadFigure['measure'];
  readonly periodStart: IsoDate;
  readonly periodEnd: IsoDate;
  readonly value: string;
  readonly number: number;
}

export interface Settled {
  readonly fresh: readonly ReadFigure[];
  readonly revised: readonly { readonly figure: ReadFigure; readonly before: KnownFigure }[];
  readonly unchanged: readonly ReadFigure[];
  /** Asked about: taken only when the sender says that they were looked at. */
  readonly doubtful: readonly RefusedFigure[];
  readonly refused: readonly RefusedFigure[];
}

type Keyed = Pick<KnownFigure, 'indicator' | 'placeId' | 'measure' | 'periodEnd'>;

export const keyOf = ({ indicator, placeId, measure, periodEnd }: Keyed): string =>
  [indicator, placeId, measure, periodEnd].join('\t');

const keyed = (figure: ReadFigure): Keyed => ({ ...figure, periodEnd: figure.end });

const sameNumber = (a: string, b: string): boolean => {
  const [one, two] = [parseDecimal(a), parseDecimal(b)];
  return one !== null && two !== null && compare(one, two) === 0;
};

const refusal = (
  { row, at, text, end }: ReadFigure,
  code: SeriesRowProblem,
  params: Readonly<Record<string, string>>,
): RefusedFigure => ({ row, at, text, code, params: { cell: at, text, day: end, ...params } });

interface Line {
  readonly end: IsoDate;
  readonly value: string;
}

/** Figures of the same series beside this one, those of the table itself included. */
function beside(figure: ReadFigure, lines: readonly Line[]): { before: Line | null } {
  const earlier = lines.filter(({ end }) => end < figure.end);
  return {
    before: earlier.reduce<Line | null>((last, each) => (last && last.end > each.end ? last : each), null),
  };
}

function doubtOf(figure: ReadFigure, lines: readonly Line[]): RefusedFigure | null {
  if (figure.measure !== 'total' && figure.measure !== 'period') return null;
  const { before } = beside(figure, lines);
  const [value, last] = [parseDecimal(figure.value), before && parseDecimal(before.value)];
  if (!before || !value || !last) return null;
  const params = { value: figure.value, last: before.value, lastDay: before.end };
  if (looksLikeWrongUnit(value, last)) return refusal(figure, 'series.wrongUnit', params);
  const sameYear = before.end.slice(0, 4) === figure.end.slice(0, 4);
  const falls = figure.measure === 'total' && sameYear && compare(value, last) < 0;
  return falls ? refusal(figure, 'series.totalFalls', params) : null;
}

/** `known` holds the figures in force. With `confirmed` what is doubtful is taken as it stands. */
export function settle(
  read: readonly ReadFigure[],
  known: readonly KnownFigure[],
  today: IsoDate,
  confirmed: boolean,
): Settled {
  const inForce = new Map(known.map((figure) => [keyOf(figure), figure]));
  const lines = new Map<string, Line[]>();
  const lineKey = (figure: Keyed): string => [figure.indicator, figure.placeId, figure.measure].join('\t');
  const add = (figure: Keyed, value: string): void => {
    const key = lineKey(figure);
    const line = lines.get(key);
    if (line) line.push({ end: figure.periodEnd, value });
    else lines.set(key, [{ end: figure.periodEnd, value }]);
  };
  for (const figure of known) add(figure, figure.value);
  const seen = new Map<string, ReadFigure>();
  const fresh: ReadFigure[] = [];
  const revised: { figure: ReadFigure; before: KnownFigure }[] = [];
  const unchanged: ReadFigure[] = [];
  const doubtful: RefusedFigure[] = [];
  const refused: RefusedFigure[] = [];
  for (const figure of read) {
    const key = keyOf(keyed(figure));
    const twin = seen.get(key);
    const before = inForce.get(key);
    if (figure.end > today) refused.push(refusal(figure, 'series.periodAhead', { today }));
    else if (twin) {
      if (sameNumber(twin.value, figure.value)) unchanged.push(figure);
      else
        refused.push(
          refusal(figure, 'series.twice', { value: figure.value, other: twin.value, otherCell: twin.at }),
        );
    } else {
      seen.set(key, figure);
      if (before && sameNumber(before.value, figure.value)) {
        unchanged.push(figure);
        continue;
      }
      const doubt = confirmed ? null : doubtOf(figure, lines.get(lineKey(keyed(figure))) ?? []);
      if (doubt) doubtful.push(doubt);
      else {
        add(keyed(figure), figure.value);
        if (before) revised.push({ figure, before });
        else fresh.push(figure);
      }
    }
  }
  return { fresh, revised, unchanged, doubtful, refused };
}
