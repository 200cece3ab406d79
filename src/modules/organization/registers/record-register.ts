import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { registerRecorded } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';
import { RegisterFigure } from './register.entity.ts';

/** Records households and population of a unit from a day on; older figures stay for older dates. */
@Injectable()
export class RecordRegister {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.setRegister>): Promise<void> {
    await this.scope.require(actor, 'register.manage', { unitId });
    if (input.asOf > this.clock.today()) throw organizationErrors.registerInFuture({ path: 'asOf' });
    await this.database.tx(async (tx) => {
      for (const metric of ['households', 'population'] as const) {
        const value = input[metric];
        if (value !== undefined) await this.record(tx, unitId, metric, value, input.asOf);
      }
      await this.outbox.append(tx, registerRecorded({ unitId }, { unitId, changes: { ...input } }), actor);
    });
  }

  /** Ends the figure that holds on the day, starts the new one, and lets it run until the next known one. */
  async record(tx: Tx, unitId: string, metric: RegisterFigure['metric'], value: number, asOf: string): Promise<void> {
    await execute(
      tx,
      sql`delete from registers where unit_id = ${unitId} and metric = ${metric} and lower(validity) = ${asOf}`,
    );
    await execute(
      tx,
      sql`update registers set validity = daterange(lower(validity), ${asOf}::date) where unit_id = ${unitId}
        and metric = ${metric} and validity @> ${asOf}::date`,
    );
    const [next] = await rowsOf<{ from: string }>(
      tx,
      sql`select lower(validity)::text as from from registers where unit_id = ${unitId} and metric = ${metric}
        and lower(validity) > ${asOf}::date order by 1 limit 1`,
    );
    await tx.insert(RegisterFigure, { id: v7(), unitId, metric, value, validity: rangeText(asOf, next?.from) });
  }
}
