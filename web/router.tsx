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

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./page/overview/overview.tsx')),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./page/indicators/indicators.tsx')),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./page/tasks/tasks.tsx')),
});
const livelihood = createRoute({
  getParentRoute: () => root,
  path: '/livelihood',
  component: lazyRouteComponent(() => import('./page/livelihood/livelihood.tsx')),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  component: lazyRouteComponent(() => import('./page/documents/documents.tsx')),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/documents/$documentId',
  component: lazyRouteComponent(() => import('./page/review/review.tsx')),
});
const commitment = createRoute({
  getParentRoute: () => root,
  path: '/commitments/$commitmentId',
  component: lazyRouteComponent(() => import('./page/commitment/commitment.tsx')),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./page/sign-in/sign-in.tsx')),
});
const mine = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./page/account/account.tsx')),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./page/account/invitation.tsx')),
});
const arrival = createRoute({
  getParentRoute: () => root,
  path: '/oidc',
  component: lazyRouteComponent(() => import('./page/account/arrival.tsx')),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./page/administration/accounts.tsx')),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./page/administration/organisation.tsx')),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./page/administration/settings.tsx')),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  component: lazyRouteComponent(() => import('./page/figures/figures.tsx')),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('./page/reports/reports.tsx')),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./page/reports/report.tsx')),
});

const policies = createRoute({
  getParentRoute: () => root,
  path: '/policies',
  component: lazyRouteComponent(() => import('./page/policies/policies.tsx')),
});
const clause = createRoute({
  getParentRoute: () => root,
  path: '/policies/$clauseId',
  component: lazyRouteComponent(() => import('./page/policies/clause.tsx')),
});

const supervision = createRoute({
  getParentRoute: () => root,
  path: '/supervision',
  component: lazyRouteComponent(() => import('./page/supervision/supervision.tsx')),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./page/notice/notices.tsx')),
});
const newNotice = createRoute({
  getParentRoute: () => root,
  path: '/notices/new',
  component: lazyRouteComponent(() => import('./page/notice/issue.tsx')),
});
const notice = createRoute({
  getParentRoute: () => root,
  path: '/notices/$noticeId',
  component: lazyRouteComponent(() => import('./page/notice/notice.tsx')),
});

const inspections = createRoute({
  getParentRoute: () => root,
  path: '/inspections',
  component: lazyRouteComponent(() => import('./page/inspection/inspections.tsx')),
});
const newInspection = createRoute({
  getParentRoute: () => root,
  path: '/inspections/new',
  component: lazyRouteComponent(() => import('./page/inspection/new.tsx')),
});
const inspectionYear = createRoute({
  getParentRoute: () => root,
  path: '/inspections/plan',
  component: lazyRouteComponent(() => import('./page/inspection/year.tsx')),
});
const inspectors = createRoute({
  getParentRoute: () => root,
  path: '/inspections/inspectors',
  component: lazyRouteComponent(() => import('./page/inspection/pool.tsx')),
});
const inspection = createRoute({
  getParentRoute: () => root,
  path: '/inspections/$inspectionId',
  component: lazyRouteComponent(() => import('./page/inspection/inspection.tsx')),
});

const standings = createRoute({
  getParentRoute: () => root,
  path: '/standings',
  component: lazyRouteComponent(() => import('./page/standings/standings.tsx')),
});
const standingRound = createRoute({
  getParentRoute: () => root,
  path: '/standings/$roundId',
  component: lazyRouteComponent(() => import('./page/standings/round.tsx')),
});
const standingPlace = createRoute({
  getParentRoute: () => root,
  path: '/standings/$roundId/$memberId',
  component: lazyRouteComponent(() => import('./page/standings/place.tsx')),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('./page/register/register.tsx')),
});
const registerImports = createRoute({
  getParentRoute: () => root,
  path: '/register/imports',
  component: lazyRouteComponent(() => import('./page/register/imports.tsx')),
});
const enterprise = createRoute({
  getParentRoute: () => root,
  path: '/register/$code',
  component: lazyRouteComponent(() => import('./page/register/enterprise.tsx')),
});

