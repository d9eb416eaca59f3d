// Which address shows which screen; the plan and the day that is judged travel along in every address.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Shell } from './part/shell.tsx';
import { NotFound } from './part/state.tsx';

/** Only plain words in the address: ?plan=2024&status=behind. */
export type Search = Partial<Record<SearchKey, string | undefined>>;
const searchKeys = [
  'plan',
  'asOf',
  'knownOn',
  'kind',
  'status',
  'field',
  'unit',
  'official',
  'taskForce',
  'search',
  'sort',
  'way',
  'at',
  'place',
  'family',
  'view',
  'back',
  'group',
  'commitment',
  'grade',
  'reasons',
  'year',
  'list',
  'source',
  'funded',
  'level',
] as const;
type SearchKey = (typeof searchKeys)[number];

function validateSearch(given: Record<string, unknown>): Search {
  const found: Search = {};
  for (const key of searchKeys) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') found[key] = value;
  }
  return found;
}

const root = createRootRoute({
  component: Shell,
  validateSearch,
  search: { middlewares: [retainSearchParams(['plan', 'asOf', 'knownOn'])] },
  notFoundComponent: NotFound,
});

/** One screen under one address; its code is fetched when it is first shown. */
const screen = <const Path extends string>(path: Path, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

/** Behind the sign of a site; short, so that it can be typed. */

const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

function stringifySearch(search: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (typeof value === 'string' && value !== '') words.set(key, value);
  const text = words.toString();
  return text === '' ? '' : `?${text}`;
}

export const router = createRouter({
  routeTree: root.addChildren([
    screen('/monitoring', () => import('./page/monitoring/monitoring.tsx')),
    screen('/monitoring/import', () => import('./page/monitoring/import.tsx')),
    screen('/monitoring/$code', () => import('./page/monitoring/series.tsx')),
    screen('/five-year', () => import('./page/five-year/five-year.tsx')),
    screen('/exchange', () => import('./page/exchange/exchange.tsx')),
    screen('/exchange/document/$documentId', () => import('./page/exchange/document.tsx')),
    screen('/exchange/$partnerId', () => import('./page/exchange/partner.tsx')),
    screen('/consultations/$consultationId', () => import('./page/exchange/consultation.tsx')),
    screen('/letters/$letterId', () => import('./page/exchange/letter.tsx')),
    screen('/', () => import('./page/overview/overview.tsx')),
    screen('/indicators', () => import('./page/indicators/indicators.tsx')),
    screen('/tasks', () => import('./page/tasks/tasks.tsx')),
    screen('/livelihood', () => import('./page/livelihood/livelihood.tsx')),
    screen('/plan-year', () => import('./page/tasks/plan-year.tsx')),
    screen('/sheet/list', () => import('./page/sheet/list.tsx')),
    screen('/sheet/place', () => import('./page/sheet/place.tsx')),
    screen('/documents', () => import('./page/documents/documents.tsx')),
    screen('/documents/$documentId', () => import('./page/review/review.tsx')),
    screen('/commitments/$commitmentId', () => import('./page/commitment/commitment.tsx')),
    screen('/sign-in', () => import('./page/sign-in/sign-in.tsx')),
    screen('/me', () => import('./page/account/account.tsx')),
    screen('/figures', () => import('./page/figures/figures.tsx')),
    screen('/reports', () => import('./page/reports/reports.tsx')),
    screen('/reports/$reportId', () => import('./page/reports/report.tsx')),
    screen('/invitation', () => import('./page/account/invitation.tsx')),
    screen('/oidc', () => import('./page/account/arrival.tsx')),
    screen('/accounts', () => import('./page/administration/accounts.tsx')),
    screen('/organisation', () => import('./page/administration/organisation.tsx')),
    screen('/settings', () => import('./page/administration/settings.tsx')),
    screen('/sites', () => import('./page/sites/sites.tsx')),
    screen('/register', () => import('./page/register/register.tsx')),
    screen('/register/imports', () => import('./page/register/imports.tsx')),
    screen('/register/$code', () => import('./page/register/enterprise.tsx')),
    screen('/sites/leads', () => import('./page/sites/leads.tsx')),
    screen('/sites/upkeep', () => import('./page/sites/upkeep.tsx')),
    screen('/sites/$siteId', () => import('./page/site/site.tsx')),
    screen('/s/$code', () => import('./page/public/site.tsx')),
    screen('/s/$code/sign', () => import('./page/public/sign.tsx')),
    screen('/policies', () => import('./page/policies/policies.tsx')),
    screen('/policies/$clauseId', () => import('./page/policies/clause.tsx')),
    screen('/batches', () => import('./page/awards/batches.tsx')),
    screen('/batches/$batchId', () => import('./page/awards/batch.tsx')),
    screen('/ledger', () => import('./page/awards/ledger.tsx')),
    screen('/award-notices', () => import('./page/awards/notices.tsx')),
    screen('/claims', () => import('./page/claim/claims.tsx')),
    screen('/claims/questions', () => import('./page/claim/questions.tsx')),
    screen('/claims/$claimId', () => import('./page/claim/claim.tsx')),
    screen('/nurture', () => import('./page/nurture/nurture.tsx')),
    screen('/nurture/$nurtureId', () => import('./page/nurture/firm.tsx')),
    screen('/clause-desk', () => import('./page/clause-desk/desk.tsx')),
    screen('/clause-desk/$clauseId', () => import('./page/clause-desk/editor.tsx')),
    screen('/clause-proposals/$proposalId', () => import('./page/clause-desk/proposal.tsx')),
    screen('/policy-decisions', () => import('./page/clause-desk/decisions.tsx')),
    screen('/policy-decisions/$decisionId', () => import('./page/clause-desk/decisions.tsx')),
    screen('/supervision', () => import('./page/supervision/supervision.tsx')),
    screen('/notices', () => import('./page/notice/notices.tsx')),
    screen('/notices/new', () => import('./page/notice/issue.tsx')),
    screen('/notices/$noticeId', () => import('./page/notice/notice.tsx')),
    screen('/inspections', () => import('./page/inspection/inspections.tsx')),
    screen('/inspections/new', () => import('./page/inspection/new.tsx')),
    screen('/inspections/plan', () => import('./page/inspection/year.tsx')),
    screen('/inspections/inspectors', () => import('./page/inspection/pool.tsx')),
    screen('/inspections/$inspectionId', () => import('./page/inspection/inspection.tsx')),
    screen('/mine', () => import('./page/mine/mine.tsx')),
    screen('/messages', () => import('./page/inbox/inbox.tsx')),
    screen('/channels', () => import('./page/inbox/channels.tsx')),
    screen('/audit', () => import('./page/administration/audit.tsx')),
    screen('/projects', () => import('./page/projects/projects.tsx')),
    screen('/projects/new', () => import('./page/projects/new.tsx')),
    screen('/projects/import', () => import('./page/projects/import.tsx')),
    screen('/projects/dispatch', () => import('./page/projects/dispatch.tsx')),
    screen('/projects/$projectId', () => import('./page/project/project.tsx')),
    screen('/standings', () => import('./page/standings/standings.tsx')),
    screen('/standings/$roundId', () => import('./page/standings/round.tsx')),
    screen('/standings/$roundId/$memberId', () => import('./page/standings/place.tsx')),
    screen('/budgets', () => import('./page/budget/budgets.tsx')),
    screen('/budgets/$year/$book/$level', () => import('./page/budget/book.tsx')),
    screen('/budget-lines/$lineId', () => import('./page/budget/line.tsx')),
    screen('/budget-review/$documentId', () => import('./page/budget/review.tsx')),
    screen('/budget-identities/$documentId', () => import('./page/budget/identities.tsx')),
    screen('/debt', () => import('./page/money/debt.tsx')),
    screen('/won', () => import('./page/money/won.tsx')),
    screen('/money', () => import('./page/money/money.tsx')),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
