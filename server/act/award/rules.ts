// The city's clocks of awards and claims now, and the day on which one of them runs out.
import { type SettingKey, settingKeys } from '../../../core/contract/settings.ts';
import { defaultPaySettings, type PaySettings } from '../../../core/policy/pay/clocks.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { type Setting, type Term, termEnd } from '../../../core/quantity/deadline.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

type PayKey = Extract<SettingKey, `award.${string}`>;
const keys = settingKeys.filter((key): key is PayKey => key.startsWith('award.'));

export async function readPayRules(context: Pick<Context, 'db' | 'jurisdiction'>): Promise<PaySettings> {
  const set = await readSettings(context, ...keys);
  const withCount = (setting: Setting<Term>, count: number): Setting<Term> => ({
    ...setting,
    value: { ...setting.value, count },
  });
  const own = defaultPaySettings;
  return {
    acceptTerm: withCount(own.acceptTerm, set['award.acceptDays']),
    decideTerm: withCount(own.decideTerm, set['award.decideDays']),
    judgeTerm: withCount(own.judgeTerm, set['award.judgeDays']),
    payTerm: withCount(own.payTerm, set['award.payDays']),
    noticeTerm: withCount(own.noticeTerm, set['award.noticeDays']),
    answerTerm: withCount(own.answerTerm, set['award.answerDays']),
  };
}

/** Last day of a term from a day. Where the holidays of a year are not announced yet, five working days are a week. */
export function lastDay(from: IsoDate, { value }: Setting<Term>): IsoDate {
  const end = termEnd(from, value, workCalendar(holidayYears));
  return end.ok ? end.value : addDays(from, Math.ceil((value.count * 7) / 5));
}
