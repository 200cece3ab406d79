import { Injectable } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { SessionData } from '../../sessions/session/session.rows.ts';
import { TrainingSession } from '../../sessions/session/training-session.entity.ts';

export interface CheckInPerson {
  id: string;
  fullName: string;
  teamId: string | null;
}

/** Who may check in: those invited, and all members of the commune's teams, who may come without an invitation. */
@Injectable()
export class CheckInPeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async around(session: Pick<SessionData, 'id' | 'communeId'>): Promise<Map<string, CheckInPerson>> {
    const today = this.clock.today();
    const rows = await this.database.rows<CheckInPerson>(
      sql`select distinct on (w.person_id) w.person_id as id, p.full_name as "fullName", w.team_id as "teamId" from (
         select person_id, team_id, 0 as rank from session_invitations where session_id = ${session.id}
         union all
         select m.person_id, t.id, 1 from teams_at(${today}) t
          cross join lateral (select person_id from team_members_at(${today}) where team_id = t.id offset 0) m
           where t.commune_id = ${session.communeId}) w
         join ${membershipSql.people} p on p.id = w.person_id and p.anonymised_at is null
        order by w.person_id, w.rank, w.team_id nulls last`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** base64url */
  async secretOf(sessionId: string): Promise<string> {
    const row: { secret: Buffer } | null = await this.database.manager.findOne(TrainingSession, {
      select: { secret: true },
      where: { id: sessionId },
    });
    return (row?.secret ?? Buffer.alloc(0)).toString('base64url');
  }
}
