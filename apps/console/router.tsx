/** All addresses of the console, in the hash: any static host serves them. Every screen but the first is its own chunk. */
import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router';
import { HomePage } from './pages/home/home-page.tsx';
import { peopleRoutes } from './people-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';
import { trainingRoutes } from './training-routes.ts';
import { unitRoutes } from './unit-routes.ts';
import { BrokenPage, UnknownPage } from './ui/states.tsx';
import { page } from './i18n/page.ts';

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage });
const assignments = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments',
  validateSearch: pick(['unit', 'filter', 'q']),
  component: page(() => import('./pages/assign/assignments-page.tsx'), 'AssignmentsPage', [
    'allotments',
    'board',
    'sendRequests',
    'team',
  ]),
});
const assign = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments/new',
  validateSearch: pick(['teams', 'under', 'filter', 'q', 'except', 'template', 'draft', 'step', 'origin']),
  component: page(() => import('./pages/assign/assign-page.tsx'), 'AssignPage', [
    'allotments',
    'assign',
    'channels',
    'sendRequests',
    'team',
  ]),
});
const progress = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assignments/$assignmentId',
  validateSearch: pick(['filter', 'commune', 'units']),
  component: page(() => import('./pages/progress/progress-page.tsx'), 'ProgressPage', [
    'assign',
    'board',
    'bulk',
    'channels',
    'how',
    'orderChanges',
    'restated',
    'sendRequests',
    'team',
  ]),
});
const sends = createRoute({
  getParentRoute: () => rootRoute,
  path: '/send-requests/{-$requestId}',
  component: page(() => import('./pages/sends/sends-page.tsx'), 'SendsPage', [
    'assign',
    'bulk',
    'channels',
    'oversight',
    'sendRequests',
  ]),
});
const allotment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/allotments/$allotmentId',
  component: page(() => import('./pages/allotments/allotment-page.tsx'), 'AllotmentPage', [
    'allotments',
    'assign',
    'board',
  ]),
});
const results = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results',
  validateSearch: pick(['task']),
  component: page(() => import('./pages/confirm/confirm-page.tsx'), 'ConfirmPage', ['board', 'confirm', 'registers']),
});
const difficulties = createRoute({
  getParentRoute: () => rootRoute,
  path: '/difficulties',
  validateSearch: pick(['filter', 'q', 'open', 'view']),
  component: page(() => import('./pages/difficulties/difficulties-page.tsx'), 'DifficultiesPage', ['oversight']),
});
const jointWork = createRoute({
  getParentRoute: () => rootRoute,
  path: '/joint-work',
  component: page(() => import('./pages/joint-work/joint-work-page.tsx'), 'JointWorkPage', ['oversight']),
});
const channels = createRoute({
  getParentRoute: () => rootRoute,
  path: '/channels',
  component: page(() => import('./pages/channels/channels-page.tsx'), 'ChannelsPage', [
    'assign',
    'bulk',
    'channels',
    'sendRequests',
    'team',
  ]),
});
const log = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  validateSearch: pick(['kind', 'from', 'to', 'person', 'who', 'unit', 'purpose']),
  component: page(() => import('./pages/log/log-page.tsx'), 'LogPage', ['log', 'logPage', 'officers', 'rules']),
});
const system = createRoute({
  getParentRoute: () => rootRoute,
  path: '/system',
  component: page(() => import('./pages/system/system-page.tsx'), 'SystemPage', ['channels', 'system']),
});
const dataRequests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data-requests/{-$requestId}',
  validateSearch: pick(['state']),
  component: page(() => import('./pages/data-requests/data-requests-page.tsx'), 'DataRequestsPage', [
    'channels',
    'dataRequests',
  ]),
});
const why = createRoute({
  getParentRoute: () => rootRoute,
  path: '/why/$questionId',
  component: page(() => import('./pages/log/why-page.tsx'), 'WhyPage', ['log', 'logPage']),
});
const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: page(() => import('./pages/start/start-page.tsx'), 'StartPage', ['channels', 'start']),
});
const rules = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  validateSearch: pick(['kind']),
  component: page(() => import('./pages/rules/rules-page.tsx'), 'RulesPage', [
    'directives',
    'keeping',
    'officers',
    'rules',
    'serviceDays',
  ]),
});
const coverageList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/providers/import',
  component: page(() => import('./pages/providers/list/coverage-list-page.tsx'), 'CoverageListPage', [
    'coverageList',
    'officers',
    'providers',
  ]),
});
const providers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/providers',
  validateSearch: pick(['by', 'q', 'filter', 'provider', 'unit']),
  component: page(() => import('./pages/providers/providers-page.tsx'), 'ProvidersPage', ['coverageList', 'providers']),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    assignments,
    allotment,
    sends,
    assign,
    progress,
    results,
    difficulties,
    jointWork,
    ...unitRoutes,
    channels,
    ...peopleRoutes,
    ...reportRoutes,
    ...trainingRoutes,
    start,
    log,
    system,
    dataRequests,
    why,
    rules,
    providers,
    coverageList,
  ]),
  history: createHashHistory(),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultNotFoundComponent: UnknownPage,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
