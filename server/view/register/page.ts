// The page of one enterprise: figures with their origin, certificates, what may be used for what and why, awards, what it gets.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { registerRoutes } from '../../../core/contract/register.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { certificateKinds, isCertificateName } from '../../../core/policy/register/certificate.ts';
import {
  bases,
  type Consent,
  figureGroups,
  type Ground,
  groupNames,
  groupOf,
  mayUse,
  newestWord,
  purposeNames,
  purposes,
} from '../../../core/policy/register/consent.ts';
import { enterpriseFacts } from '../../../core/policy/register/enterprise.ts';
import type { Fact } from '../../../core/policy/register/fact.ts';
import { type Freshness, figureLasts, isStale } from '../../../core/policy/register/freshness.ts';
import { isLasting, knownFigures, ownDuty } from '../../../core/policy/register/known.ts';
import { maskIdNumber, maskName, maskPhone } from '../../../core/policy/register/person.ts';
import { dayFromEpoch, moneyText } from '../../../core/policy/words/number-words.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { rulesOn } from '../../act/clause/rules-on.ts';
import { factsOn } from '../../act/register/facts-on.ts';
import { freshnessOf } from '../../act/register/freshness.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listEnterprises } from '../../store/register/current.ts';
import {
  getContact,
  getHolder,
  type HeldCertificate,
  listAwards,
  listConsents,
  listHeld,
  listOrigins,
} from '../../store/register/enterprise.ts';
import {
  findCodes,
  getGrounds,
  getLayout,
  type KeptEnterprise,
  listKept,
} from '../../store/register/stream.ts';
import type { Vault } from '../../store/register/vault.ts';
import { findScope } from '../../store/scope.ts';
import { industryText } from './list.ts';

type Page = OutputOf<(typeof registerRoutes)['GET /api/register/:code']['response']>;
type Figure = Page['figures'][number];

const both = (text: string): Words => ({ zh: text, en: text });

/** Facts by name; a flag has its label and no column of its own. */
interface Named {
  readonly label: Words;
  readonly fact: Fact | null;
}
const named: ReadonlyMap<string, Named> = new Map(
  enterpriseFacts.flatMap((fact): [string, Named][] =>
    fact.flags
      ? fact.flags.map(({ name, label }) => [name, { label, fact: null }])
      : fact.known === null
        ? []
        : [[fact.name, { label: fact.label, fact }]],
  ),
);

export function figureText({ fact }: Named, value: number): Words {
  if (!fact) return value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (fact.measure === 'fen') return moneyText(value);
  if (fact.measure === 'date') return both(dayFromEpoch(value));
  if (fact.measure === 'code') return both(industryText(value));
  if (fact.measure === 'year') return value === 0 ? { zh: '从未', en: 'never' } : both(String(value));
  if (fact.measure === 'area') return { zh: `${value}平方米`, en: `${value} m²` };
  return { zh: `${value}${fact.unit?.zh ?? ''}`, en: `${value} ${fact.unit?.en ?? ''}`.trim() };
}

type Origins = Awaited<ReturnType<typeof listOrigins>>;

function figuresOf(
  { statements, consents }: KeptEnterprise,
  layout: readonly string[],
  origins: Origins,
  use: {
    readonly day: IsoDate;
    readonly groundOf: (importId: string | null) => Ground;
    readonly freshness: Freshness;
  },
): Figure[] {
  const until = Number(use.day.slice(0, 4));
  const lasts = (at: number): boolean => {
    const fact = named.get(layout[at] ?? '')?.fact;
    return fact ? isLasting(fact) : false;
  };
  const known = knownFigures(statements, until, lasts);
  const originOf = new Map(origins.map((origin) => [`${origin.year} ${origin.number}`, origin]));
  return known.flatMap((figure, at): Figure[] => {
    const name = layout[at] ?? '';
    const about = named.get(name);
    if (!figure || !about) return [];
    const origin = originOf.get(`${figure.year} ${figure.number}`);
    const group = groupOf(name);
    const before = statements
      .flatMap(({ year, number, figures }) => {
        const value = figures[at];
        const isNow = year === figure.year && number >= figure.number;
        return value === null || value === undefined || isNow ? [] : [{ year, number, value }];
      })
      .filter(
        ({ year, value }, index, all) => all[index - 1]?.year !== year || all[index - 1]?.value !== value,
      )
      .reverse()
      .map(({ year, number, value }) => ({
        ...{ year, number, value: figureText(about, value), at: originOf.get(`${year} ${number}`)?.at ?? '' },
      }));
    const usable = mayUse(
      { group, purpose: 'matching', day: use.day },
      use.groundOf(figure.importId),
      consents,
    );
    const from = origin && { ...origin };
    return [
      {
        ...{
          name,
          label: about.label,
          group,
          value: figureText(about, figure.value),
          year: figure.year,
          usable,
          stale: !lasts(at) && isStale(figureLasts(figure.year, use.freshness), use.day),
          lasts: lasts(at) ? null : figureLasts(figure.year, use.freshness),
          before,
        },
        origin: from
          ? { importId: from.importId, file: from.file, source: from.source, line: from.line, at: from.at }
          : null,
      },
    ];
  });
}

/** Days before its end from which a certificate is said to end soon: time to apply anew. */
const soonDays = 90;

function certificateOf(
  { kind, startsOn, endsOn, certificate, number, withdrawn }: HeldCertificate,
  day: IsoDate,
): Page['certificates'] {
  if (!isCertificateName(kind)) return [];
  const state = withdrawn
    ? 'withdrawn'
    : startsOn > day
      ? 'notYet'
      : endsOn !== null && endsOn < day
        ? 'over'
        : endsOn !== null && endsOn <= addDays(day, soonDays)
          ? 'endsSoon'
          : 'inForce';
  return [{ kind, label: certificateKinds[kind].label, startsOn, endsOn, certificate, number, state }];
}

