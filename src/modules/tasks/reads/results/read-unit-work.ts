import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { Silence } from '../oversight/silence.ts';

const below = (column: Sql, unitId: string): Sql =>
  sql`exists (select 1 from unit_closure c where c.descendant_id = ${column} and c.ancestor_id = ${unitId})`;

/** How busy the teams of a unit are. */
@Injectable()
export class ReadUnitWork {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly silence: Silence,
    private readonly clock: Clock,
  ) {}

  /** @param teamIds those of another unit have none */
  async activity(
    actor: Actor,
    unitId: string,
    teamIds: readonly string[],
  ): Promise<RouteAnswer<typeof routes.teamActivity>> {
    await this.scope.require(actor, 'team.read', { unitId });
    const ids = teamIds.filter((id) => isId(id));
    const rows = await this.database.rows<{ teamId: string; communeId: string; open: number; last: Date | null }>(
      sql`with mine as materialized (
         select t.id, t.commune_id from unnest(${ids}::uuid[]) as asked(id)
          cross join lateral (
                select n.id, n.unit_id, n.commune_id from teams_at(${this.clock.today()}::date) n where n.id = asked.id offset 0) t
          where ${below(sql`t.unit_id`, unitId)})
       select mine.id as "teamId", mine.commune_id as "communeId", work.open, greatest(work.last, reports.last) as last
         from mine
        cross join lateral (
              select count(*) filter (where state not in ('confirmed', 'cancelled'))::int as open,
                     max(greatest(accepted_at, submitted_at)) as last
                from tasks where team_id = mine.id) work
        cross join lateral (select max(recorded_at) as last from progress_entries where team_id = mine.id) reports`,
    );
    const quiet = await this.silence.of(rows.map(({ teamId: id, communeId }) => ({ id, communeId })));
    return rows.map(({ teamId, open, last }) => ({
      teamId,
      openTasks: open,
      lastActivityAt: last?.toISOString() ?? null,
      silent: quiet.get(teamId)?.silent ?? false,
    }));
  }
}
