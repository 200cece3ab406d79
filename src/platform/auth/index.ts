import { Global, Module } from '@nestjs/common';
import { ActorCache } from './actor-cache.ts';

/** Needs an IdentityPort from a global module (membership). */
@Global()
@Module({ providers: [ActorCache], exports: [ActorCache] })
export class AuthModule {}
export {
  type Actor,
  type ActorPost,
  type PastPost,
  IdentityPort,
  type SessionOver,
  byOffice,
  unitOf,
} from './actor.ts';
export { ACTOR_CHANGED, ActorCache } from './actor-cache.ts';
export { CurrentActor } from './current-actor.ts';
export { type AuthenticatedRequest, identify, SessionGuard } from './session.guard.ts';
export { StrategyGuard } from './strategy.guard.ts';
export { hashToken, newInviteCode, newToken } from './tokens.ts';
