/** All addresses of the console, in the hash: any static host serves them. Every screen but the first is its own chunk. */
import { createHashHistory, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from './pages/home/home-page.tsx';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';
import { trainingRoutes } from './training-routes.ts';
import { unitRoutes } from './unit-routes.ts';
import { UnknownPage } from './ui/states.tsx';

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage });
const teams = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teams',
  validateSearch: pick(['unit', 'q', 'filter']),
  component: lazyRouteComponent(() => import('./pages/teams/teams-page.tsx'), 'TeamsPage'),
});
const team = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teams/$teamId',
  component: lazyRouteComponent(() => import('./pages/team/team-page.tsx'), 'TeamPage'),
});
const invites = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invites',
  validateSearch: pick(['unit']),
  component: lazyRouteComponent(() => import('./pages/invites/invites-page.tsx'), 'InvitesPage'),
});
const communes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/communes',
  component: lazyRouteComponent(() => import('./pages/communes/communes-page.tsx'), 'CommunesPage'),
});
const importStart = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/import-start.tsx'), 'ImportStart'),
});
const importCheck = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('./pages/import/import-page.tsx'), 'ImportPage'),
});
const assignments = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments',
  validateSearch: pick(['unit', 'filter', 'q']),
  component: lazyRouteComponent(() => import('./pages/assign/assignments-page.tsx'), 'AssignmentsPage'),
});
const assign = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments/new',
  validateSearch: pick(['teams', 'under', 'filter', 'q', 'except', 'template', 'draft', 'step', 'origin']),
  component: lazyRouteComponent(() => import('./pages/assign/assign-page.tsx'), 'AssignPage'),
});
const progress = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments/$assignmentId',
  validateSearch: pick(['filter', 'commune', 'units']),
  component: lazyRouteComponent(() => import('./pages/progress/progress-page.tsx'), 'ProgressPage'),
});
const sends = createRoute({
  getParentRoute: () => rootRoute,
  path: '/send-requests/{-$requestId}',
  component: lazyRouteComponent(() => import('./pages/sends/sends-page.tsx'), 'SendsPage'),
});
const allotment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/allotments/$allotmentId',
  component: lazyRouteComponent(() => import('./pages/allotments/allotment-page.tsx'), 'AllotmentPage'),
});
const results = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results',
  validateSearch: pick(['task']),
  component: lazyRouteComponent(() => import('./pages/confirm/confirm-page.tsx'), 'ConfirmPage'),
});
const difficulties = createRoute({
  getParentRoute: () => rootRoute,
  path: '/difficulties',
  validateSearch: pick(['filter', 'q', 'open', 'view']),
  component: lazyRouteComponent(() => import('./pages/difficulties/difficulties-page.tsx'), 'DifficultiesPage'),
});
const jointWork = createRoute({
  getParentRoute: () => rootRoute,
  path: '/joint-work',
  component: lazyRouteComponent(() => import('./pages/joint-work/joint-work-page.tsx'), 'JointWorkPage'),
});
const documents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: pick(['q']),
  component: lazyRouteComponent(() => import('./pages/documents/documents-page.tsx'), 'DocumentsPage'),
});
const registers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers',
  validateSearch: pick(['tab', 'unit']),
  component: lazyRouteComponent(() => import('./pages/registers/registers-page.tsx'), 'RegistersPage'),
});
const workDays = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers/days',
  component: lazyRouteComponent(() => import('./pages/registers/work-days-page.tsx'), 'WorkDaysPage'),
});
const channels = createRoute({
  getParentRoute: () => rootRoute,
  path: '/channels',
  component: lazyRouteComponent(() => import('./pages/channels/channels-page.tsx'), 'ChannelsPage'),
});
const log = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  validateSearch: pick(['kind', 'from', 'to', 'person', 'who', 'unit', 'purpose']),
  component: lazyRouteComponent(() => import('./pages/log/log-page.tsx'), 'LogPage'),
});
const system = createRoute({
  getParentRoute: () => rootRoute,
  path: '/system',
  component: lazyRouteComponent(() => import('./pages/system/system-page.tsx'), 'SystemPage'),
});
const dataRequests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data-requests/{-$requestId}',
  validateSearch: pick(['state']),
  component: lazyRouteComponent(() => import('./pages/data-requests/data-requests-page.tsx'), 'DataRequestsPage'),
});
const why = createRoute({
  getParentRoute: () => rootRoute,
  path: '/why/$questionId',
  component: lazyRouteComponent(() => import('./pages/log/why-page.tsx'), 'WhyPage'),
});
const handovers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/handovers',
  component: lazyRouteComponent(() => import('./pages/handovers/handovers-page.tsx'), 'HandoversPage'),
});
const noRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/no-route',
  component: lazyRouteComponent(() => import('./pages/no-route/no-route-page.tsx'), 'NoRoutePage'),
});
const linkRequests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link-requests',
  component: lazyRouteComponent(() => import('./pages/link-requests/link-requests-page.tsx'), 'LinkRequestsPage'),
});
const reports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  validateSearch: pick(['unit', 'year']),
  component: lazyRouteComponent(() => import('./pages/reports/reports-page.tsx'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/$reportId',
  validateSearch: pick(['units', 'figure']),
  component: lazyRouteComponent(() => import('./pages/reports/report-page.tsx'), 'ReportPage'),
});
const reportBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report-board',
  validateSearch: pick(['month', 'filter', 'q', 'units']),
  component: lazyRouteComponent(() => import('./pages/report-board/board-page.tsx'), 'BoardPage'),
});
const campaigns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./pages/campaigns/campaigns-page.tsx'), 'CampaignsPage'),
});
const campaign = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId',
  validateSearch: pick(['filter', 'q']),
  component: lazyRouteComponent(() => import('./pages/campaigns/campaign-page.tsx'), 'CampaignPage'),
});
const dashboard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dashboard',
  validateSearch: pick(['month', 'units', 'unit']),
  component: lazyRouteComponent(() => import('./pages/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});
const serviceDays = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service-days',
  validateSearch: pick(['month', 'units']),
  component: lazyRouteComponent(() => import('./pages/service-days/service-days-page.tsx'), 'ServiceDaysPage'),
});
const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./pages/start/start-page.tsx'), 'StartPage'),
});
const officers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/officers',
  validateSearch: pick(['filter', 'q']),
  component: lazyRouteComponent(() => import('./pages/officers/officers-page.tsx'), 'OfficersPage'),
});
const rules = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  validateSearch: pick(['kind']),
  component: lazyRouteComponent(() => import('./pages/rules/rules-page.tsx'), 'RulesPage'),
});
const officerList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/officers/import',
  component: lazyRouteComponent(() => import('./pages/officers/list/officer-list-page.tsx'), 'OfficerListPage'),
});
const coverageList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/providers/import',
  component: lazyRouteComponent(() => import('./pages/providers/list/coverage-list-page.tsx'), 'CoverageListPage'),
});
const providers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/providers',
  validateSearch: pick(['by', 'q', 'filter', 'provider', 'unit']),
  component: lazyRouteComponent(() => import('./pages/providers/providers-page.tsx'), 'ProvidersPage'),
});
const committee = createRoute({
  getParentRoute: () => rootRoute,
  path: '/committee',
  validateSearch: pick(['unit', 'q', 'filter']),
  component: lazyRouteComponent(() => import('./pages/committee/committee-page.tsx'), 'CommitteePage'),
});
const recipients = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recipients',
  component: lazyRouteComponent(() => import('./pages/recipients/recipients-page.tsx'), 'RecipientsPage'),
});
const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    teams,
    team,
    communes,
    invites,
    importStart,
    importCheck,
    assignments,
    allotment,
    sends,
    assign,
    progress,
    results,
    difficulties,
    jointWork,
    ...unitRoutes,
    documents,
    registers,
    workDays,
    channels,
    handovers,
    noRoute,
    linkRequests,
    ...trainingRoutes,
    reports,
    report,
    reportBoard,
    campaigns,
    campaign,
    dashboard,
    serviceDays,
    start,
    officers,
    log,
    system,
    dataRequests,
    why,
    rules,
    officerList,
    committee,
    recipients,
    providers,
    coverageList,
    account,
  ]),
  history: createHashHistory(),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultNotFoundComponent: UnknownPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