const sites = createRoute({
  getParentRoute: () => root,
  path: '/sites',
  component: lazyRouteComponent(() => import('./page/sites/sites.tsx')),
});
const leads = createRoute({
  getParentRoute: () => root,
  path: '/sites/leads',
  component: lazyRouteComponent(() => import('./page/sites/leads.tsx')),
});
const upkeep = createRoute({
  getParentRoute: () => root,
  path: '/sites/upkeep',
  component: lazyRouteComponent(() => import('./page/sites/upkeep.tsx')),
});
const site = createRoute({
  getParentRoute: () => root,
  path: '/sites/$siteId',
  component: lazyRouteComponent(() => import('./page/site/site.tsx')),
});
/** Behind the sign of a site; short, so that it can be typed. */
const publicSite = createRoute({
  getParentRoute: () => root,
  path: '/s/$code',
  component: lazyRouteComponent(() => import('./page/public/site.tsx')),
});
const publicSign = createRoute({
  getParentRoute: () => root,
  path: '/s/$code/sign',
  component: lazyRouteComponent(() => import('./page/public/sign.tsx')),
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  component: lazyRouteComponent(() => import('./page/projects/projects.tsx')),
});
const newProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('./page/projects/new.tsx')),
});
const projectImport = createRoute({
  getParentRoute: () => root,
  path: '/projects/import',
  component: lazyRouteComponent(() => import('./page/projects/import.tsx')),
});
const projectDispatch = createRoute({
  getParentRoute: () => root,
  path: '/projects/dispatch',
  component: lazyRouteComponent(() => import('./page/projects/dispatch.tsx')),
});
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('./page/project/project.tsx')),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  component: lazyRouteComponent(() => import('./page/inbox/inbox.tsx')),
});
const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  component: lazyRouteComponent(() => import('./page/inbox/channels.tsx')),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./page/administration/audit.tsx')),
});

const clauseDesk = createRoute({
  getParentRoute: () => root,
  path: '/clause-desk',
  component: lazyRouteComponent(() => import('./page/clause-desk/desk.tsx')),
});
const clauseEditor = createRoute({
  getParentRoute: () => root,
  path: '/clause-desk/$clauseId',
  component: lazyRouteComponent(() => import('./page/clause-desk/editor.tsx')),
});
const clauseProposal = createRoute({
  getParentRoute: () => root,
  path: '/clause-proposals/$proposalId',
  component: lazyRouteComponent(() => import('./page/clause-desk/proposal.tsx')),
});
const policyDecisions = createRoute({
  getParentRoute: () => root,
  path: '/policy-decisions',
  component: lazyRouteComponent(() => import('./page/clause-desk/decisions.tsx')),
});
const policyDecision = createRoute({
  getParentRoute: () => root,
  path: '/policy-decisions/$decisionId',
  component: lazyRouteComponent(() => import('./page/clause-desk/decisions.tsx')),
});

const batches = createRoute({
  getParentRoute: () => root,
  path: '/batches',
  component: lazyRouteComponent(() => import('./page/awards/batches.tsx')),
});
const batch = createRoute({
  getParentRoute: () => root,
  path: '/batches/$batchId',
  component: lazyRouteComponent(() => import('./page/awards/batch.tsx')),
});
const awardLedger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  component: lazyRouteComponent(() => import('./page/awards/ledger.tsx')),
});
const awardNotices = createRoute({
  getParentRoute: () => root,
  path: '/award-notices',
  component: lazyRouteComponent(() => import('./page/awards/notices.tsx')),
});
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  component: lazyRouteComponent(() => import('./page/claim/claims.tsx')),
});
const claimQuestions = createRoute({
  getParentRoute: () => root,
  path: '/claims/questions',
  component: lazyRouteComponent(() => import('./page/claim/questions.tsx')),
});
const claim = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claimId',
  component: lazyRouteComponent(() => import('./page/claim/claim.tsx')),
});
const nurture = createRoute({
  getParentRoute: () => root,
  path: '/nurture',
  component: lazyRouteComponent(() => import('./page/nurture/nurture.tsx')),
});
const nurturedFirm = createRoute({
  getParentRoute: () => root,
  path: '/nurture/$nurtureId',
  component: lazyRouteComponent(() => import('./page/nurture/firm.tsx')),
});

