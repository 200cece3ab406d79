/** The screens of registers, reports and figures. */
import { createRoute } from '@tanstack/react-router';
import { page } from './i18n/page.ts';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';

const documents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: pick(['q']),
  component: page(() => import('./pages/documents/documents-page.tsx'), 'DocumentsPage', [
    'directives',
    'serviceDays',
    'team',
  ]),
});
const registers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers',
  validateSearch: pick(['tab', 'unit']),
  component: page(() => import('./pages/registers/registers-page.tsx'), 'RegistersPage', [
    'assign',
    'registers',
    'team',
    'workDays',
  ]),
});
const workDays = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers/days',
  component: page(() => import('./pages/registers/work-days-page.tsx'), 'WorkDaysPage', ['workDays']),
});
const reports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  validateSearch: pick(['unit', 'year']),
  component: page(() => import('./pages/reports/reports-page.tsx'), 'ReportsPage', [
    'documents',
    'log',
    'logPage',
    'oversight',
    'reports',
    'serviceDays',
  ]),
});
const report = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/$reportId',
  validateSearch: pick(['units', 'figure']),
  component: page(() => import('./pages/reports/report-page.tsx'), 'ReportPage', [
    'documents',
    'log',
    'logPage',
    'oddFigures',
    'oversight',
    'recipients',
    'reports',
    'restated',
    'serviceDays',
    'yearAgo',
  ]),
});
const reportBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report-board',
  validateSearch: pick(['month', 'filter', 'q', 'units']),
  component: page(() => import('./pages/report-board/board-page.tsx'), 'BoardPage', [
    'bulk',
    'channels',
    'documents',
    'how',
    'log',
    'logPage',
    'oddFigures',
    'oversight',
    'reports',
    'restated',
    'sendRequests',
  ]),
});
const forms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forms',
  component: page(() => import('./pages/forms/forms-page.tsx'), 'FormsPage', ['forms', 'questions', 'sendRequests']),
});
const form = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forms/$formId',
  component: page(() => import('./pages/forms/form-page.tsx'), 'FormPage', ['forms', 'questions', 'sendRequests']),
});
const formRound = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forms/rounds/$roundId',
  validateSearch: pick(['filter', 'q']),
  component: page(() => import('./pages/forms/round-page.tsx'), 'RoundPage', [
    'bulk',
    'channels',
    'forms',
    'questions',
    'sendRequests',
  ]),
});
const formSheet = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forms/answers/$sheetId',
  component: page(() => import('./pages/forms/sheet-page.tsx'), 'SheetPage', ['forms', 'questions']),
});
const oddFigures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/odd-figures',
  validateSearch: pick(['month', 'filter', 'figure']),
  component: page(() => import('./pages/odd-figures/odd-figures-page.tsx'), 'OddFiguresPage', [
    'oddFigures',
    'reports',
  ]),
});
const campaigns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns',
  component: page(() => import('./pages/campaigns/campaigns-page.tsx'), 'CampaignsPage', ['oversight', 'sendRequests']),
});
const campaign = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId',
  validateSearch: pick(['filter', 'q']),
  component: page(() => import('./pages/campaigns/campaign-page.tsx'), 'CampaignPage', [
    'bulk',
    'channels',
    'how',
    'oversight',
    'reports',
    'sendRequests',
  ]),
});
const dashboard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dashboard',
  validateSearch: pick(['month', 'units', 'unit']),
  component: page(() => import('./pages/dashboard/dashboard-page.tsx'), 'DashboardPage', [
    'how',
    'oversight',
    'overview',
    'reports',
    'restated',
  ]),
});
const serviceDays = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service-days',
  validateSearch: pick(['month', 'units']),
  component: page(() => import('./pages/service-days/service-days-page.tsx'), 'ServiceDaysPage', [
    'documents',
    'reports',
    'restated',
    'serviceDays',
  ]),
});
const recipients = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recipients',
  component: page(() => import('./pages/recipients/recipients-page.tsx'), 'RecipientsPage', [
    'documents',
    'recipients',
  ]),
});

const pastYears = createRoute({
  getParentRoute: () => rootRoute,
  path: '/past-years',
  component: page(() => import('./pages/past-years/past-years-page.tsx'), 'PastYearsPage', ['officers', 'pastYears']),
});

export const reportRoutes = [
  documents,
  registers,
  workDays,
  reports,
  report,
  reportBoard,
  oddFigures,
  forms,
  form,
  formRound,
  formSheet,
  campaigns,
  campaign,
  dashboard,
  serviceDays,
  recipients,
  pastYears,
] as const;