/** What each group may be used for: by the firm's own word, else by the grounds its figures came on. */
function usesOf(consents: readonly Consent[], grounds: readonly Ground[], day: IsoDate): Page['uses'] {
  return groupNames.map((group) => ({
    group,
    label: figureGroups[group],
    uses: purposeNames.map((purpose) => {
      const ground = grounds.find((each) => mayUse({ group, purpose, day }, each, consents));
      const word = newestWord({ group, purpose }, consents);
      const given = word?.action === 'give' && word.until !== null && word.until >= day;
      const why: Words = given
        ? { zh: `企业授权（第 ${word.number} 号）`, en: `allowed by the firm (no. ${word.number})` }
        : word?.action === 'withdraw' && !ground
          ? { zh: `企业已撤回（第 ${word.number} 号）`, en: `withdrawn by the firm (no. ${word.number})` }
          : ground
            ? bases[ground.basis]
            : { zh: '没有依据', en: 'no ground' };
      return {
        ...{ purpose, label: purposes[purpose], allowed: ground !== undefined, why },
        until: given ? (word.until ?? null) : (ground?.consentUntil ?? null),
      };
    }),
  }));
}

async function getsOf(
  context: Context,
  code: string,
  day: IsoDate,
): Promise<{ gets: Page['gets']; titles: ReadonlyMap<string, Words> }> {
  const rules = await rulesOn(context, 'enterprise', day);
  const facts = await factsOn(context, code, { day, clauses: rules.clauses });
  const explanation = rules.explain(rules.encode(facts ?? {}));
  const speaker = new ResultSpeaker(rules.compiled);
  const titles = new Map(rules.compiled.details.map(({ clause }) => [clause.id, clause.title]));
  const rank = { yes: 0, no: 1, unknown: 2 } as const;
  const results = explanation.results
    .map((result) => {
      const said = speaker.say(result);
      return {
        ...{ id: result.id, title: titles.get(result.id) ?? both(result.id), answer: result.answer },
        ...{
          words: said.answer,
          reasons: [...said.reasons],
          pays: result.answer === 'yes' ? result.pays : 0,
        },
        failed: result.answer === 'no' ? result.failed.length : 0,
      };
    })
    .sort((a, b) => rank[a.answer] - rank[b.answer] || b.pays - a.pays || a.failed - b.failed);
  const count = (answer: 'yes' | 'no' | 'unknown'): number =>
    results.filter((each) => each.answer === answer).length;
  return {
    titles,
    gets: {
      total: moneyText(explanation.total),
      counts: { yes: count('yes'), no: count('no'), unknown: count('unknown') },
      results: results.map(({ pays: _pays, ...result }) => result),
    },
  };
}

export async function getEnterprisePage(
  context: Context,
  caller: Caller,
  code: string,
  query: { readonly day?: string | undefined; readonly vault: Vault | null },
): Promise<Result<Page, 'enterprise.notFound'>> {
  const { db, jurisdiction } = context;
  const day = query.day === undefined ? context.today() : isoDate(query.day);
  const [listed] = await listEnterprises(db, jurisdiction, [code]);
  const [kept] = await listKept(db, jurisdiction, await findCodes(db, jurisdiction, [code]));
  if (!listed || !kept) return fail('enterprise.notFound');
  const [layout, grounds, origins, held, consents, awards, contact, holder, places, scope, { gets, titles }] =
    await Promise.all([
      getLayout(db, jurisdiction),
      getGrounds(db, jurisdiction),
      listOrigins(db, jurisdiction, code),
      listHeld(db, jurisdiction, code),
      listConsents(db, jurisdiction, code),
      listAwards(db, jurisdiction, code),
      getContact(db, jurisdiction, code, query.vault),
      getHolder(db, jurisdiction, code),
      listAllPlaces(db, jurisdiction),
      findScope(db, jurisdiction, 'enterprise', code),
      getsOf(context, code, day),
    ]);
  const groundOf = (importId: string | null): Ground =>
    importId === null ? ownDuty : (grounds.get(importId) ?? { ...ownDuty, purposes: [] });
  const own = [...new Set(kept.statements.map(({ importId }) => importId))].map(groundOf);
  const may = (permission: 'enterprise.consent' | 'enterprise.reveal' | 'enterprise.load'): boolean =>
    scope !== undefined && mayOn(caller, permission, scope);
  return succeed({
    ...{ code, name: listed.name, asOf: day },
    place: places.find(({ id }) => id === listed.place_id)?.name ?? '',
    contactSealed: contact === 'sealed',
    contact:
      contact && contact !== 'sealed'
        ? {
            representative: maskName(contact.representative),
            phone: maskPhone(contact.phone),
            idNumber: maskIdNumber(contact.idNumber),
          }
        : null,
    holder: holder?.name ?? null,
    figures: figuresOf(kept, layout, origins, { day, groundOf, freshness: await freshnessOf(context) }),
    certificates: held.flatMap((each) => certificateOf(each, day)),
    uses: usesOf(consents, own, day),
    consents: consents.map((each) => ({
      ...each,
      groups: groupNames.filter((name) => each.groups.includes(name)).map((name) => figureGroups[name]),
      purposes: purposeNames.filter((name) => each.purposes.includes(name)).map((name) => purposes[name]),
    })),
    awards: awards.map((award) => ({
      ...{
        ...award,
        title: titles.get(award.clauseId) ?? both(award.clauseId),
        amount: moneyText(award.fen),
      },
    })),
    gets,
    mayWrite: may('enterprise.load'),
    mayConsent: may('enterprise.consent'),
    mayReveal: may('enterprise.reveal'),
  });
}
