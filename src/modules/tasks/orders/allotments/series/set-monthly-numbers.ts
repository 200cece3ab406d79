import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { actions } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql } from '#platform/database';
import { invalid } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { allotmentErrors, assignmentErrors } from '../../../tasks.errors.ts';
import { nextNumbersSet, numberRecurrenceSet } from '../../../tasks.events.ts';
import { AllotmentQueries } from '../allotment.queries.ts';
import { shareProblems } from '../check-shares.ts';
import { NumberSchedules } from './number-schedules.ts';
import { ReadNumberSeries } from './read-number-series.ts';

/** Numbers of communes are given anew each month or no more, and what the next ones differ in. */
@Injectable()
export class SetMonthlyNumbers {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly queries: AllotmentQueries,
    private readonly schedules: NumberSchedules,
    private readonly series: ReadNumberSeries,
    private readonly outbox: Outbox,
  ) {}

  /** @throws allotment.notFound, allotment.alreadyCancelled */
  async repeat(
    actor: Actor,
    allotmentId: string,
    { recurrence }: RouteBody<typeof routes.allotMonthly>,
  ): Promise<void> {
    const allotment = await this.queries.one(allotmentId);
    if (!allotment) throw allotmentErrors.notFound();
    const { issuerUnitId: unitId, seriesId, cancelledAt } = allotment;
    await this.scope.require(actor, 'assignment.issue', { unitId });
    if (cancelledAt && recurrence === 'monthly') throw allotmentErrors.alreadyCancelled();
    await this.database.tx(async (tx) => {
      const changed =
        recurrence === 'monthly'
          ? await this.schedules.start(tx, { seriesId, unitId }, actor)
          : await this.schedules.end(tx, seriesId, 'stopped');
      if (changed)
        await this.outbox.append(tx, numberRecurrenceSet({ allotmentId }, { unitId, changes: { recurrence } }), actor);
    });
  }

  /** @throws assignment.seriesNotFound, seriesEnded, seriesChanged, input.invalid naming each row */
  async next(actor: Actor, seriesId: string, input: RouteBody<typeof routes.setNextNumbers>): Promise<void> {
    const { unitId } = await this.series.require(actor, seriesId);
    const { version, title, dueDay, shares } = input;
    if (shares) {
      const communes = await this.queries.communes(unitId, actions['assignment.issue']);
      const problems = shareProblems(shares, new Set(communes.map(({ id }) => id)));
      if (problems.length > 0) throw invalid(problems);
    }
    await this.database.tx(async (tx) => {
      const [now] = await rowsOf<{ version: number; ended: boolean }>(
        tx,
        sql`select version, ended_at is not null as ended from allotment_schedules where series_id = ${seriesId} for update`,
      );
      if (now?.ended) throw assignmentErrors.seriesEnded();
      if (now?.version !== version) throw assignmentErrors.seriesChanged({ path: 'version' });
      await this.schedules.wish(tx, seriesId, { nextTitle: title, nextDueDay: dueDay, nextShares: shares });
      const changes = { title, dueDay, communes: shares?.length ?? null };
      await this.outbox.append(tx, nextNumbersSet({ seriesId }, { unitId, changes }), actor);
    });
  }
}
