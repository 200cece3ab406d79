// @everyday
/** The contract's table and the controllers say the same: no route without a handler, no handler without a route. */
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type RouteDefinition, routes } from '#contracts';
import { routeOf } from '#platform/http';
import { startApp, stopApps, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

/** Every controller method with an HTTP verb, and the route it is bound to. */
function handlers(): { name: string; route: RouteDefinition | undefined }[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance);
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata('path', prototype[method]))
        .map((method) => ({ name: `${metatype?.name}.${method}`, route: routeOf(prototype[method]) }));
    });
}

describe('the table of routes', () => {
  it('has a handler for every route, and one only', () => {
    const bound = handlers().map(({ route }) => route);
    const counts = Object.entries(routes).map(([id, route]) => [
      id,
      bound.filter((candidate) => candidate === route).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it('knows every handler but the health checks', () => {
    const known = new Set<RouteDefinition>(Object.values(routes));
    const strangers = handlers().filter(({ route }) => !route || !known.has(route));
    expect(strangers.map(({ name }) => name)).toEqual(['HealthController.live', 'HealthController.ready']);
  });

  it('refuses every route without a session, but the public ones', async () => {
    for (const [id, route] of Object.entries(routes) as [string, RouteDefinition][]) {
      if (route.access === 'public') continue;
      const { status, body } = await app.call(route, { body: route.body ? {} : undefined });
      expect({ id, status, code: body.code }).toEqual({ id, status: 401, code: 'platform.signInNeeded' });
    }
  });

  it('serves the document made from the table', async () => {
    const response = await app.nest.inject('/api/openapi.json');
    const paths = Object.keys(JSON.parse(response.payload).paths);
    expect(new Set(paths)).toEqual(new Set(Object.values(routes).map(({ path }) => path)));
  });
});
