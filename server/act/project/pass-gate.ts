// Records the day on which a project passed a gate, or takes a record back with a reason; days that contradict the chain are asked about.
import { isReason } from '../../../core/place/lifecycle.ts';
import { type Finding, finding, mayKeep } from '../../../core/project/finding.ts';
import { checkEntry, type ProjectEntry } from '../../../core/project/project.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import { gateFindings } from '../../../core/project/stage.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addGates } from '../../store/project/gate.ts';
import { type Actor, perform } from '../perform.ts';
import { readProjectRules } from './rules.ts';
import { asksOf, type Checked, loadProject, whole } from './standing.ts';

export interface GateBody {
  readonly gate: string;
  readonly day: IsoDate | null;
  readonly words: string;
  readonly after: number;
}

/** What this day adds to what was wrong before: old questions are not asked again. */
function newFindings(
  before: ProjectEntry,
  after: ProjectEntry,
  settings: ProjectSettings,
  today: IsoDate,
): readonly Finding<string>[] {
  const all = (entry: ProjectEntry): readonly Finding<string>[] => [
    ...gateFindings(entry, settings.chain.value, today),
    ...checkEntry(entry, settings).filter(({ code }) => code === 'project.startBeforeApproval'),
  ];
  const known = new Set(all(before).map((each) => JSON.stringify(each)));
  return all(after).filter((each) => !known.has(JSON.stringify(each)));
}

export function passGate(
  context: Context,
  actor: Actor,
  projectId: string,
  { gate, day, words, after }: GateBody,
): Promise<Result<Checked, ProblemCode>> {
  return perform<Checked, ProblemCode>(context, actor, async (inside, note) => {
    const loaded = await loadProject(inside, projectId);
    if (!loaded) return fail('object.notFound');
    if (loaded.passed.number !== after) return fail('state.changed');
    const settings = await readProjectRules(inside);
    const chain = settings.chain.value;
    if (![chain.first, ...chain.gates.map(({ id }) => id)].includes(gate))
      return fail('gate.unknown', { gate });
    const { [gate]: had, ...others } = loaded.passed.passedOn;
    if (day === null && had === undefined) return fail('gate.notPassed', { gate });
    if (day === null && !isReason(words)) return fail('blocker.needsReason');
    const now = day === null ? others : { ...others, [gate]: day };
    const before = whole(loaded.last, loaded.passed.passedOn);
    const found = newFindings(before, whole(loaded.last, now), settings, inside.today());
    // Taking a record back leaves gaps that are told, and stops nobody.
    const findings = day === null ? found.map((each) => finding(each.code, 'notes', each.params)) : found;
    const number = after + 1;
    if (!mayKeep(findings, words)) return succeed({ kept: false, id: projectId, number: after, findings });
    const row = { projectId, number, gate, day, words: words.trim(), asked: asksOf(findings) };
    if (!(await addGates(inside.db, inside.jurisdiction, [row], actor.caller.accountId)))
      return fail('state.changed');
    note({ act: 'project.gate', objectKind: 'project', objectId: projectId, detail: { gate, day } });
    return succeed({ kept: true, id: projectId, number, findings });
  });
}
