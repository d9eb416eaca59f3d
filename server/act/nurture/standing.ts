// Where a firm is on its way: its moves so far, its record of years above scale, and what the next move needs to know.
import type { ObjectScope } from '../../../core/contract/permission.ts';
import {
  defaultNurtureSettings,
  type NurtureFacts,
  type NurtureRecord,
  type NurtureState,
  type YearlyCheck,
} from '../../../core/policy/nurture.ts';
import { industryRanges } from '../../../core/policy/register/industry.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import type { Context } from '../../context.ts';
import {
  listNurture,
  listNurtureEvents,
  type NurtureEventRow,
  type NurtureRow,
} from '../../store/award/nurture.ts';
import { placesAround } from '../../store/scope.ts';

export interface NurtureStanding {
  readonly firm: NurtureRow;
  readonly events: readonly NurtureEventRow[];
  readonly state: NurtureState;
  readonly number: number;
  readonly companion: string;
  readonly record: NurtureRecord;
}

const checkOf = ({ year, isAboveScale, receivedAt }: NurtureEventRow): YearlyCheck[] =>
  year === null || isAboveScale === null
    ? []
    : [{ year, isAboveScale, checkedOn: shanghaiDay(Date.parse(receivedAt)) }];

export function standingOf(firm: NurtureRow, events: readonly NurtureEventRow[]): NurtureStanding {
  const last = events.at(-1);
  return {
    ...{ firm, events, state: last?.state ?? 'candidate', number: last?.number ?? 0 },
    companion: last?.companion ?? '',
    record: { firstAboveScaleOn: isoDate(firm.aboveScaleOn), checks: events.flatMap(checkOf) },
  };
}

export async function loadNurture(context: Context, id: string): Promise<NurtureStanding | undefined> {
  const { db, jurisdiction } = context;
  const [firm] = await listNurture(db, jurisdiction, id);
  return firm && standingOf(firm, await listNurtureEvents(db, jurisdiction, id));
}

export async function scopeOf(context: Context, { placeId, unit }: NurtureRow): Promise<ObjectScope> {
  const { db, jurisdiction } = context;
  const places = placeId === '' ? [] : await placesAround(db, jurisdiction, placeId);
  return { places, leadUnit: unit, units: [], owner: null };
}

const { from, to } = industryRanges.industrial;

export interface NurtureGiven {
  readonly companion: string;
  readonly year: number | null;
  readonly isAboveScale: boolean | null;
  readonly words: string;
}

export function nurtureFacts(
  { today }: Pick<Context, 'today'>,
  { firm, record, events }: NurtureStanding,
  { companion, year, isAboveScale, words }: NurtureGiven,
): NurtureFacts {
  const check =
    year === null || isAboveScale === null ? undefined : { year, isAboveScale, checkedOn: today() };
  return {
    today: today(),
    record,
    isIndustrial:
      firm.industry === null ? null : firm.industry >= Number(from) && firm.industry <= Number(to),
    wasAdmittedBefore: events.some(({ action }) => action === 'admit'),
    companion: companion.trim() === '' ? null : companion.trim(),
    check,
    reason: words,
    settings: defaultNurtureSettings,
  };
}
