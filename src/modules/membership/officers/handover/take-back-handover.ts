import { Injectable } from '@nestjs/common';
import { rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { handoverTakenBack } from '../../membership.events.ts';
import { Caretakers } from './caretakers.ts';
import type { Handover } from './handover.entity.ts';
import { restoreSupport } from './move-support.ts';

type Row = Pick<Handover, 'unitId' | 'mode' | 'fromPostId' | 'toPostId' | 'toPersonId' | 'fromOn' | 'was'>;

/** Before its day all of it is taken back: the post, the support of teams, and who would have looked after it. */
@Injectable()
export class TakeBackHandover {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly caretakers: Caretakers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound, membership.handoverBegun, membership.handoverChanged */
  async execute(actor: Actor, handoverId: string): Promise<void> {
    const place = await this.database.one<Pick<Row, 'unitId'>>(
      sql`select unit_id as "unitId" from handovers where id = ${handoverId} and mode <> 'caretaker'`,
    );
    if (!place) throw platformErrors.notFound();
    await this.scope.require(actor, 'post.manage', place);
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf<Row>(
        tx,
        sql`select unit_id as "unitId", mode, from_post_id as "fromPostId", to_post_id as "toPostId",
            to_person_id as "toPersonId", from_on::text as "fromOn", was
          from handovers where id = ${handoverId} and taken_back_at is null for update`,
      );
      if (!row) throw platformErrors.notFound();
      if (row.fromOn <= this.clock.today()) throw membershipErrors.handoverBegun();
      await this.restore(tx, actor, row);
      await execute(
        tx,
        sql`update handovers set taken_back_at = ${this.clock.now()}, taken_back_by = ${actor.personId} where id = ${handoverId}`,
      );
      await this.outbox.append(tx, handoverTakenBack({ handoverId }, { unitId: row.unitId }), actor);
    });
  }

  private async restore(tx: Tx, actor: Actor, row: Row): Promise<void> {
    const { unitId, mode, fromPostId, toPostId, toPersonId, fromOn, was } = row;
    if (mode !== 'vacate') {
      // What was handed on further, or changed, is no longer as it was given.
      const given = await rowsOf(
        tx,
        sql`delete from posts p where p.id = ${toPostId} and lower(p.validity) = ${fromOn}::date
          and not exists (select 1 from handovers h where h.from_post_id = p.id) returning 1`,
      );
      if (given.length === 0) throw membershipErrors.handoverChanged();
      await execute(tx, sql`select pg_notify('actor_changed', ${toPersonId}::text)`);
    }
    await this.caretakers.makeRoom(tx, unitId, fromOn, actor);
    if (mode !== 'stand_in') {
      const [post] = await rowsOf<{ start: string }>(
        tx,
        sql`select lower(validity)::text as start from posts where id = ${fromPostId} and upper(validity) = ${fromOn}::date for update`,
      );
      if (!post || was.to === undefined) throw membershipErrors.handoverChanged();
      await execute(
        tx,
        sql`update posts set validity = ${rangeText(post.start, was.to)}, end_reason = ${was.endReason ?? null}
          where id = ${fromPostId}`,
      );
    }
    await restoreSupport(tx, was);
    await this.caretakers.settle(tx, [unitId], actor);
  }
}
