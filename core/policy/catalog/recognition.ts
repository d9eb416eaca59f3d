// Awards for being recognised, founded or listed for the first time: one frame, because they differ only in year, sum and item.
import type { Clause, Subject } from '../clause.ts';
import { fails, type Item, lacksFacts, pays } from './frame.ts';

interface Recognition {
  readonly id: string;
  readonly title: Clause['title'];
  readonly item: Item;
  readonly area: Clause['area'];
  readonly lead: string;
  /** The column with the year of the recognition. */
  readonly year: string;
  readonly amount: string;
  readonly ceiling: boolean;
  readonly subject?: Subject;
  readonly automation?: Clause['automation'];
  readonly overlap?: Clause['overlap'];
}

/** Recognised in this year or the last, and paid once: a list published in December is paid in the next year. */
export function recognised(given: Recognition): Clause {
  const {
    id,
    title,
    item,
    area,
    lead,
    year,
    amount,
    subject = 'enterprise',
    automation = 'automatic',
  } = given;
  const now = Number(item.frame.valid.from.slice(0, 4));
  return {
    id,
    title,
    area,
    lead,
    benefit: 'grant',
    ...item.frame,
    automation,
    subject,
    params: { amount: item.says(amount) },
    when: { compare: year, is: 'atLeast', to: { year: -1 } },
    amount: { fixed: '$amount' },
    ...(given.ceiling ? { ceiling: true } : {}),
    once: { per: subject, key: year },
    ...(given.overlap ? { overlap: given.overlap } : {}),
    tests: [
      pays({ [year]: now - 1 }, amount),
      pays({ [year]: now }, amount),
      fails({ [year]: now - 2 }, [year]),
      fails({ [year]: now }, ['once'], { paid: [year] }),
      lacksFacts({}, [year]),
    ],
  };
}
