/**
 * The one way in which a session is changed: right at its commune and, for trainers, at its provider; row locked; then the
 * move by the table. A provider sees and changes its own sessions only.
 */
import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import { nextSessionState, type SessionCommand } from '#contracts/training/training-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { type SessionData, sessionColumns } from './session.rows.ts';
import type { TrainingSession } from './training-session.entity.ts';
import { trainingErrors } from '../../training.errors.ts';

export type SessionPlace = Pick<TrainingSession, 'communeId' | 'providerId'>;

@Injectable()
export class SessionAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws training.notFound, platform.denied */
  async change<T>(
    actor: Actor,
    sessionId: string,
    action: Action,
    work: (tx: Tx, session: SessionData, now: Date) => Promise<T>,
  ): Promise<T> {
    await this.open(actor, sessionId, action);
    return this.database.tx(async (tx) => work(tx, await this.lock(tx, sessionId), this.clock.now()));
  }

  /** The session, after the right to it. */
  async open(actor: Actor, sessionId: string, action: Action): Promise<SessionData> {
    const session = await this.database.one<SessionData>(
      sql`select ${sessionColumns} from training_sessions s where s.id = ${sessionId}`,
    );
    if (!session) throw trainingErrors.notFound();
    await this.require(actor, action, { communeId: session.communeId, providerId: session.providerId });
    return session;
  }

  /** @throws platform.denied */
  async require(actor: Actor, action: Action, { communeId, providerId }: SessionPlace): Promise<void> {
    const posts = await this.postsFor(actor, providerId);
    const narrowed = { ...actor, posts };
    await this.scope.require(narrowed, action, { unitId: communeId });
    if (narrowed.postId) actor.postId = narrowed.postId;
  }

  async may(actor: Actor, action: Action, { communeId, providerId }: SessionPlace): Promise<boolean> {
    if (!actor.posts.some(({ role }) => roleMay(role, action))) return false;
    return this.scope.may({ ...actor, posts: await this.postsFor(actor, providerId) }, action, { unitId: communeId });
  }

  /** Providers for which the actor teaches today. */
  async providersOf(actor: Actor): Promise<{ postId: string; providerId: string }[]> {
    const posts = actor.posts.filter(({ role }) => role === 'trainer').map(({ id }) => id);
    if (posts.length === 0) return [];
    return this.database.rows(
      sql`select post_id as "postId", provider_id as "providerId" from trainers_at(${this.clock.today()}) where post_id = any(${posts})`,
    );
  }

  async lock(tx: Tx, sessionId: string): Promise<SessionData> {
    const [session] = await rowsOf<SessionData>(
      tx,
      sql`select ${sessionColumns} from training_sessions s where s.id = ${sessionId} for update`,
    );
    if (!session) throw trainingErrors.notFound();
    return session;
  }

  /** The state that the command leads to. @throws training.wrongState */
  next(session: SessionData, command: SessionCommand): SessionData['state'] {
    const state = nextSessionState(session.state, command);
    if (!state) throw trainingErrors.wrongState({ state: session.state });
    return state;
  }

  private async postsFor(actor: Actor, providerId: string): Promise<Actor['posts']> {
    if (!actor.posts.some(({ role }) => role === 'trainer')) return actor.posts;
    const own = new Set(
      (await this.providersOf(actor)).filter((one) => one.providerId === providerId).map(({ postId }) => postId),
    );
    return actor.posts.filter(({ id, role }) => role !== 'trainer' || own.has(id));
  }
}
