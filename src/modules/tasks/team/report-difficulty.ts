import { Injectable } from '@nestjs/common';
import { v4, v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { DifficultyDeadlines } from '../commune/difficulty-deadlines.ts';
import { TaskAccess } from '../task-access.ts';
import { TeamPlaceQueries } from '../team-place.queries.ts';
import { progressErrors } from '../tasks.errors.ts';
import { difficultyReported } from '../tasks.events.ts';

/** "Báo khó khăn": kept for the commune; the day by which it is answered is fixed now. */
@Injectable()
export class ReportDifficulty {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly places: TeamPlaceQueries,
    private readonly clock: Clock,
    private readonly answers: DifficultyDeadlines,
    private readonly outbox: Outbox,
  ) {}

  /** Gives the difficulty's id; the same command twice gives the same. */
  async execute(
    actor: Actor,
    teamId: string,
    { kind, text, taskId }: RouteBody<typeof routes.reportDifficulty>,
  ): Promise<string> {
    const place = await this.places.of(teamId);
    await this.access.require(actor, 'difficulty.report', place);
    if (taskId && (await this.access.placeOf(taskId)).teamId !== teamId)
      throw progressErrors.otherTeam({ path: 'taskId' });
    return this.database.tx(async (tx) => {
      const commandId = actor.commandId ?? v4();
      const [row] = await rowsOf<{ id: string }>(
        tx,
        sql`insert into difficulties (id, kind, text, team_id, unit_id, commune_id, task_id, by_id, at, command_id, due_on)
          values (${v7()}, ${kind}, ${text}, ${teamId}, ${place.unitId}, ${place.communeId}, ${taskId ?? null},
            ${actor.personId}, ${this.clock.now()}, ${commandId}, ${await this.answers.dueOn(tx, place.communeId)})
         on conflict (by_id, command_id) do nothing returning id`,
      );
      if (!row)
        return (
          await rowsOf<{ id: string }>(
            tx,
            sql`select id from difficulties where by_id = ${actor.personId} and command_id = ${commandId}`,
          )
        )[0]?.id as string;
      await this.outbox.append(
        tx,
        difficultyReported(
          { difficultyId: row.id, ...(taskId && { taskId }) },
          { unitId: place.unitId, changes: { kind } },
        ),
        actor,
      );
      return row.id;
    });
  }
}
