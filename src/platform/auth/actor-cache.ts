import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Listener } from '#platform/database';
import { type Actor, IdentityPort, type SessionOver } from './actor.ts';
import { hashToken } from './tokens.ts';

const FRESH_MS = 5_000;
const MOST_ENTRIES = 20_000;
/** NOTIFY with a person's id drops what is known of that person in every process. */
export const ACTOR_CHANGED = 'actor_changed';

/**
 * Resolves bearer tokens. A resolved actor is kept for five seconds, and dropped at once in all processes
 * when a session ends or a post changes (`pg_notify('actor_changed', personId)` in that transaction).
 */
@Injectable()
export class ActorCache implements OnModuleInit {
  private readonly entries = new Map<string, { actor: Actor; until: number }>();
  /** How many times somebody was forgotten. */
  private forgotten = 0;

  constructor(
    private readonly identity: IdentityPort,
    private readonly listener: Listener,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listener.on(ACTOR_CHANGED, (personId) => this.forget(personId));
  }

  /** Who sent the request, by its bearer token. */
  async behind(request: FastifyRequest): Promise<Actor | undefined> {
    const token = tokenOf(request);
    return token ? this.actorOf(token) : undefined;
  }

  /** Why the session that the request names is over. */
  async whyOver(request: FastifyRequest): Promise<SessionOver | undefined> {
    const token = tokenOf(request);
    return token ? this.identity.whyOver(hashToken(token)) : undefined;
  }

  async actorOf(token: string): Promise<Actor | undefined> {
    const hash = hashToken(token);
    const key = hash.toString('base64');
    const known = this.entries.get(key);
    if (known && known.until > performance.now()) return known.actor;
    const { forgotten } = this;
    const actor = await this.identity.resolve(hash);
    this.entries.delete(key);
    // Whatever changed while this was read may be missing in it.
    if (actor && forgotten === this.forgotten) this.keep(key, actor);
    return actor;
  }

  /** An empty id forgets everybody (a bulk change of posts). */
  forget(personId: string): void {
    this.forgotten += 1;
    for (const [key, { actor }] of this.entries) {
      if (personId === '' || actor.personId === personId) this.entries.delete(key);
    }
  }

  private keep(key: string, actor: Actor): void {
    if (this.entries.size >= MOST_ENTRIES) this.entries.delete(this.entries.keys().next().value as string);
    this.entries.set(key, { actor, until: performance.now() + FRESH_MS });
  }
}

function tokenOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
}
