/** The screens of units and of what becomes of them. */
import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { pick } from './search-params.ts';
import { page } from './i18n/page.ts';

const units = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units',
  validateSearch: pick(['unit', 'tab']),
  component: page(() => import('./pages/units/units-page.tsx'), 'UnitsPage', ['directives', 'rules', 'units']),
});
const unitMap = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units/map',
  validateSearch: pick(['unit']),
  component: page(() => import('./pages/maps/map-page.tsx'), 'MapPage', ['maps']),
});
const unitList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units/import',
  component: page(() => import('./pages/units/import/list-page.tsx'), 'UnitListPage', ['unitList', 'units']),
});
const offices = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offices',
  validateSearch: pick(['unit']),
  component: page(() => import('./pages/offices/offices-page.tsx'), 'OfficesPage', ['officers', 'offices']),
});
const officeList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offices/import',
  component: page(() => import('./pages/offices/office-list-page.tsx'), 'OfficeListPage', ['officers', 'offices']),
});
const reforms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms',
  component: page(() => import('./pages/reforms/reforms-page.tsx'), 'ReformsPage', ['reforms']),
});
const newMerger = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/new',
  validateSearch: pick(['unit', 'hamlets']),
  component: page(() => import('./pages/reforms/merger-page.tsx'), 'NewMergerPage', [
    'directives',
    'reforms',
    'splits',
  ]),
});
const newSplit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/split',
  validateSearch: pick(['unit', 'hamlet']),
  component: page(() => import('./pages/reforms/split/split-page.tsx'), 'NewSplitPage', [
    'directives',
    'reforms',
    'splits',
  ]),
});
const merger = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reforms/$reformId',
  component: page(() => import('./pages/reforms/merger-page.tsx'), 'MergerPage', ['directives', 'reforms', 'splits']),
});

const unitReforms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unit-reforms',
  component: page(() => import('./pages/unit-reforms/reforms-list-page.tsx'), 'UnitReformsPage', ['unitReforms']),
});
const unitReform = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unit-reforms/$reformId',
  validateSearch: pick(['tab']),
  component: page(() => import('./pages/unit-reforms/reform-page.tsx'), 'UnitReformPage', [
    'reformNames',
    'reformPeople',
    'reforms',
    'splits',
    'unitReforms',
  ]),
});

const askedNames = createRoute({
  getParentRoute: () => rootRoute,
  path: '/asked-names/$reformId',
  validateSearch: pick(['unit']),
  component: page(() => import('./pages/asked-names/asked-names-page.tsx'), 'AskedNamesPage', ['askedNames']),
});

const takeover = createRoute({
  getParentRoute: () => rootRoute,
  path: '/takeover',
  component: page(() => import('./pages/takeover/takeover-page.tsx'), 'TakeoverPage', ['takeover']),
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
