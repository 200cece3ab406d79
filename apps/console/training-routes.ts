/** The screens of training. */
import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';
import { page } from './i18n/page.ts';

const training = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training',
  validateSearch: pick(['day', 'view', 'commune', 'session', 'tab']),
  component: page(() => import('./pages/training/training-page.tsx'), 'TrainingPage', ['training']),
});
const trainingCheckIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/door',
  validateSearch: pick(['session', 'tab']),
  component: page(() => import('./pages/training/check-in/check-in-page.tsx'), 'CheckInPage', ['training']),
});
const trainingCoverage = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/coverage',
  validateSearch: pick(['commune', 'group', 'units', 'session', 'tab']),
  component: page(() => import('./pages/training/gaps/coverage-page.tsx'), 'CoveragePage', ['restated', 'training']),
});
const trainingCards = createRoute({
  getParentRoute: () => rootRoute,
  path: '/training/cards',
  component: page(() => import('./pages/training/cards-page.tsx'), 'CardsPage', ['training']),
});

export const trainingRoutes = [training, trainingCheckIn, trainingCoverage, trainingCards] as const;
