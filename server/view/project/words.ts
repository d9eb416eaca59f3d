// Rates, groups, chains and findings as an answer says them: formulas filled in, names of places and gates in both languages.
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import type { Finding } from '../../../core/project/finding.ts';
import type { GroupBy } from '../../../core/project/group.ts';
import { moneySources, projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import type { Rate } from '../../../core/project/rate.ts';
import type { GateChain, ProjectSettings } from '../../../core/project/settings.ts';
import {
  formulaText,
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import { findingWords, gateWords, stuckWords } from '../../../core/vocabulary/project-finding.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { ownLevel } from '../../act/project/import-register.ts';
import type { Context } from '../../context.ts';

type Summary = InputOf<(typeof projectRoutes)['GET /api/projects/summary']['response']>;

export function rateView({
  formula,
  numerator,
  denominator,
  percent,
  missing,
}: Rate): Summary['whole']['start'] {
  const put = (text: string): string =>
    text
      .replace('{numerator}', numerator)
      .replace('{denominator}', denominator)
      .replace('{percent}%', percent === null ? '—' : `${percent}%`);
  const { zh, en } = formulaText[formula];
  return { formula: { zh: put(zh), en: put(en) }, numerator, denominator, percent, missing };
}

export const findingView = ({ code, weight, params }: Finding<string>, chain: GateChain) => ({
  ...{ code, weight, params: { ...params } },
  message: findingWords({ code, params }, chain),
});

export function chainView({ chain: { value, source } }: ProjectSettings): Summary['chain'] {
  const ids = [value.first, ...value.gates.map(({ id }) => id)];
  return {
    gates: ids.map((id) => ({ id, words: gateWords(value, id) })),
    stuck: value.gates.map(({ stuckId }) => ({ id: stuckId, words: stuckWords(value, stuckId) })),
    source,
  };
}

/** The places that projects lie in; the level of the city itself is one of them. */
export async function placesView({ db, jurisdiction }: Context): Promise<Summary['places']> {
  const rows = await db
    .selectFrom('place')
    .select(['id', 'name', 'name_en', 'tile'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('position')
    .execute();
  const places = rows.map(({ id, name, name_en, tile }) => ({
    ...{ id, name, nameEn: name_en },
    tile: tile === null ? null : ([tile[0], tile[1]] as [number, number]),
  }));
  return [{ id: ownLevel.id, name: ownLevel.zh, nameEn: ownLevel.en, tile: null }, ...places];
}

const labels: Readonly<Partial<Record<GroupBy, Readonly<Record<string, Words>>>>> = {
  level: projectLevelLabel,
  kind: projectKindLabel,
  source: moneySourceLabel,
  list: projectListLabel,
};

const orders: Readonly<Partial<Record<GroupBy, readonly string[]>>> = {
  level: projectLevels,
  kind: projectKinds,
  source: moneySources,
  list: projectLists,
};

/** Groups in the order of the words that a city knows them by: of districts, of the plan; a group that has no name comes last. */
export function inOrder(keys: Iterable<string>, by: GroupBy, places: Summary['places']): readonly string[] {
  const order = by === 'place' ? places.map(({ id }) => id) : (orders[by] ?? []);
  const rank = new Map(order.map((key, at) => [key, at]));
  const rankOf = (key: string): number => rank.get(key) ?? (key === '' ? order.length + 1 : order.length);
  return [...keys].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b)));
}

export function groupWords(by: GroupBy, key: string, places: Summary['places']): Words {
  const place = by === 'place' ? places.find(({ id }) => id === key) : undefined;
  if (place) return { zh: place.name, en: place.nameEn };
  const table = labels[by];
  const label = table && Object.hasOwn(table, key) ? table[key] : undefined;
  if (label) return label;
  return key === '' ? { zh: '未填', en: 'Not given' } : { zh: key, en: key };
}
