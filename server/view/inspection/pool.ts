// The pool of inspectors as it stands today: who is ready, what each knows, where each served, what each is assigned to.
import type { inspectorRoutes } from '../../../core/contract/inspectors.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { daysBetween } from '../../../core/quantity/calendar.ts';
import { loadPool } from '../../act/inspection/load.ts';
import { loadInspections } from '../../act/inspection/standing.ts';
import { readSuperviseRules } from '../../act/supervise/rules.ts';
import type { Context } from '../../context.ts';
import { listInspectorAccounts } from '../../store/inspection/inspector.ts';
import { loadPlaceNames } from '../supervise/notices.ts';

type Pool = OutputOf<(typeof inspectorRoutes)['GET /api/inspectors']['response']>;

export async function getPool(context: Context): Promise<Pool> {
  const today = context.today();
  const [pool, all, rules, accounts, names] = await Promise.all([
    loadPool(context),
    loadInspections(context),
    readSuperviseRules(context),
    listInspectorAccounts(context.db, context.jurisdiction, today),
    loadPlaceNames(context),
  ]);
  const needsCertificate = rules.certificate.value;
  const inspectors = pool.map(
    ({ accountId, name, fields, certificate, certificateUntil, from, until, ...one }) => {
      const own = all.filter(({ team, state }) => team.includes(accountId) && state !== 'cancelled');
      const isTerm = from <= today && (until === null || today <= until);
      const isValid = !needsCertificate || (certificateUntil !== null && today <= certificateUntil);
      return {
        ...{ accountId, name, fields: [...fields], certificate, certificateUntil, from, until },
        services: one.services.map((service) => ({
          ...{ unit: service.unitId, from: service.from, until: service.until },
        })),
        interests: [...one.interests],
        isReady: isTerm && isValid,
        load: own
          .filter(({ plan }) => plan.from.slice(0, 4) === today.slice(0, 4))
          .reduce((sum, { plan }) => sum + daysBetween(plan.from, plan.to) + 1, 0),
        assignments: own
          .filter(({ state }) => state !== 'closed')
          .map(({ row, plan }) => ({
            ...{ id: row.id, subject: row.subject, from: plan.from, to: plan.to },
            unit: row.unit || (names.get(row.placeId) ?? ''),
          })),
      };
    },
  );
  const inPool = new Set(inspectors.map(({ accountId }) => accountId));
  return {
    ...{ day: today, needsCertificate, recusalYears: rules.recusalYears.value },
    inspectors: inspectors.toSorted(
      (a, b) => Number(b.isReady) - Number(a.isReady) || (a.name < b.name ? -1 : 1),
    ),
    others: accounts.filter(({ accountId }) => !inPool.has(accountId)),
  };
}
