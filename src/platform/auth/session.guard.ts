import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type RouteDefinition, type RouteId, routes } from '#contracts';
import { alwaysProven, provenActs, untilCode, untilEnrolled } from '#contracts/access/proofs';
import { platformErrors, routeOf } from '#platform/http';
import type { Actor } from './actor.ts';
import { ActorCache } from './actor-cache.ts';

export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
}

/** Every route but the public ones needs a bearer session; a route outside the contract's table is refused. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly actors: ActorCache) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = routeOf(context.getHandler());
    if (!route) throw platformErrors.routeWithoutRule();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (route.access === 'public') return true;
    // Known from the headers already, where the request came through the server's door.
    if (!request.actor) await identify(request, this.actors, route);
    return true;
  }
}

/** A path of the console, without what was searched for. */
const SCREEN = /^\/[\w/-]{0,120}$/;

const setOf = (ids: readonly RouteId[]): ReadonlySet<RouteDefinition> => new Set(ids.map((id) => routes[id]));
const actOf = new Map<RouteDefinition, string>(
  Object.entries<readonly RouteId[]>(provenActs).flatMap(([act, ids]) => ids.map((id) => [routes[id], act] as const)),
);
const always = setOf(alwaysProven);
const openBefore = { code: setOf(untilCode), enrolment: setOf(untilEnrolled) } as const;

/**
 * Puts the signed-in person onto the request.
 * @throws platform.signInNeeded, to the holder of a session's token with why it is over; platform.codeNeeded, platform.enrolmentNeeded, platform.proofNeeded
 */
export async function identify(
  request: AuthenticatedRequest,
  actors: ActorCache,
  route: RouteDefinition,
): Promise<void> {
  const actor = await actors.behind(request);
  if (!actor) throw platformErrors.signInNeeded(await actors.whyOver(request));
  const { awaits } = actor;
  if (awaits && !openBefore[awaits].has(route))
    throw awaits === 'code' ? platformErrors.codeNeeded() : platformErrors.enrolmentNeeded();
  const act = actOf.get(route);
  const by = always.has(route) ? actor.unproven : actor.owes;
  if (by && act) throw platformErrors.proofNeeded({ by, act });
  const commandId = request.headers['idempotency-key'];
  const screen = request.headers['x-screen'];
  const { past, ...present } = actor;
  request.actor = {
    ...present,
    ...(past && route.method === 'GET' && { past }),
    ...(typeof commandId === 'string' && { commandId }),
    ...(typeof screen === 'string' && SCREEN.test(screen) && { screen }),
  };
}
