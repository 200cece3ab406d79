import { Injectable } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';

export interface TeamPlace {
  teamId: string;
  unitId: string;
  communeId: string;
}

/** Where a team stands: its own unit, and the commune that confirms for it. */
@Injectable()
export class TeamPlaceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param on the day of the work, for a team that has ended since
   * @returns of a team that became part of another the other, for days on which it was there no more
   * @throws platform.notFound when it is there neither then nor today
   */
  async of(teamId: string, on?: string): Promise<TeamPlace> {
    const today = this.clock.today();
    const place =
      (on && (await this.at(teamId, on))) || (await this.at(teamId, today)) || (await this.heirOf(teamId, today));
    if (!place) throw platformErrors.notFound();
    return place;
  }

  private async heirOf(teamId: string, today: string): Promise<TeamPlace | undefined> {
    const team = await this.database.one<{ heirId: string | null }>(
      sql`select t.merged_into_id as "heirId" from ${membershipSql.teams} t where t.id = ${teamId}`,
    );
    return team?.heirId ? this.at(team.heirId, today) : undefined;
  }

  private at(teamId: string, on: string): Promise<TeamPlace | undefined> {
    return this.database.one<TeamPlace>(
      sql`select id as "teamId", unit_id as "unitId", coalesce(commune_id, unit_id) as "communeId" from teams_at(${on})
        where id = ${teamId}`,
    );
  }
}
