import { Injectable } from '@nestjs/common';
import type { TeamRole } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

interface TeamPerson {
  personId: string;
  standIn: boolean;
}

/** Who of teams a message to these roles goes to; the leader first. */
@Injectable()
export class TeamAudience {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(teamIds: readonly string[], roles: readonly TeamRole[]): Promise<Map<string, TeamPerson[]>> {
    if (teamIds.length === 0) return new Map();
    const rows = await this.database.rows<{ teamId: string; personIds: string[] }>(
      sql`select m.team_id as "teamId", array_agg(m.person_id order by array_position(${roles}::text[], m.role), m.person_id) as "personIds"
         from team_members_at(${this.clock.today()}::date) m where m.team_id = any(${teamIds}::uuid[]) and m.role = any(${roles}::text[])
        group by 1`,
    );
    return new Map(
      rows.map(({ teamId, personIds }) => [teamId, personIds.map((personId) => ({ personId, standIn: false }))]),
    );
  }
}
