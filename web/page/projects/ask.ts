// What the address asks of the register: year, day and cut, as the server's query.
import { moneySources, projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import type { Ask } from '../../api.ts';
import { useWords } from '../../ask.ts';

export type Cut = Ask<'GET /api/projects/dispatch'>['query'];
type Flag = NonNullable<Cut['flag']>;

export const flags = [
  'gateLate',
  'blockerLate',
  'noReport',
  'behindTime',
  'blockerOpen',
  'evidence',
] as const satisfies readonly Flag[];
export const sorts = ['pressing', 'due', 'percent', 'annualPlan', 'total', 'name'] as const;
export const groups = ['field', 'place', 'level', 'kind', 'source', 'list'] as const;
export const views = ['board', 'list', 'timeline', 'map', 'rates', 'published'] as const;

export const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text);

/** The day that is judged travels along in the address from plans of other years: it holds only within the year of the register. */
export function useCut(): Cut {
  const words = useWords();
  const { year, asOf, search, field, place, status } = words;
  const kind = oneOf(projectKinds, words.kind);
  const level = oneOf(projectLevels, words.level);
  const list = oneOf(projectLists, words.list);
  const source = oneOf(moneySources, words.source);
  const flag = oneOf(flags, words.reasons);
  return {
    ...(year === undefined ? {} : { year }),
    ...(asOf !== undefined && year !== undefined && asOf.startsWith(year) ? { asOf } : {}),
    ...(search === undefined ? {} : { search }),
    ...(field === undefined ? {} : { field }),
    ...(place === undefined ? {} : { place }),
    ...(status === undefined ? {} : { stuck: status }),
    ...(kind === undefined ? {} : { kind }),
    ...(level === undefined ? {} : { level }),
    ...(list === undefined ? {} : { list }),
    ...(source === undefined ? {} : { source }),
    ...(flag === undefined ? {} : { flag }),
    ...(words.funded === 'yes' ? { funded: 'yes' as const } : {}),
  };
}
