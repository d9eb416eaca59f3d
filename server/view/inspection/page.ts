// One inspection as its reader may see it: the office and the team everything, the unit the findings only once they are fed back.

import type { inspectionRoutes } from '../../../core/contract/inspections.ts';
import { type Caller, isAllowed, listScopeOf, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { inspectionLifecycle } from '../../../core/supervise/inspection.ts';
import { openClashes } from '../../../core/supervise/inspection-plan.ts';
import { candidatesFor, standsAside } from '../../../core/supervise/inspector.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import {
  type LoadedInspection,
  loadFacts,
  loadInspection,
  type PoolMember,
} from '../../act/inspection/load.ts';
import {
  clashesAmong,
  daysOf,
  type InspectionStanding,
  nextFreeDay,
  questionOf,
} from '../../act/inspection/standing.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listBox } from '../../store/inspection/evidence.ts';
import { listAnswers, listFindingsOf } from '../../store/inspection/finding.ts';
import { loadPlaceNames } from '../supervise/notices.ts';
import { asSeenBy, inspectionLine } from './rows.ts';

type Page = OutputOf<(typeof inspectionRoutes)['GET /api/inspections/:inspectionId']['response']>;
type ClashView = Page['clashes'][number];

export const filled = ({ zh, en }: Words, params: Readonly<Record<string, string>>): Words => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  return { zh: put(zh), en: put(en) };
};

/** Conditions that the form of the move itself will meet are not shown as obstacles. */
const askedInForm: ReadonlySet<string> = new Set([
  'inspection.needsApproval',
  'inspection.needsConclusion',
  'inspection.needsReceipt',
  'inspection.needsReason',
  'inspection.needsRectification',
]);

export function clashViews(
  { plan, exceptions }: Pick<InspectionStanding, 'plan' | 'exceptions'>,
  all: readonly InspectionStanding[],
  rules: LoadedInspection['rules'],
): ClashView[] {
  const clashes = clashesAmong(plan, all, rules);
  const open = new Set(openClashes(clashes, exceptions).map(({ withId }) => withId));
  return clashes.flatMap(({ kind, withId, days }) => {
    const other = all.find(({ row }) => row.id === withId);
    if (!other) return [];
    const { subject, byUnit } = other.row;
    const { from, to } = other.plan;
    return [{ kind, withId, subject, byUnit, from, to, days, excepted: !open.has(withId) }];
  });
}

export const candidateViews = (
  pool: readonly PoolMember[],
  question: Parameters<typeof candidatesFor>[1],
): Page['candidates'] =>
  candidatesFor(pool, question).flatMap(({ accountId, standsAside: why, load, knowsField }) => {
    const one = pool.find((each) => each.accountId === accountId);
    return one
      ? [{ accountId, name: one.name, fields: [...one.fields], standsAside: [...why], load, knowsField }]
      : [];
  });

/** What only the office and the team see: the guard against repetition, the pool, what was arranged. */
function inner({ standing, all, rules, pool }: LoadedInspection, isArranging: boolean) {
  const question = questionOf(standing.plan, standing.row.field, all, rules);
  const clashes = isArranging ? clashViews(standing, all, rules) : [];
  const nameOf = (id: string): string => pool.find(({ accountId }) => accountId === id)?.name ?? '—';
  return {
    clashes,
    freeFrom: clashes.some(({ excepted }) => !excepted)
      ? nextFreeDay(standing.plan, standing.exceptions, all, rules)
      : null,
    candidates: isArranging ? candidateViews(pool, question) : [],
    arrangements: standing.arrangements.map(({ inspectionId: _of, recordedBy: _by, ...row }) => ({
      ...row,
      members: row.members.map(nameOf),
      withIds: [...row.withIds],
    })),
  };
}

