import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { membershipErrors } from '../../membership.errors.ts';
import type { Handover } from '../posts/handover.entity.ts';
import { RestoreHandover } from './restore-handover.ts';

/** Before its day a hand-over is taken back. */
@Injectable()
export class TakeBackHandover {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly restore: RestoreHandover,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound, membership.handoverBegun, membership.handoverChanged */
  async execute(actor: Actor, handoverId: string): Promise<void> {
    const place = await this.database.one<Pick<Handover, 'unitId'>>(
      sql`select unit_id as "unitId" from handovers where id = ${handoverId} and mode <> 'caretaker'`,
    );
    if (!place) throw platformErrors.notFound();
    await this.scope.require(actor, 'post.manage', place);
    await this.database.tx(async (tx) => {
      const handover = await this.restore.find(tx, handoverId);
      if (handover.fromOn <= this.clock.today()) throw membershipErrors.handoverBegun();
      await this.restore.execute(tx, actor, handover);
    });
  }
}
