/** The screens of training. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';

const training = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training',
  validateSearch: pick(['day', 'view', 'commune', 'session', 'tab']),
  component: lazyRouteComponent(() => import('./pages/training/training-page.tsx'), 'TrainingPage'),
});
const trainingCheckIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/door',
  validateSearch: pick(['session', 'tab']),
  component: lazyRouteComponent(() => import('./pages/training/check-in/check-in-page.tsx'), 'CheckInPage'),
});
const trainingCoverage = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/coverage',
  validateSearch: pick(['commune', 'group', 'units', 'session', 'tab']),
  component: lazyRouteComponent(() => import('./pages/training/gaps/coverage-page.tsx'), 'CoveragePage'),
});
const trainingCards = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/cards',
  component: lazyRouteComponent(() => import('./pages/training/cards-page.tsx'), 'CardsPage'),
});

export const trainingRoutes = [training, trainingCheckIn, trainingCoverage, trainingCards] as const;
