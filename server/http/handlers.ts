// One handler a route: each feature answers its own routes; here they come together.
import { sql } from 'kysely';
import { succeed } from '../../core/result.ts';
import type { Readings } from '../act/readings.ts';
import type { RegisterImports } from '../act/register/imports.ts';
import type { Context } from '../context.ts';
import { systemOutward } from '../jobs/address.ts';
import { search } from '../view/search.ts';
import { type AccountFurniture, answerAccounts } from './answer/accounts.ts';
import { answerAdministration } from './answer/administration.ts';
import { answerAudit } from './answer/audit.ts';
import { answerAwards } from './answer/awards.ts';
import { answerBudgets } from './answer/budgets.ts';
import { answerClaims } from './answer/claims.ts';
import { answerClauses } from './answer/clauses.ts';
import { answerDocuments } from './answer/documents.ts';
import { answerExchange } from './answer/exchange.ts';
import { answerInspections } from './answer/inspections.ts';
import { answerMessages, type MessageFurniture } from './answer/messages.ts';
import { answerMonitoring } from './answer/monitoring.ts';
import { answerNurture } from './answer/nurture.ts';
import { answerOrganisation } from './answer/organisation.ts';
import { answerOtherHouse, type HouseFurniture } from './answer/other-house.ts';
import { answerOwnership } from './answer/ownership.ts';
import { answerPlans } from './answer/plans.ts';
import { answerPolicies } from './answer/policies.ts';
import { answerProjects } from './answer/projects.ts';
import { answerRegister } from './answer/register.ts';
import { answerRemarks } from './answer/remarks.ts';
import { answerReports } from './answer/reports.ts';
import { answerSheets } from './answer/sheets.ts';
import { answerSites } from './answer/sites.ts';
import { answerStandings } from './answer/standings.ts';
import { answerSteps } from './answer/steps.ts';
import { answerSupervision } from './answer/supervision.ts';
import { answerWork } from './answer/work.ts';
import type { Handlers } from './handler.ts';

/** What answers need beside the context. */
export interface HandlerFurniture extends AccountFurniture, HouseFurniture, Partial<MessageFurniture> {
  readonly readings: Readings;
  /** Register files on their way. */
  readonly registerImports?: RegisterImports;
  readonly version: string;
  /** Where heads of the audit chain are kept outside the database. */
  readonly checkpointFile?: string;
}

export function handlersOf(context: Context, furniture: HandlerFurniture): Handlers {
  return {
    ...answerPlans(context),
    ...answerSheets(context),
    ...answerOwnership(context),
    ...answerDocuments(context, furniture.readings),
    ...answerAccounts(context, furniture),
    ...answerAdministration(context, furniture.throttle),
    ...answerOrganisation(context),
    ...answerOtherHouse(context, furniture),
    ...answerBudgets(context),
    ...answerPolicies(context),
    ...answerAwards(context),
    ...answerClaims(context),
    ...answerNurture(context),
    ...answerClauses(context),
    ...answerProjects(context),
    ...answerReports(context),
    ...answerSupervision(context),
    ...answerInspections(context),
    ...answerRemarks(context),
    ...answerSteps(context),
    ...answerWork(context),
    ...answerStandings(context),
    ...answerAudit(context, furniture.checkpointFile ?? null),
    ...answerSites(context),
    ...answerRegister(context, furniture.registerImports ?? null),
    ...answerMonitoring(context),
    ...answerExchange(context),
    ...answerMessages(context, {
      outward: furniture.outward ?? systemOutward([]),
      queue: furniture.queue ?? null,
    }),
    'GET /api/health': async () => {
      const { rows } = await sql<{
        version: string;
      }>`SELECT current_setting('server_version') AS version`.execute(context.db);
      return succeed({
        ok: true,
        database: `PostgreSQL ${rows[0]?.version ?? ''}`,
        version: furniture.version,
      });
    },
    'GET /api/search': ({ query }) => search(context, query),
  };
}
