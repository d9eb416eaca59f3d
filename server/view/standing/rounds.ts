// Rounds as they are shown: a published one as it was frozen, one in preparation as it is now, and only to those who prepare it.
import { defaultAppraisalSettings, gradeOf } from '../../../core/assess/standing/appraisal.ts';
import { explainPlace, movements } from '../../../core/assess/standing/explain.ts';
import { type Formula, type Member, roundLifecycle } from '../../../core/assess/standing/formula.ts';
import { gapOfTotal, nextMoves, partGains, totalSpread } from '../../../core/assess/standing/gain.ts';
import type { Standing } from '../../../core/assess/standing/rank.ts';
import { usualFormulas } from '../../../core/assess/standing/usual-formulas.ts';
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { standingRoutes } from '../../../core/contract/standings.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { parseDecimal, printDecimal, round as roundDecimal, trim } from '../../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import { readRound } from '../../act/standing/inputs.ts';
import { roundFacts, wholeCity } from '../../act/standing/move-round.ts';
import type { Context } from '../../context.ts';
import { listFormulas } from '../../store/standing/formula.ts';
import {
  type Frozen,
  getFrozen,
  listRoundEvents,
  listRounds,
  type RoundRow,
} from '../../store/standing/round.ts';

type Answers = typeof standingRoutes;
export type StandingList = OutputOf<Answers['GET /api/standings']['response']>;
export type RoundPage = OutputOf<Answers['GET /api/standings/rounds/:roundId']['response']>;
export type PlacePage = OutputOf<Answers['GET /api/standings/rounds/:roundId/members/:memberId']['response']>;
type MemberView = PlacePage['member'];

/** As many steps as an office can look after in a week. */
const mostMoves = 8;

const prepares = (caller: Caller): boolean => isAllowed(caller, 'standing.publish', true);

/** What was published stays to be seen, also after it was withdrawn: the withdrawal is part of its history. */
async function wasPublished({ db, jurisdiction }: Context, round: RoundRow): Promise<boolean> {
  if (round.state !== 'withdrawn') return round.state === 'published';
  const events = await listRoundEvents(db, jurisdiction, round.id);
  return events.some(({ action }) => action === 'publish');
}

const rowView = ({ id, name, planId, formulaId, version, asOf, state, movedAt, formula }: RoundRow) => ({
  ...{ id, name, of: formula.of, planId, formulaId, version, asOf, state, movedAt },
});

const formulaView = (formula: Formula) => ({ ...formula, parts: [...formula.parts] });

export async function listStandings(context: Context, caller: Caller): Promise<StandingList> {
  const { db, jurisdiction } = context;
  const [rounds, formulas] = await Promise.all([
    listRounds(db, jurisdiction, null),
    listFormulas(db, jurisdiction),
  ]);
  const seen = prepares(caller)
    ? rounds
    : (
        await Promise.all(rounds.map(async (round) => ((await wasPublished(context, round)) ? [round] : [])))
      ).flat();
  return {
    rounds: seen.map(rowView),
    formulas: formulas.map(({ body }) => formulaView(body)),
    usual: usualFormulas.map(formulaView),
  };
}

interface Loaded {
  readonly round: RoundRow;
  readonly frozen: Frozen;
}

async function load(context: Context, caller: Caller, roundId: string): Promise<Result<Loaded, ProblemCode>> {
  const { db, jurisdiction } = context;
  const [round] = await listRounds(db, jurisdiction, roundId);
  if (!round || !(prepares(caller) || (await wasPublished(context, round)))) return fail('standing.notFound');
  const kept = await getFrozen(db, jurisdiction, roundId);
  if (kept) return succeed({ round, frozen: kept });
  const now = await readRound(context, round);
  return now.ok ? succeed({ round, frozen: now.value }) : now;
}

interface Earlier {
  readonly round: RoundRow;
  readonly standing: Standing;
}

/** Published rounds of the same race in the same plan, oldest first. */
async function publishedRounds(
  { db, jurisdiction }: Context,
  { formula, planId }: RoundRow,
): Promise<Earlier[]> {
  const rounds = (await listRounds(db, jurisdiction, null))
    .filter((each) => each.state === 'published' && each.formulaId === formula.id && each.planId === planId)
    .toReversed();
  const found = await Promise.all(
    rounds.map(async (round): Promise<Earlier[]> => {
      const frozen = await getFrozen(db, jurisdiction, round.id);
      return frozen ? [{ round, standing: frozen.standing }] : [];
    }),
  );
  return found.flat();
}

/** Points of parts are kept in more places than the total, and shown in the formula's own. */
function shown(points: string, { places }: Formula): string {
  const value = parseDecimal(points);
  return value ? printDecimal(trim(roundDecimal(value, places, 'halfUp'))) : points;
}

