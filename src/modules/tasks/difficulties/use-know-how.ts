import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { TaskAccess } from '../work/task/task-access.ts';
import { TeamPlaceQueries } from '../work/task/team-place.queries.ts';
import { difficultyErrors } from '../tasks.errors.ts';
import { districtCommunes } from './know-how.queries.ts';

/** "Tổ tôi dùng được": counted once per team. */
@Injectable()
export class UseKnowHow {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly places: TeamPlaceQueries,
    private readonly clock: Clock,
  ) {}

  /** Gives how many teams have said so. @throws difficulty.notFound where it is not one of the team's district */
  async execute(actor: Actor, teamId: string, difficultyId: string): Promise<number> {
    const place = await this.places.of(teamId, actor);
    await this.access.require(actor, 'difficulty.report', place);
    return this.database.tx(async (tx) => {
      const [known] = await rowsOf(
        tx,
        sql`select 1 from know_how k where k.difficulty_id = ${difficultyId} and k.withdrawn_at is null and k.commune_id in (${districtCommunes(place.unitId)})`,
      );
      if (!known) throw difficultyErrors.notFound();
      await execute(
        tx,
        sql`insert into know_how_uses (difficulty_id, team_id, by_id, at)
          values (${difficultyId}, ${teamId}, ${actor.personId}, ${this.clock.now()}) on conflict do nothing`,
      );
      const [row] = await rowsOf<{ uses: number }>(
        tx,
        sql`select count(*)::int as uses from know_how_uses where difficulty_id = ${difficultyId}`,
      );
      return row?.uses ?? 0;
    });
  }
}
