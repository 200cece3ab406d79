import { type RouteDefinition, routerPath, routes } from '#contracts';
import { waysIn } from './watch-requests.ts';

it('counts every way in: each public route whose answer opens a session', () => {
  const opens = Object.values(routes as Record<string, RouteDefinition>).filter(
    ({ access, response }) =>
      access === 'public' && ['SessionAnswer', 'HostSignIn'].includes(response?.meta()?.id as string),
  );
  expect(opens.length).toBeGreaterThan(4);
  expect(new Set(waysIn.keys())).toEqual(new Set(opens.map((route) => `/api/v1${routerPath(route)}`)));
});
