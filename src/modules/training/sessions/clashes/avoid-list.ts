import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { avoidTimesSet } from '../../training.events.ts';
import { AvoidTime } from './avoid-time.entity.ts';

type Times = RouteAnswer<typeof trainingPlanRoutes.avoidTimes>;

/** A commune's market days and harvest weeks. */
@Injectable()
export class AvoidList {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
  ) {}

  async read(actor: Actor, unitId: string): Promise<Times> {
    await this.scope.require(actor, 'training.read', { unitId });
    return this.rows(unitId);
  }

  async replace(
    actor: Actor,
    unitId: string,
    { items }: RouteBody<typeof trainingPlanRoutes.setAvoidTimes>,
  ): Promise<Times> {
    await this.scope.require(actor, 'training.decide', { unitId });
    await this.database.tx(async (tx) => {
      await execute(tx, sql`delete from avoid_times where unit_id = ${unitId}`);
      for (const item of items)
        await tx.insert(AvoidTime, {
          id: v7(),
          unitId,
          label: item.label,
          weekdays: item.weekdays,
          lunarDays: item.lunarDays,
          fromOn: item.from,
          toOn: item.to,
          startTime: item.startTime,
          endTime: item.endTime,
        });
      await this.outbox.append(tx, avoidTimesSet({ unitId }, { unitId, changes: { items: items.length } }), actor);
    });
    return this.rows(unitId);
  }

  private rows(unitId: string): Promise<Times> {
    return this.database.rows(
      sql`select id, label, weekdays, lunar_days as "lunarDays", from_on as "from", to_on as "to", start_time as "startTime",
        end_time as "endTime" from avoid_times where unit_id = ${unitId} order by id`,
    );
  }
}
