/** Renders console components as the app does: words, theme, one post. jsdom lacks matchMedia, ResizeObserver and layout. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { actions, type Action } from '#contracts/actions';
import { catalogues, type CatalogueName } from '#i18n/console/catalogues';
import { queryClient } from '../api/client.ts';
import { IdentityProvider, type Me, type Post } from '../api/me.tsx';
import { I18nProvider, loadWords } from '../i18n/i18n.tsx';
import { theme } from '../theme.ts';

// A second, the default, is short where several suites share two cores.
configure({ asyncUtilTimeout: 15_000 });

// A part that is shown by itself has nobody who named its words. Jest cannot link what two imports ask for at once.
beforeAll(async () => {
  for (const name of Object.keys(catalogues) as CatalogueName[]) await loadWords([name]);
});

class NoResize {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= NoResize;
globalThis.matchMedia ??= (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});
Object.defineProperty(document, 'fonts', {
  value: { addEventListener() {}, removeEventListener() {} },
  configurable: true,
});
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView ??= () => undefined;

const id = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const commune = { id: id(4), kind: 'commune' as const, name: 'Minh Sơn', fullName: 'xã Minh Sơn' };

export const officer: Post = {
  id: id(7),
  role: 'focal_officer',
  title: 'Cán bộ đầu mối',
  unit: commune,
  ancestors: [],
  team: null,
  may: Object.keys(actions).filter((action) =>
    (actions[action as Action] as readonly string[]).includes('focal_officer'),
  ) as Post['may'],
};
export const me: Me = {
  person: {
    id: id(6),
    fullName: 'Phạm Thị Thu Hà',
    language: 'vi',
    hasPassword: true,
    email: null,
    logins: ['0510 000 012'],
  },
  posts: [officer],
  session: { id: id(8), expiresAt: '2026-12-01T00:00:00Z' },
  today: '2026-11-25',
  holdSeconds: 60,
};
export { id as testId };

/** @param post who has signed in; a focal officer's unless it is said */
export function show(ui: ReactNode, post: Post = officer) {
  const rootRoute = createRootRoute({ component: () => ui });
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory({ initialEntries: ['/'] }) });
  // The library declares one router for the whole program, the application's; this one has a single route.
  const provided = router as never;
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queryClient}>
        <I18nProvider lang="vi">
          <IdentityProvider me={me} post={post}>
            <RouterProvider router={provided} />
          </IdentityProvider>
        </I18nProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
