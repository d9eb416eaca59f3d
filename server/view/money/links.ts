// Links of money to promises: decided, proposed, and what can be linked; money announced by area beside its lines; cuts.
import { baseOf, type CutBase } from '../../../core/assess/cut.ts';
import { type Announcement, announcedStanding } from '../../../core/budget/announced.ts';
import { cutReached, mostAfter } from '../../../core/budget/cut.ts';
import { pairKey, proposeLinks } from '../../../core/budget/link.ts';
import type { moneyRoutes } from '../../../core/contract/money.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { numberOf, printed } from '../../../core/project/money.ts';
import { yearEnd } from '../../../core/quantity/calendar.ts';
import { compare, subtract } from '../../../core/quantity/decimal.ts';
import { moneySources, promisesOf } from '../../act/budget/money-sources.ts';
import { readBudgetSettings } from '../../act/budget/settings.ts';
import type { Context } from '../../context.ts';
import {
  type KeptAnnouncement,
  type KeptCut,
  listAnnouncements,
  listCuts,
} from '../../store/budget/announced.ts';
import { listCutFacts } from '../../store/budget/cut-fact.ts';
import { type KeptLink, listLinks } from '../../store/budget/link.ts';
import { findingView } from '../budget/line.ts';
import { loadMoney } from './quadrants.ts';

type Routes = typeof moneyRoutes;
type LinkPage = OutputOf<Routes['GET /api/money/links']['response']>;
type AnnouncedPage = OutputOf<Routes['GET /api/money/announced']['response']>;
type DocumentView = AnnouncedPage['documents'][number];
type MoneyMap = Awaited<ReturnType<typeof loadMoney>>;

export async function getLinks(
  context: Context,
  query: { readonly plan?: string | undefined },
): Promise<LinkPage> {
  const { db, jurisdiction } = context;
  const [sources, targets, links] = await Promise.all([
    moneySources(context),
    promisesOf(context, query.plan),
    listLinks(db, jurisdiction),
  ]);
  const nameOf = (
    given: readonly { kind: string; id: string; name: string }[],
    kind: string,
    id: string,
  ): string => given.find((each) => each.kind === kind && each.id === id)?.name ?? id;
  const decided = new Set(links.map(({ source, target }) => pairKey(source, target)));
  return {
    links: links.map(({ source, target, number, decision, reason, by, at }) => ({
      source: { ...source, name: nameOf(sources, source.kind, source.id) },
      target: { ...target, name: nameOf(targets, target.kind, target.id) },
      ...{ number, decision, reason, by, at },
    })),
    proposals: proposeLinks(sources, targets, decided).map((proposal) => ({ ...proposal })),
    sources: [...sources],
    targets: [...targets],
  };
}

function documentView(
  document: string,
  rows: readonly KeptAnnouncement[],
  links: readonly KeptLink[],
  money: MoneyMap,
): DocumentView {
  const areas = rows.filter(({ area }) => area !== '');
  const netRow = rows.find(({ area }) => area === '');
  const net = netRow?.amount ?? null;
  const linesOf = (id: string): readonly string[] =>
    links.filter(({ target }) => target.id === id).map(({ source }) => source.id);
  const given = areas.map(
    ({ id, area, year, amount }): Announcement => ({ id, area, year, amount, lineIds: linesOf(id) }),
  );
  const budgets = new Map(
    [...money.values()].flatMap(({ kind, id, budget }) =>
      kind === 'line' && budget !== null ? [[id, budget] as const] : [],
    ),
  );
  const lineName = (id: string): string => money.get(`line\t${id}`)?.name ?? id;
  const areaName = (id: string): string => areas.find((each) => each.id === id)?.area ?? id;
  const standing = announcedStanding(given, budgets, areas[0]?.year ?? 0);
  const [gross, netNumber] = [numberOf(standing.announced), numberOf(net)];
  return {
    document,
    areas: areas.map(({ id, area, ref, amount, number, source, explanation }) => ({
      ...{ id, area, ref, amount, number, source, explanation },
      lines: linesOf(id).map((line) => ({
        id: line,
        name: lineName(line),
        budget: budgets.get(line) ?? null,
      })),
    })),
    netNumber: netRow?.number ?? 0,
    gross: standing.announced,
    net,
    overlap: gross && netNumber ? printed(subtract(gross, netNumber)) : null,
    behind: standing.behind,
    overlaps: standing.overlaps.map(({ lineId, announcements, announced, budget }) => ({
      ...{ lineId, name: lineName(lineId), areas: announcements.map(areaName), announced, budget },
    })),
    findings: standing.findings
      .map((finding) => ({
        ...finding,
        params:
          finding.params.line === undefined
            ? finding.params
            : { ...finding.params, line: lineName(finding.params.line) },
      }))
      .map(findingView),
  };
}

function cutView(cut: KeptCut, found: CutBase | null, money: MoneyMap): AnnouncedPage['cuts'][number] {
  const { id, metric, percent, lineId, source, sample, commitmentId, number, explanation } = cut;
  const base = found?.amount ?? null;
  const spent = lineId === null ? null : (money.get(`line\t${lineId}`)?.spent ?? null);
  const most = base === null ? null : mostAfter({ metric, base, percent, printed: '' });
  const [limit, out] = [numberOf(most), numberOf(spent)];
  return {
    ...{ id, metric, percent, base, most, spent, lineId, source, sample, commitmentId, number, explanation },
    baseFrom: found?.from ?? null,
    reached: base === null || spent === null ? null : cutReached(base, spent),
    kept: limit && out ? compare(out, limit) <= 0 : null,
  };
}

export async function getAnnounced(
  context: Context,
  query: { readonly year?: string | undefined },
): Promise<AnnouncedPage> {
  const { db, jurisdiction } = context;
  const [rows, links, cuts, facts, settings] = await Promise.all([
    listAnnouncements(db, jurisdiction),
    listLinks(db, jurisdiction),
    listCuts(db, jurisdiction),
    listCutFacts(db, jurisdiction, null, null),
    readBudgetSettings(context),
  ]);
  const years = [...new Set([...rows, ...cuts].map(({ year }) => year))].sort((a, b) => b - a);
  const year = query.year === undefined ? (years[0] ?? null) : Number(query.year);
  if (year === null) return { year, years, documents: [], cuts: [] };
  const money = await loadMoney(context, yearEnd(year), settings);
  const own = rows.filter((row) => row.year === year);
  const accepted = links.filter(
    ({ decision, target, source }) =>
      decision === 'accept' && target.kind === 'announcement' && source.kind === 'line',
  );
  const baseOn = (id: string): CutBase | null => {
    const fact = facts.find((each) => each.id === id);
    return fact ? baseOf(fact, yearEnd(year)) : null;
  };
  // A document that says its net total first: there the overlap can be told.
  const hasNet = (name: string): boolean =>
    own.some(({ document, area }) => document === name && area === '');
  const documents = [...new Set(own.map(({ document }) => document))].sort(
    (a, b) => Number(hasNet(b)) - Number(hasNet(a)),
  );
  return {
    ...{ year, years },
    documents: documents.map((document) =>
      documentView(
        document,
        own.filter((row) => row.document === document),
        accepted,
        money,
      ),
    ),
    cuts: cuts.filter((cut) => cut.year === year).map((cut) => cutView(cut, baseOn(cut.id), money)),
  };
}
