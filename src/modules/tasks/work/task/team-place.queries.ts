import { Injectable } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import type { Actor } from '#platform/auth';
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
   * What was done in a team stays its own. But it counts in the commune in which the team stands now: what a phone sends after a reform was
   * done before it, and in the former commune nobody looks any more.
   * @param actor of a team that became two, their own half is meant
   * @param on the day of the work
   * @returns of a team that became part of another, or two, that one, for days on which it was there no more
   * @throws platform.notFound when it is there neither then nor today
   */
  async of(teamId: string, { posts }: Pick<Actor, 'posts'>, on?: string): Promise<TeamPlace> {
    const today = this.clock.today();
    const now = (await this.at(teamId, today)) ?? (await this.heirOf(teamId, today, posts));
    const then = on && on !== today ? await this.at(teamId, on) : undefined;
    const place = then && (!now || then.communeId === now.communeId) ? then : now;
    if (!place) throw platformErrors.notFound();
    return place;
  }

  private async heirOf(teamId: string, today: string, posts: Actor['posts']): Promise<TeamPlace | undefined> {
    const own = posts.flatMap((post) => post.teamId ?? []);
    const heir = await this.database.one<{ id: string }>(
      sql`with recursive heir as (
          select t.id, t.merged_into_id, 0 as n from ${membershipSql.teams} t where t.id = ${teamId}
          union all
          select h.id, h.merged_into_id, e.n + 1 from heir e
            join ${membershipSql.teams} h on h.id = e.merged_into_id or h.split_from_id = e.id where e.n < 20)
        select id from heir where n > 0 order by (id = any(${own}::uuid[])) desc, n desc, id limit 1`,
    );
    return heir && this.at(heir.id, today);
  }

  private at(teamId: string, on: string): Promise<TeamPlace | undefined> {
    return this.database.one<TeamPlace>(
      sql`select id as "teamId", unit_id as "unitId", coalesce(commune_id, unit_id) as "communeId" from teams_at(${on})
        where id = ${teamId}`,
    );
  }
}
