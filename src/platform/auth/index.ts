export { type Actor, type ActorPost, IdentityPort } from './actor.ts';
export { ACTOR_CHANGED, ActorCache } from './actor-cache.ts';
export { CurrentActor } from './current-actor.ts';
export { type AuthenticatedRequest, SessionGuard } from './session.guard.ts';
export { hashToken, newInviteCode, newToken } from './tokens.ts';
