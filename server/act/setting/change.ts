// Sets a local rule, with the reason or the document that says so. The rows before it stay.
import { randomUUID } from 'node:crypto';
import { isSettingKey, type SettingKey, settingTable } from '../../../core/contract/settings.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type EscalationRuleProblem, escalationProblem } from '../../../core/supervise/escalation.ts';
import type { Context } from '../../context.ts';
import { addSetting } from '../../store/setting.ts';
import { type Actor, perform } from '../perform.ts';

export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
}

type Problem = 'setting.unknown' | 'setting.valueInvalid' | 'request.keyMismatch' | EscalationRuleProblem;

/** What a shape alone cannot see: rules that contradict each other. */
function problemAmong(key: SettingKey, value: unknown): EscalationRuleProblem | null {
  const rules = key === 'supervise.escalation' ? settingTable[key].shape.safeParse(value) : null;
  return rules?.success ? escalationProblem(rules.data) : null;
}

export const changeSetting = (
  context: Context,
  actor: Actor,
  { key, value, reason }: SettingChange,
): Promise<Result<{ key: string }, Problem>> =>
  perform<{ key: string }, Problem>(context, actor, async ({ db, jurisdiction }, note) => {
    if (!isSettingKey(key)) return fail('setting.unknown', { key });
    const parsed = settingTable[key].shape.safeParse(value);
    if (!parsed.success) return fail('setting.valueInvalid', { key });
    const problem = problemAmong(key, parsed.data);
    if (problem) return fail(problem);
    const recordedBy = actor.caller.accountId;
    await addSetting(db, jurisdiction, { id: randomUUID(), key, value: parsed.data, reason, recordedBy });
    note({ act: 'setting.change', objectKind: 'setting', objectId: key, detail: { value: parsed.data } });
    return succeed({ key });
  });
