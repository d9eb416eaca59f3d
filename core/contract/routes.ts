// The route table: everything the server answers, in one place; a route that is not here does not exist.
import { z } from 'zod';
import { accountRoutes } from './accounts.ts';
import { administrationRoutes } from './administration.ts';
import { auditRoutes } from './audit.ts';
import { awardRoutes } from './awards.ts';
import { budgetRoutes } from './budgets.ts';
import { claimRoutes } from './claims.ts';
import { clauseRoutes } from './clauses.ts';
import { documentRoutes } from './documents.ts';
import { exchangeRoutes } from './exchange.ts';
import { inspectionRoutes } from './inspections.ts';
import { inspectorRoutes } from './inspectors.ts';
import { messageRoutes } from './messages.ts';
import { moneyRoutes } from './money.ts';
import { monitoringRoutes } from './monitoring.ts';
import { nurtureRoutes } from './nurture.ts';
import { otherHouseRoutes } from './other-house.ts';
import { ownershipRoutes } from './ownership.ts';
import { planYearRoutes } from './plan-year.ts';
import { planRoutes } from './plans.ts';
import { policyRoutes } from './policies.ts';
import { decisionRoutes } from './policy-decisions.ts';
import { projectRoutes } from './projects.ts';
import { publicSiteRoutes } from './public-sites.ts';
import { registerRoutes } from './register.ts';
import { remarkRoutes } from './remarks.ts';
import { reportRoutes } from './reports.ts';
import type { RouteTable } from './route.ts';
import { Id, When } from './shapes.ts';
import { sheetRoutes } from './sheets.ts';
import { siteRoutes } from './sites.ts';
import { standingRoutes } from './standings.ts';
import { stepRoutes } from './steps.ts';
import { supervisionRoutes } from './supervision.ts';
import { workRoutes } from './work.ts';

export const routes = {
  ...planRoutes,
  ...sheetRoutes,
  ...ownershipRoutes,
  ...planYearRoutes,
  ...documentRoutes,
  ...accountRoutes,
  ...administrationRoutes,
  ...otherHouseRoutes,
  ...reportRoutes,
  ...supervisionRoutes,
  ...inspectionRoutes,
  ...inspectorRoutes,
  ...remarkRoutes,
  ...stepRoutes,
  ...workRoutes,
  ...standingRoutes,
  ...auditRoutes,
  ...siteRoutes,
  ...publicSiteRoutes,
  ...registerRoutes,
  ...messageRoutes,
  ...policyRoutes,
  ...budgetRoutes,
  ...moneyRoutes,
  ...projectRoutes,
  ...monitoringRoutes,
  ...exchangeRoutes,
  ...clauseRoutes,
  ...decisionRoutes,
  ...awardRoutes,
  ...claimRoutes,
  ...nurtureRoutes,
  'GET /api/search': {
    permission: 'plan.read',
    summary: 'Commitments, units and documents that match a few words',
    query: When.extend({ words: z.string().min(1).max(80) }),
    response: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['commitment', 'document', 'unit']),
          id: z.string(),
          title: z.string(),
          detail: z.string(),
          plan: Id.nullable(),
        }),
      ),
    }),
  },
  'GET /api/health': {
    permission: 'public',
    summary: 'Whether the server and its database answer',
    response: z.object({ ok: z.boolean(), database: z.string(), version: z.string() }),
  },
} as const satisfies RouteTable;

export type Routes = typeof routes;
