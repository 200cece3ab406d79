/** The screens of teams, officers and accounts. */
import { createRoute } from '@tanstack/react-router';
import { page } from './i18n/page.ts';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';

const teams = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teams',
  validateSearch: pick(['unit', 'q', 'filter']),
  component: page(() => import('./pages/teams/teams-page.tsx'), 'TeamsPage', [
    'bulk',
    'channels',
    'roster',
    'sendRequests',
    'team',
    'teamPapers',
  ]),
});
const team = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teams/$teamId',
  component: page(() => import('./pages/team/team-page.tsx'), 'TeamPage', [
    'bulk',
    'channels',
    'documents',
    'sendRequests',
    'team',
    'teamPapers',
  ]),
});
const invites = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invites',
  validateSearch: pick(['unit']),
  component: page(() => import('./pages/invites/invites-page.tsx'), 'InvitesPage', ['invites']),
});
const communes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/communes',
  component: page(() => import('./pages/communes/communes-page.tsx'), 'CommunesPage', ['assign', 'board', 'team']),
});
const importStart = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: page(() => import('./pages/import/import-start.tsx'), 'ImportStart', [
    'findings',
    'roster',
    'team',
    'teamPapers',
  ]),
});
const importCheck = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$importId',
  component: page(() => import('./pages/import/import-page.tsx'), 'ImportPage', [
    'findings',
    'roster',
    'team',
    'teamPapers',
  ]),
});
const handovers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/handovers',
  component: page(() => import('./pages/handovers/handovers-page.tsx'), 'HandoversPage', ['handovers']),
});
const noRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/no-route',
  component: page(() => import('./pages/no-route/no-route-page.tsx'), 'NoRoutePage', ['assign', 'channels', 'team']),
});
const linkRequests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link-requests',
  component: page(() => import('./pages/link-requests/link-requests-page.tsx'), 'LinkRequestsPage', ['channels']),
});
const officers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/officers',
  validateSearch: pick(['filter', 'q']),
  component: page(() => import('./pages/officers/officers-page.tsx'), 'OfficersPage', [
    'bulk',
    'channels',
    'handovers',
    'merges',
    'officers',
    'secondFactor',
    'sendRequests',
    'team',
  ]),
});
const officerList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/officers/import',
  component: page(() => import('./pages/officers/list/officer-list-page.tsx'), 'OfficerListPage', [
    'officerList',
    'officers',
  ]),
});
const committee = createRoute({
  getParentRoute: () => rootRoute,
  path: '/committee',
  validateSearch: pick(['unit', 'q', 'filter']),
  component: page(() => import('./pages/committee/committee-page.tsx'), 'CommitteePage', [
    'bulk',
    'channels',
    'committee',
    'how',
    'sendRequests',
  ]),
});
const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: page(() => import('./pages/account/account-page.tsx'), 'AccountPage', ['account', 'secondFactor']),
});

export const peopleRoutes = [
  teams,
  team,
  invites,
  communes,
  importStart,
  importCheck,
  handovers,
  noRoute,
  linkRequests,
  officers,
  officerList,
  committee,
  account,
] as const;
