// The city's rules of supervision now: every clock and limit as it set them, else the default with its source.
import { type SettingKey, settingKeys } from '../../../core/contract/settings.ts';
import type { Setting, Term } from '../../../core/quantity/deadline.ts';
import type { EscalationRule } from '../../../core/supervise/escalation.ts';
import { defaultSuperviseSettings, type SuperviseSettings } from '../../../core/supervise/settings.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

type SuperviseKey = Extract<SettingKey, `supervise.${string}`>;
const keys = settingKeys.filter((key): key is SuperviseKey => key.startsWith('supervise.'));

export async function readSuperviseRules(
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<SuperviseSettings> {
  const set = await readSettings(context, ...keys);
  const { answerTerm, remedyTerm, ...others } = defaultSuperviseSettings;
  const works = set['supervise.dayCount'] === 'working';
  const withValue = <T>(setting: Setting<T>, value: T): Setting<T> => ({ ...setting, value });
  const legal = (setting: Setting<Term>, count: number) => withValue(setting, { ...setting.value, count });
  const term = (setting: Setting<Term>, count: number) =>
    withValue<Term>(setting, { ...setting.value, count, unit: works ? 'workingDays' : 'days' });
  return {
    ...others,
    answerTerm: {
      reminder: term(answerTerm.reminder, set['supervise.answerDays.reminder']),
      order: term(answerTerm.order, set['supervise.answerDays.order']),
      listed: term(answerTerm.listed, set['supervise.answerDays.listed']),
    },
    remedyTerm: {
      reminder: term(remedyTerm.reminder, set['supervise.remedyDays.reminder']),
      order: term(remedyTerm.order, set['supervise.remedyDays.order']),
      listed: term(remedyTerm.listed, set['supervise.remedyDays.listed']),
    },
    extensionDecisionTerm: term(others.extensionDecisionTerm, set['supervise.extensionDecisionDays']),
    extensionLimit: withValue(others.extensionLimit, set['supervise.extensionLimit']),
    evidenceFrom: withValue(others.evidenceFrom, set['supervise.evidenceFrom']),
    objectionTerm: legal(others.objectionTerm, set['supervise.objectionDays']),
    reviewTerm: legal(others.reviewTerm, set['supervise.reviewDays']),
    rectificationTerm: term(others.rectificationTerm, set['supervise.rectificationDays']),
    inspectionGap: withValue(others.inspectionGap, set['supervise.inspectionGap']),
    teamLeast: withValue(others.teamLeast, set['supervise.teamLeast']),
    recusalYears: withValue(others.recusalYears, set['supervise.recusalYears']),
    certificate: withValue(others.certificate, set['supervise.certificate'] === 'needed'),
    warnAhead: withValue(others.warnAhead, set['supervise.warnAhead']),
    escalation: withValue<readonly EscalationRule[]>(others.escalation, set['supervise.escalation']),
  };
}