const monitoring = createRoute({
  getParentRoute: () => root,
  path: '/monitoring',
  component: lazyRouteComponent(() => import('./page/monitoring/monitoring.tsx')),
});
const monitoringImport = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/import',
  component: lazyRouteComponent(() => import('./page/monitoring/import.tsx')),
});
const monitoringSeries = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/$code',
  component: lazyRouteComponent(() => import('./page/monitoring/series.tsx')),
});
const fiveYear = createRoute({
  getParentRoute: () => root,
  path: '/five-year',
  component: lazyRouteComponent(() => import('./page/five-year/five-year.tsx')),
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('./page/exchange/exchange.tsx')),
});
const exchangePartner = createRoute({
  getParentRoute: () => root,
  path: '/exchange/$partnerId',
  component: lazyRouteComponent(() => import('./page/exchange/partner.tsx')),
});
const consultation = createRoute({
  getParentRoute: () => root,
  path: '/consultations/$consultationId',
  component: lazyRouteComponent(() => import('./page/exchange/consultation.tsx')),
});
const letter = createRoute({
  getParentRoute: () => root,
  path: '/letters/$letterId',
  component: lazyRouteComponent(() => import('./page/exchange/letter.tsx')),
});

const budgets = createRoute({
  getParentRoute: () => root,
  path: '/budgets',
  component: lazyRouteComponent(() => import('./page/budget/budgets.tsx')),
});
const budgetBook = createRoute({
  getParentRoute: () => root,
  path: '/budgets/$year/$book/$level',
  component: lazyRouteComponent(() => import('./page/budget/book.tsx')),
});
const budgetLine = createRoute({
  getParentRoute: () => root,
  path: '/budget-lines/$lineId',
  component: lazyRouteComponent(() => import('./page/budget/line.tsx')),
});
const budgetReview = createRoute({
  getParentRoute: () => root,
  path: '/budget-review/$documentId',
  component: lazyRouteComponent(() => import('./page/budget/review.tsx')),
});
const budgetIdentities = createRoute({
  getParentRoute: () => root,
  path: '/budget-identities/$documentId',
  component: lazyRouteComponent(() => import('./page/budget/identities.tsx')),
});
const debt = createRoute({
  getParentRoute: () => root,
  path: '/debt',
  component: lazyRouteComponent(() => import('./page/money/debt.tsx')),
});
const won = createRoute({
  getParentRoute: () => root,
  path: '/won',
  component: lazyRouteComponent(() => import('./page/money/won.tsx')),
});
const money = createRoute({
  getParentRoute: () => root,
  path: '/money',
  component: lazyRouteComponent(() => import('./page/money/money.tsx')),
});

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
    monitoring,
    monitoringImport,
    monitoringSeries,
    fiveYear,
    exchange,
    exchangePartner,
    consultation,
    letter,
    overview,
    indicators,
    tasks,
    livelihood,
    documents,
    review,
    commitment,
    signIn,
    mine,
    figures,
    reports,
    report,
    invitation,
    arrival,
    accounts,
    organisation,
    settings,
    sites,
    register,
    registerImports,
    enterprise,
    leads,
    upkeep,
    site,
    publicSite,
    publicSign,
    policies,
    clause,
    batches,
    batch,
    awardLedger,
    awardNotices,
    claims,
    claimQuestions,
    claim,
    nurture,
    nurturedFirm,
    clauseDesk,
    clauseEditor,
    clauseProposal,
    policyDecisions,
    policyDecision,
    supervision,
    notices,
    newNotice,
    notice,
    inspections,
    newInspection,
    inspectionYear,
    inspectors,
    inspection,
    messages,
    channels,
    audit,
    projects,
    newProject,
    projectImport,
    projectDispatch,
    project,
    standings,
    standingRound,
    standingPlace,
    budgets,
    budgetBook,
    budgetLine,
    budgetReview,
    budgetIdentities,
    debt,
    won,
    money,
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