const reasonOf = (members: readonly Member[], memberId: string, partId: string): string | null => {
  const value = members.find(({ id }) => id === memberId)?.values[partId];
  return value?.kind === 'notApplicable' ? value.reason : null;
};

function membersView({ round, frozen }: Loaded, earlier: readonly Earlier[]): MemberView[] {
  const before = earlier.findLast((each) => each.round.id !== round.id && each.round.asOf < round.asOf);
  const moves = before ? movements(before.standing, frozen.standing) : [];
  const isAppraisal = round.formula.of === 'livelihood';
  return frozen.standing.members.map((member) => ({
    ...member,
    grade: isAppraisal && member.place !== null ? gradeOf(member.points, defaultAppraisalSettings) : null,
    moved: moves.find(({ memberId }) => memberId === member.memberId)?.places ?? null,
    parts: member.parts.map((part) => ({
      ...part,
      points: shown(part.points, round.formula),
      full: shown(part.full, round.formula),
      reason: reasonOf(frozen.members, member.memberId, part.partId),
    })),
  }));
}

async function offersOf(
  context: Context,
  caller: Caller,
  { round, frozen }: Loaded,
): Promise<RoundPage['offers']> {
  if (!prepares(caller)) return [];
  const now = round.state === 'frozen' ? await readRound(context, round) : succeed(frozen);
  if (!now.ok) return [];
  // The reason is asked for with the click; here it is not held against the move.
  const given = { actorId: caller.accountId, reason: '——' };
  const facts = await roundFacts(context, round, now.value, given);
  const roles = rolesOver(caller.grants, wholeCity, context.today());
  return availableMoves(roundLifecycle, round.state, roles, facts).map(({ action, unmet }) => ({
    action,
    unmet: unmet.map(({ code }) => ({ code, ...problemText[code] })),
  }));
}

export async function getRoundPage(
  context: Context,
  caller: Caller,
  roundId: string,
): Promise<Result<RoundPage, ProblemCode>> {
  const loaded = await load(context, caller, roundId);
  if (!loaded.ok) return loaded;
  const { round, frozen } = loaded.value;
  const [earlier, events, offers] = await Promise.all([
    publishedRounds(context, round),
    listRoundEvents(context.db, context.jurisdiction, roundId),
    offersOf(context, caller, loaded.value),
  ]);
  const total = totalSpread(frozen.standing);
  return succeed({
    round: rowView(round),
    formula: formulaView(round.formula),
    number: round.number,
    sha256: frozen.sha256,
    members: membersView(loaded.value, earlier).map((member) => ({
      ...member,
      gapToMedian: gapOfTotal(member, total),
    })),
    total,
    gains: partGains(round.formula, frozen.standing).map(({ missed, most, ...gain }) => ({
      ...gain,
      missed: shown(missed, round.formula),
      most: most.map((one) => ({ ...one, missed: shown(one.missed, round.formula) })),
    })),
    next: nextMoves(round.formula, frozen.standing, mostMoves).map((one) => ({ ...one })),
    ranges: frozen.standing.ranges.map((each) => ({ ...each })),
    events: events.map(({ number, action, reason, by, recordedAt }) => ({
      number,
      action,
      reason,
      by,
      recordedAt,
    })),
    offers,
  });
}

export async function getPlacePage(
  context: Context,
  caller: Caller,
  roundId: string,
  memberId: string,
): Promise<Result<PlacePage, ProblemCode>> {
  const loaded = await load(context, caller, roundId);
  if (!loaded.ok) return loaded;
  const { round, frozen } = loaded.value;
  const explained = explainPlace(round.formula, frozen.standing, memberId);
  const earlier = await publishedRounds(context, round);
  const member = membersView(loaded.value, earlier).find((each) => each.memberId === memberId);
  if (!explained || !member) return fail('object.notFound');
  const { oneUp, lost, of } = explained;
  const nameOf = (id: string): string =>
    frozen.standing.members.find((each) => each.memberId === id)?.name ?? id;
  return succeed({
    round: rowView(round),
    formula: formulaView(round.formula),
    member,
    of,
    ranges: frozen.standing.ranges.map((each) => ({ ...each })),
    lost: lost.map(({ partId, points }) => ({ partId, points: shown(points, round.formula) })),
    oneUp: oneUp && {
      above: nameOf(oneUp.aboveId),
      place: oneUp.place,
      pointsNeeded: oneUp.pointsNeeded,
      ways: oneUp.ways.map((each) => ({ ...each })),
    },
    history: earlier.flatMap((each) => {
      const own = each.standing.members.find((one) => one.memberId === memberId);
      const ranked = each.standing.members.filter(({ place }) => place !== null).length;
      const { id, name, asOf, version } = each.round;
      return own
        ? [{ roundId: id, name, asOf, version, place: own.place, of: ranked, points: own.points }]
        : [];
    }),
  });
}
