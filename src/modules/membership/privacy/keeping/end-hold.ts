import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { holdErrors } from '../../membership.errors.ts';
import { holdEnded } from '../../membership.events.ts';

/** What was held goes by its time again, from the next round on. */
@Injectable()
export class EndHold {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** @throws hold.notFound, also for one that has ended */
  async execute(actor: Actor, holdId: string): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.database.tx(async (tx) => {
      const ended = await rowsOf(
        tx,
        sql`update retention_holds set ended_by = ${actor.personId}, ended_at = ${this.clock.now()}
          where id = ${holdId} and ended_at is null returning id`,
      );
      if (ended.length === 0) throw holdErrors.notFound();
      await this.outbox.append(tx, holdEnded({ holdId }), actor);
    });
  }
}
