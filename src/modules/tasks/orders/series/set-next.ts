import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../../tasks.errors.ts';
import { nextOfSeriesSet } from '../../tasks.events.ts';
import { ReadSeries } from './read-series.ts';

/** What the next order of a series differs in. The orders that were given stay as they are. */
@Injectable()
export class SetNext {
  constructor(
    private readonly database: Database,
    private readonly series: ReadSeries,
    private readonly outbox: Outbox,
  ) {}

  /** @throws assignment.seriesNotFound, seriesEnded, seriesChanged */
  async execute(
    actor: Actor,
    seriesId: string,
    { version, title, dueDay, target, withNewTeams }: RouteBody<typeof routes.setNextOfSeries>,
  ): Promise<void> {
    const { unitId } = await this.series.require(actor, seriesId);
    await this.database.tx(async (tx) => {
      const [now] = await rowsOf<{ version: number; ended: boolean }>(
        tx,
        sql`select version, ended_at is not null as ended from assignment_schedules where series_id = ${seriesId} for update`,
      );
      if (now?.ended) throw assignmentErrors.seriesEnded();
      if (now?.version !== version) throw assignmentErrors.seriesChanged({ path: 'version' });
      await rowsOf(
        tx,
        sql`update assignment_schedules set next_title = ${title}, next_due_day = ${dueDay}, next_target = ${target},
          with_new_teams = ${withNewTeams}, version = version + 1 where series_id = ${seriesId}`,
      );
      const changes = { title, dueDay, target, withNewTeams };
      await this.outbox.append(tx, nextOfSeriesSet({ seriesId }, { unitId, changes }), actor);
    });
  }
}
