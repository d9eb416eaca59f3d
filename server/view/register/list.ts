// A page of the register within the caller's reach, and how many there are; without personal data.
import { type Caller, listScopeOf } from '../../../core/contract/permission.ts';
import type { registerRoutes } from '../../../core/contract/register.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import {
  type CertificateName,
  certificateKinds,
  certificateNames,
} from '../../../core/policy/register/certificate.ts';
import { industryRanges } from '../../../core/policy/register/industry.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { getRegisterVersion } from '../../store/register/change.ts';
import {
  countListed,
  type ListedEnterprise,
  type ListWish,
  listPage,
  type SortColumn,
} from '../../store/register/current.ts';
import { placesInside } from '../../store/scope.ts';

type Page = OutputOf<(typeof registerRoutes)['GET /api/register']['response']>;

export interface Narrowing {
  readonly words?: string | undefined;
  readonly place?: string | undefined;
  readonly industry?: keyof typeof industryRanges | undefined;
  readonly certificate?: CertificateName | undefined;
}

export interface ListQuery extends Narrowing {
  readonly sort?: SortColumn | undefined;
  readonly way?: 'ascending' | 'descending' | undefined;
  readonly after?: string | undefined;
}

const pageRows = 50;

/** An account of a firm sees the firms it acts for, an office all of them. */
export async function wishOf(context: Context, caller: Caller, query: Narrowing): Promise<ListWish> {
  const scope = listScopeOf(caller, 'enterprise.read');
  const range = query.industry === undefined ? null : industryRanges[query.industry];
  return {
    words: query.words ?? '',
    places:
      query.place === undefined ? null : await placesInside(context.db, context.jurisdiction, [query.place]),
    industry: range ? [Number(range.from), Number(range.to)] : null,
    certificate: query.certificate === undefined ? null : { kind: query.certificate, day: context.today() },
    holder: scope.city ? null : (scope.owner ?? '00000000-0000-0000-0000-000000000000'),
  };
}

/** Counting a million rows takes longer than a page of them; the register says itself when a count is out of date. */
const mostCounts = 200;
const counts = new Map<string, number>();

async function countOf({ db, jurisdiction }: Context, wish: ListWish): Promise<number> {
  const version = await getRegisterVersion(db, jurisdiction);
  const key = JSON.stringify([jurisdiction, version, wish]);
  const count =
    wish.holder === null
      ? (counts.get(key) ?? (await countListed(db, jurisdiction, wish)))
      : await countListed(db, jurisdiction, wish);
  counts.set(key, count);
  const [oldest] = counts.keys();
  if (counts.size > mostCounts && oldest !== undefined) counts.delete(oldest);
  return count;
}

const sortValue = (row: ListedEnterprise, sort: SortColumn): string => String(row[sort] ?? -1);

/** value~code, and neither may be missing. */
function cursorOf(text: string | undefined): { value: string; code: string } | null {
  const at = text?.lastIndexOf('~') ?? -1;
  return text === undefined || at < 0 ? null : { value: text.slice(0, at), code: text.slice(at + 1) };
}

export const industryText = (industry: number | null): string =>
  industry === null ? '' : String(industry).padStart(4, '0');

export async function getRegisterPage(context: Context, caller: Caller, query: ListQuery): Promise<Page> {
  const { db, jurisdiction } = context;
  const [wish, places] = [await wishOf(context, caller, query), await listAllPlaces(db, jurisdiction)];
  const sort = query.sort ?? 'revenue';
  const descending = (query.way ?? (query.sort === undefined ? 'descending' : 'ascending')) === 'descending';
  const cursor = cursorOf(query.after);
  const isNumber = sort === 'employees' || sort === 'revenue';
  const after = cursor && (!isNumber || /^-?\d{1,18}$/.test(cursor.value)) ? cursor : null;
  const found = await listPage(db, jurisdiction, { ...wish, sort, descending, after, limit: pageRows + 1 });
  const rows = found.slice(0, pageRows);
  const last = rows.at(-1);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  return {
    rows: rows.map(({ placeId, industry, ...row }) => ({
      ...row,
      ...{ place: nameOf.get(placeId) ?? '', industry: industryText(industry) },
    })),
    total: await countOf(context, wish),
    next: found.length > pageRows && last ? `${sortValue(last, sort)}~${last.code}` : null,
    places: places.map(({ id, name, name_en: nameEn }) => ({
      name: id,
      label: { zh: name, en: nameEn || name },
    })),
    certificates: certificateNames.map((name) => ({ name, label: certificateKinds[name].label })),
  };
}
