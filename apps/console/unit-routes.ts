/** The screens of units and of what becomes of them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';

const units = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units',
  validateSearch: pick(['unit', 'tab']),
  component: lazyRouteComponent(() => import('./pages/units/units-page.tsx'), 'UnitsPage'),
});
const unitMap = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units/map',
  validateSearch: pick(['unit']),
  component: lazyRouteComponent(() => import('./pages/maps/map-page.tsx'), 'MapPage'),
});
const unitList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units/import',
  component: lazyRouteComponent(() => import('./pages/units/import/list-page.tsx'), 'UnitListPage'),
});
const offices = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offices',
  validateSearch: pick(['unit']),
  component: lazyRouteComponent(() => import('./pages/offices/offices-page.tsx'), 'OfficesPage'),
});
const officeList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offices/import',
  component: lazyRouteComponent(() => import('./pages/offices/office-list-page.tsx'), 'OfficeListPage'),
});
const reforms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms',
  component: lazyRouteComponent(() => import('./pages/reforms/reforms-page.tsx'), 'ReformsPage'),
});
const newMerger = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/new',
  validateSearch: pick(['unit', 'hamlets']),
  component: lazyRouteComponent(() => import('./pages/reforms/merger-page.tsx'), 'NewMergerPage'),
});
const newSplit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/split',
  validateSearch: pick(['unit', 'hamlet']),
  component: lazyRouteComponent(() => import('./pages/reforms/split/split-page.tsx'), 'NewSplitPage'),
});
const merger = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/$reformId',
  component: lazyRouteComponent(() => import('./pages/reforms/merger-page.tsx'), 'MergerPage'),
});

const unitReforms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unit-reforms',
  component: lazyRouteComponent(() => import('./pages/unit-reforms/reforms-list-page.tsx'), 'UnitReformsPage'),
});
const unitReform = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unit-reforms/$reformId',
  validateSearch: pick(['tab']),
  component: lazyRouteComponent(() => import('./pages/unit-reforms/reform-page.tsx'), 'UnitReformPage'),
});

const askedNames = createRoute({
  getParentRoute: () => rootRoute,
  path: '/asked-names/$reformId',
  validateSearch: pick(['unit']),
  component: lazyRouteComponent(() => import('./pages/asked-names/asked-names-page.tsx'), 'AskedNamesPage'),
});

const takeover = createRoute({
  getParentRoute: () => rootRoute,
  path: '/takeover',
  component: lazyRouteComponent(() => import('./pages/takeover/takeover-page.tsx'), 'TakeoverPage'),
});

export const unitRoutes = [
  units,
  unitList,
  unitMap,
  offices,
  officeList,
  reforms,
  newMerger,
  newSplit,
  merger,
  unitReforms,
  unitReform,
  askedNames,
  takeover,
] as const;