function teamOf({ standing, all, rules, pool }: LoadedInspection, shows: boolean): Page['team'] {
  const question = questionOf(standing.plan, standing.row.field, all, rules);
  const begun = !['planned', 'approved'].includes(standing.state);
  return standing.team.map((accountId) => {
    const one = pool.find((each) => each.accountId === accountId);
    const why = one && shows && !begun ? standsAside(one, question) : [];
    return { accountId, name: one?.name ?? '—', standsAside: [...why] };
  });
}

/** The conclusion and how it came about stay with the team until they are fed back. */
const beforeFeedback: ReadonlySet<string> = new Set([
  'planned',
  'approved',
  'underway',
  'concluded',
  'cancelled',
]);

async function offersOf(context: Context, caller: Caller, loaded: LoadedInspection): Promise<Page['offers']> {
  const blank = { words: '', approval: '', unitReceivedOn: null };
  const facts = await loadFacts(context, loaded, blank, caller.accountId);
  const roles = rolesOver(caller.grants, loaded.scope, context.today());
  return availableMoves(inspectionLifecycle, loaded.standing.state, roles, facts).map(
    ({ action, to, unmet }) => ({
      ...{ action, to },
      unmet: unmet
        .filter(({ code }) => !askedInForm.has(code))
        .map(({ code, params }) => ({ code, ...filled(problemText[code], params) })),
    }),
  );
}

export async function getInspectionPage(
  context: Context,
  caller: Caller,
  inspectionId: string,
): Promise<Result<Page, 'inspection.notFound'>> {
  const { db, jurisdiction } = context;
  const [loaded, names, findings, answers, box] = await Promise.all([
    loadInspection(context, inspectionId),
    loadPlaceNames(context),
    listFindingsOf(db, jurisdiction, inspectionId),
    listAnswers(db, jurisdiction, inspectionId),
    listBox(db, jurisdiction, inspectionId),
  ]);
  if (!loaded) return fail('inspection.notFound');
  const { standing, all, rules, scope } = loaded;
  const { row, state, events } = standing;
  const isInside = listScopeOf(caller, 'inspection.read').city;
  const shows = isInside || !beforeFeedback.has(state);
  const isArranging = state === 'planned' || state === 'approved';
  const commitments = await Promise.all(row.commitmentIds.map((id) => getCommitment(db, jurisdiction, id)));
  const around = { all, rules, names, today: context.today(), caller };
  const days = daysOf(standing, rules);
  const inTeam = caller.accountId !== null && standing.team.includes(caller.accountId);
  const isRunning = state === 'underway' || state === 'rectifying';
  return succeed({
    inspection: asSeenBy(caller, inspectionLine(standing, around)),
    ...{ methods: [...row.methods], field: row.field, assignment: row.assignment, papers: [...row.papers] },
    commitments: commitments.flatMap((one) => (one ? [{ id: one.id, title: one.title }] : [])),
    team: teamOf(loaded, isInside),
    teamLeast: rules.teamLeast.value,
    ...(isInside
      ? inner(loaded, isArranging)
      : { clashes: [], freeFrom: null, candidates: [], arrangements: [] }),
    number: standing.number,
    events: events
      .filter(({ action }) => shows || action === 'approve' || action === 'begin')
      .map(({ inspectionId: _of, team: _team, recordedBy: _by, receivedOn: _on, ...event }) => event),
    conclusion: shows ? standing.conclusion : '',
    ...days,
    objectBy: standing.review === null ? days.objectBy : null,
    objectionRule: rules.objectionTerm.source,
    findings: shows ? findings.map(({ inspectionId: _of, ...finding }) => finding) : [],
    answers,
    evidence: box.filter(({ side }) => shows || side === 'unit'),
    offers: await offersOf(context, caller, loaded),
    mayArrange:
      isArranging && isAllowed(caller, 'inspection.plan') && mayOn(caller, 'inspection.plan', scope),
    mayFind: isRunning && inTeam && mayOn(caller, 'inspection.record', scope),
    mayAnswer: state === 'rectifying' && mayOn(caller, 'inspection.object', scope),
    mayAddEvidence: state !== 'closed' && state !== 'cancelled' && mayOn(caller, 'inspection.move', scope),
  });
}
