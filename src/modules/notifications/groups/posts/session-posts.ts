/** Posts about sessions as rows, beside those about orders: sent by the same hand, at the same pace. */
import { Injectable } from '@nestjs/common';
import { trainingSql } from '#modules/training';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { SessionPostKind } from '../group-chat.entity.ts';

@Injectable()
export class SessionPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Groups of the invited teams and of the commune. Twice is once; teams that are invited later get theirs then. */
  async planPublished(sessionId: string, startsAt: Date): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into group_posts (message_key, group_id, kind, session_id, due_at, expires_at, created_at, changed_at)
       select 'session ' || ${sessionId}::uuid::text, g.id, 'session', ${sessionId}::uuid, ${now}::timestamptz,
         ${startsAt}::timestamptz, ${now}, ${now}
         from group_chats g join ${trainingSql.sessions} s on s.id = ${sessionId}
        where g.ended_at is null and g.gone_at is null
          and (g.unit_id = s.commune_id or g.team_id in (select t.team_id from ${trainingSql.sessionTeams} t
            where t.session_id = ${sessionId})) on conflict do nothing`,
    );
  }

  /** What has not gone out yet tells the new time by itself. */
  planMoved(sessionId: string, version: number, startsAt: Date): Promise<void> {
    return this.tellAgain('session_moved', `session_moved ${sessionId} ${version}`, sessionId, startsAt);
  }

  async planCancelled(sessionId: string, expiresAt: Date): Promise<void> {
    await this.database.rows(
      sql`update group_posts set state = 'skipped', failure_code = 'cancelled', changed_at = ${this.clock.now()}
        where session_id = ${sessionId} and state = 'due'`,
    );
    await this.tellAgain('session_cancelled', `session_cancelled ${sessionId}`, sessionId, expiresAt);
  }

  /** To groups that have seen something of the session. */
  private async tellAgain(kind: SessionPostKind, key: string, sessionId: string, expiresAt: Date): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into group_posts (message_key, group_id, kind, session_id, due_at, expires_at, created_at, changed_at)
       select distinct ${key}::text, p.group_id, ${kind}::text, ${sessionId}::uuid, ${now}::timestamptz,
         ${expiresAt}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
         from group_posts p join group_chats g on g.id = p.group_id and g.ended_at is null
        where p.session_id = ${sessionId}::uuid and p.state in ('claimed', 'sent', 'unknown') on conflict do nothing`,
    );
  }
}
