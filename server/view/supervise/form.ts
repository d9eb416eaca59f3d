// What the form of a new notice starts from: the promise and its unit, whom one may address, and the days that the rules give.
import type { OutputOf } from '../../../core/contract/route.ts';
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { noticeDays } from '../../../core/supervise/clocks.ts';
import { noticeGrades } from '../../../core/supervise/notice.ts';
import { readSuperviseRules } from '../../act/supervise/rules.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';

type Form = OutputOf<(typeof supervisionRoutes)['GET /api/notice-form']['response']>;

export async function getNoticeForm(
  context: Context,
  { commitmentId }: { readonly commitmentId?: string | undefined },
): Promise<Result<Form, 'commitment.notFound'>> {
  const { db, jurisdiction } = context;
  const [places, rules, nameOf, commitment] = await Promise.all([
    listAllPlaces(db, jurisdiction),
    readSuperviseRules(context),
    unitNameReader(context),
    commitmentId === undefined ? undefined : getCommitment(db, jurisdiction, commitmentId),
  ]);
  if (commitmentId !== undefined && !commitment) return fail('commitment.notFound');
  const today = context.today();
  return succeed({
    today,
    commitment: commitment
      ? {
          id: commitment.id,
          title: commitment.title,
          unit: nameOf(commitment.lead_unit ?? ''),
          supportUnits: commitment.support_units.map(nameOf),
        }
      : null,
    places: places.map(({ id, name }) => ({ id, name })),
    grades: noticeGrades.map((grade) => {
      const days = noticeDays(grade, today, rules, workCalendar(holidayYears));
      const needsEvidence =
        rules.evidenceFrom.value !== null &&
        noticeGrades.indexOf(grade) >= noticeGrades.indexOf(rules.evidenceFrom.value);
      return {
        grade,
        answerBy: days.ok ? days.value.answerBy : null,
        remedyBy: days.ok ? days.value.remedyBy : null,
        source: rules.answerTerm[grade].source,
        needsEvidence,
      };
    }),
  });
}
