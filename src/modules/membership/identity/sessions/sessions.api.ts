/** What the log may ask and do of the sessions behind its lines. */
import { Injectable } from '@nestjs/common';
import { type Actor, ActorCache } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { sessionCut } from '../../membership.events.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import type { Session } from './session.entity.ts';
import { Sessions } from './sessions.ts';

/** What a session of somebody is known by: device and when it began; who never had one of the id is absent. */
export interface KnownSession extends Pick<Session, 'id' | 'device'> {
  openedAt: Date;
  /** It is alive, of somebody else, and the reader may end it. */
  canEnd: boolean;
}

@Injectable()
export class SessionsApi {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
    private readonly clock: Clock,
  ) {}

  /** Those that are still kept. */
  async known(actor: Actor, ids: readonly string[]): Promise<Map<string, KnownSession>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<Omit<KnownSession, 'canEnd'> & { personId: string; isAlive: boolean }>(
      sql`select s.id, s.device, s.created_at as "openedAt", s.person_id as "personId",
            s.ended_at is null and s.expires_at > ${this.clock.now()} as "isAlive" from sessions s where s.id = any(${ids})`,
    );
    const others = rows.filter(({ personId, isAlive }) => isAlive && personId !== actor.personId);
    const reached = await this.rights.reached(actor, [...new Set(others.map(({ personId }) => personId))]);
    return new Map(
      rows.map(({ personId, isAlive, ...session }) => [
        session.id,
        { ...session, canEnd: isAlive && reached.has(personId) },
      ]),
    );
  }

  /**
   * The one who acts may invite the person, so may also lock a device of theirs out; the person is told.
   * @throws platform.notFound for a person without a place, platform.denied, access.sessionNotFound for one that has ended
   */
  async cut(actor: Actor, { personId, sessionId, unitId }: { personId: string; sessionId: string; unitId: string }) {
    await this.rights.require(actor, personId);
    await this.database.tx(async (tx) => {
      const by = actor.personId;
      const ended = await this.sessions.end(tx, personId, { because: 'signed_out', by, only: sessionId });
      if (ended.length === 0) throw accessErrors.sessionNotFound();
      await this.outbox.append(tx, sessionCut({ personId, sessionId }, { unitId }), actor);
    });
    this.cache.forget(personId);
  }
}
