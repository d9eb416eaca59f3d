// The work behind a project: blockers with what may be done next, guarantees asked beside granted, evidence beside the report, words.
import type { Caller } from '../../../core/contract/permission.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import {
  type BlockerAction,
  blockerActions,
  blockerLifecycle,
  isLate,
} from '../../../core/project/blocker.ts';
import { evidenceFlags } from '../../../core/project/evidence.ts';
import { guaranteeList } from '../../../core/project/guarantee.ts';
import { inForce } from '../../../core/project/investment.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { disagreementText } from '../../../core/vocabulary/project.ts';
import { findingWords } from '../../../core/vocabulary/project-finding.ts';
import { blockerFacts, rolesForBlocker } from '../../act/project/blockers.ts';
import type { LoadedProject } from '../../act/project/standing.ts';
import type { Context } from '../../context.ts';
import {
  type BlockerEventRow,
  type BlockerRow,
  listBlockerEvents,
  listBlockers,
} from '../../store/project/blocker.ts';
import type { MonthRow } from '../../store/project/investment.ts';
import { type EvidenceRow, listEvidence, listGuarantees, listNotes } from '../../store/project/work.ts';
import type { PageAnswer } from './page.ts';
import { findingView } from './words.ts';

type Work = NonNullable<PageAnswer['work']>;
type Blocker = Work['blockers'][number];

/** What a form fills in is no obstacle before it is opened: unit, day and words. */
const filledIn: ReadonlySet<string> = new Set([
  'blocker.needsUnit',
  'blocker.needsDay',
  'blocker.dayPast',
  'blocker.needsSolution',
  'blocker.needsReason',
]);

function offersOf(
  blocker: BlockerRow,
  events: readonly BlockerEventRow[],
  caller: Caller,
  scope: LoadedProject['scope'],
  today: IsoDate,
  settings: ProjectSettings,
): Blocker['offers'] {
  const given = { unit: null, dueOn: null, words: '' };
  const facts = blockerFacts(events, given, caller.accountId, today);
  const rolesFor = (action: BlockerAction) =>
    rolesForBlocker(caller.grants, scope, blocker.unitId, action, today);
  return blockerActions.flatMap((action) =>
    availableMoves(blockerLifecycle, blocker.state, rolesFor(action), facts)
      .filter((offer) => offer.action === action)
      .map(({ unmet }) => ({
        action,
        unmet: unmet
          .filter(({ code }) => !filledIn.has(code))
          .map((each) => ({ code: each.code, message: findingWords(each, settings.chain.value) })),
      })),
  );
}

async function blockersOf(
  { db, jurisdiction, today }: Context,
  caller: Caller,
  { last, scope }: LoadedProject,
  settings: ProjectSettings,
): Promise<Work['blockers']> {
  const blockers = await listBlockers(db, jurisdiction, [last.id]);
  const events = await listBlockerEvents(
    db,
    jurisdiction,
    blockers.map(({ id }) => id),
  );
  return blockers.map((blocker): Blocker => {
    const own = events.filter(({ blockerId }) => blockerId === blocker.id);
    const { id, kind, words, raisedOn, raisedBy, unitId, dueOn, state, closedOn, after } = blocker;
    return {
      ...{ id, kind, words, raisedOn, raisedBy, unit: unitId, dueOn, state, closedOn, after },
      late: isLate(blocker, today()),
      moves: own.map((event) => ({
        ...{ action: event.action, state: event.state, unit: event.unit, dueOn: event.dueOn },
        ...{ words: event.words, on: event.happenedOn, by: event.by ?? '' },
      })),
      offers: offersOf(blocker, own, caller, scope, today(), settings),
    };
  });
}

/** Each month in force beside what other eyes saw near its end. */
function flagsOf(
  months: readonly MonthRow[],
  evidence: readonly EvidenceRow[],
  settings: ProjectSettings,
): Work['evidenceFlags'] {
  const rows = new Map(months.map((month) => [`${month.periodEnd} ${month.sequence}`, month]));
  const said = inForce(months).flatMap((each) => rows.get(`${each.periodEnd} ${each.sequence}`) ?? []);
  return said.flatMap((month) =>
    evidenceFlags(month, evidence, settings).map(({ disagreement, evidence: seen, reported, seen: saw }) => {
      const put = (text: string): string => text.replace('{reported}', reported).replace('{seen}', saw);
      const { zh, en } = disagreementText[disagreement];
      return {
        month: month.periodEnd,
        message: { zh: put(zh), en: put(en) },
        evidence: seen.map(({ id }) => id),
      };
    }),
  );
}

export async function workOf(
  context: Context,
  caller: Caller,
  loaded: LoadedProject,
  settings: ProjectSettings,
  months: readonly MonthRow[],
): Promise<Work> {
  const { db, jurisdiction, today } = context;
  const { id } = loaded.last;
  const [blockers, guarantees, evidence, notes] = await Promise.all([
    blockersOf(context, caller, loaded, settings),
    listGuarantees(db, jurisdiction, id),
    listEvidence(db, jurisdiction, [id]),
    listNotes(db, jurisdiction, id),
  ]);
  const chain = settings.chain.value;
  return {
    blockers,
    guarantees: guaranteeList(guarantees, today()).map((line) => ({
      ...line,
      findings: line.findings.map((each) => findingView(each, chain)),
      entries: guarantees
        .filter(({ factor }) => factor === line.factor)
        .map(({ kind, day, amount, unit, source }) => ({ kind, day, amount, unit, source })),
    })),
    evidence: evidence.map(({ projectId: _project, ...row }) => row),
    evidenceFlags: flagsOf(months, evidence, settings),
    notes,
  };
}

/** Units that something can be assigned to: those of the organisation, and those that lead promises. */
export async function listKnownUnits({ db, jurisdiction }: Context): Promise<string[]> {
  const [units, leads] = await Promise.all([
    db.selectFrom('org_unit').select('name').where('jurisdiction_id', '=', jurisdiction).execute(),
    db
      .selectFrom('role_grant')
      .select('unit')
      .distinct()
      .where('jurisdiction_id', '=', jurisdiction)
      .where('unit', 'is not', null)
      .execute(),
  ]);
  return [...new Set([...units.map(({ name }) => name), ...leads.flatMap(({ unit }) => unit ?? [])])].sort();
}
