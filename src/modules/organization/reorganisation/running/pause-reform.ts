import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { reorganisationPaused, reorganisationResumed } from '../../organization.events.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';
import { Reorganisation } from '../mergers/reorganisation.entity.ts';

/** What follows the day of a reform is held, and goes on where it was; a step that had failed is tried again. */
@Injectable()
export class PauseReform {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The units that are being worked on are finished first. @throws organization.reformNotFound, reformSettled */
  async pause(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, { unitId }) => {
      await execute(
        tx,
        sql`update reorganisations set paused_by = ${actor.personId}, paused_at = ${this.clock.now()}
          where id = ${id} and paused_at is null`,
      );
      await this.outbox.append(tx, reorganisationPaused({ reorganisationId: id }, { unitId, changes: {} }), actor);
    });
  }

  /** @throws organization.reformNotFound, reformSettled */
  async resume(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, { unitId }) => {
      await tx.update(Reorganisation, { id }, { pausedBy: null, pausedAt: null });
      await execute(
        tx,
        sql`update reorganisation_steps set failures = 0 where reorganisation_id = ${id} and finished_at is null`,
      );
      await this.outbox.append(tx, reorganisationResumed({ reorganisationId: id }, { unitId, changes: {} }), actor);
    });
  }

  private async change(actor: Actor, id: string, work: (tx: Tx, reform: ReformRow) => Promise<void>): Promise<void> {
    await this.reforms.allowed(actor, id);
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.state !== 'applied' || reform.rehomedAt) throw organizationErrors.reformSettled();
      await work(tx, reform);
    });
  }
}
