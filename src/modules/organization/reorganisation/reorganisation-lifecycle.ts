import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import {
  reorganisationApplied,
  reorganisationDiscarded,
  reorganisationRevoked,
  reorganisationScheduled,
} from '../organization.events.ts';
import type { Reorganisation } from './reorganisation.entity.ts';

type Prepared = Pick<
  Reorganisation,
  'id' | 'unitId' | 'title' | 'onDate' | 'state' | 'version' | 'scheduledBy' | 'scheduledAt'
>;

/** What reforms of hamlets and those of communes and above do each in their own way. */
export interface ReformKind<R extends Prepared> {
  readonly store: {
    /** Scheduled ones whose day has come. */
    due(today: string): Promise<{ id: string }[]>;
    /** Locked until the transaction ends. @throws organization.reformNotFound */
    lock(tx: Tx, id: string): Promise<R>;
  };
  /** In one order: two reforms that take hold of one unit wait here for each other, and the second sees the first. */
  lockUnits(tx: Tx, reform: R): Promise<void>;
  /** What stands against it now. */
  blocks(reform: R): Promise<readonly unknown[]>;
  /** @throws what stands against it */
  refuseBlocked(reform: R): Promise<void>;
  /** @param reform scheduled, locked, with nothing against it */
  apply(tx: Tx, reform: R): Promise<void>;
  /** What later reforms may stand on is known from here on. */
  scheduled?(tx: Tx, reform: R): Promise<void>;
  /** What stood on it does not any more. */
  revoked?(tx: Tx, reform: R, actor: Actor): Promise<void>;
}

/**
 * The states of a reform, whatever it reaches: a draft is scheduled, begins on its day by itself, is taken back until then.
 * Whoever calls has asked for the right to it.
 */
@Injectable()
export class ReorganisationLifecycle {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One against which something stands by now waits, and its rehearsal says why. Gives how many were applied. */
  async run<R extends Prepared>(kind: ReformKind<R>): Promise<number> {
    let applied = 0;
    for (const { id } of await kind.store.due(this.clock.today()))
      applied += await this.database.tx(async (tx) => {
        const reform = await kind.store.lock(tx, id);
        if (reform.state !== 'scheduled' || reform.onDate > this.clock.today()) return 0;
        await kind.lockUnits(tx, reform);
        if ((await kind.blocks(reform)).length > 0) return 0;
        await kind.apply(tx, reform);
        return 1;
      });
    return applied;
  }

  /** Of a day that has come it is applied at once. @throws organization.reformNotFound, reformChanged, reformSettled */
  async schedule<R extends Prepared>(kind: ReformKind<R>, actor: Actor, id: string, version: number): Promise<void> {
    await this.database.tx(async (tx) => {
      const reform = await kind.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'scheduled' || reform.state === 'applied') throw organizationErrors.reformSettled();
      await kind.lockUnits(tx, reform);
      await kind.refuseBlocked(reform);
      await execute(
        tx,
        sql`update reorganisations set state = 'scheduled', scheduled_by = ${actor.personId}, scheduled_at = ${this.clock.now()},
          revoked_by = null, revoked_at = null, revoke_reason = null where id = ${id}`,
      );
      await kind.scheduled?.(tx, reform);
      const { unitId, onDate } = reform;
      const changes = { version, onDate };
      await this.outbox.append(tx, reorganisationScheduled({ reorganisationId: id }, { unitId, changes }), actor);
      if (onDate <= this.clock.today()) await kind.apply(tx, { ...reform, scheduledBy: actor.personId });
    });
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun, reformSettled */
  async revoke<R extends Prepared>(
    kind: ReformKind<R>,
    actor: Actor,
    id: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<void> {
    await this.database.tx(async (tx) => {
      const reform = await kind.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'applied') throw organizationErrors.reformBegun();
      if (reform.state !== 'scheduled') throw organizationErrors.reformSettled();
      // On its day it is on its way, unless something stands against it: then it would wait for ever.
      if (reform.onDate <= this.clock.today() && (await kind.blocks(reform)).length === 0)
        throw organizationErrors.reformBegun();
      await execute(
        tx,
        sql`update reorganisations set state = 'revoked', revoked_by = ${actor.personId}, revoked_at = ${this.clock.now()},
          revoke_reason = ${reason} where id = ${id}`,
      );
      await kind.revoked?.(tx, reform, actor);
      const changes = { version, reason };
      await this.outbox.append(
        tx,
        reorganisationRevoked({ reorganisationId: id }, { unitId: reform.unitId, changes }),
        actor,
      );
    });
  }

  /** A draft goes for good while it never was more. @throws organization.reformNotFound, reformSettled */
  async discard<R extends Prepared>(kind: ReformKind<R>, actor: Actor, id: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const { unitId, state, scheduledAt, title } = await kind.store.lock(tx, id);
      if (state !== 'draft' || scheduledAt) throw organizationErrors.reformSettled();
      await execute(tx, sql`delete from reorganisations where id = ${id}`);
      await this.outbox.append(
        tx,
        reorganisationDiscarded({ reorganisationId: id }, { unitId, changes: { title } }),
        actor,
      );
    });
  }

  /** The rows of the day are written. @param more what the trail says of them besides */
  async applied(tx: Tx, reform: Prepared, more: Record<string, number> = {}): Promise<void> {
    const { id, unitId, version, onDate, scheduledBy } = reform;
    await execute(
      tx,
      sql`update reorganisations set state = 'applied', applied_at = ${this.clock.now()} where id = ${id}`,
    );
    const changes = { version, onDate, ...more };
    await this.outbox.append(
      tx,
      reorganisationApplied(
        { reorganisationId: id },
        { unitId, changes, ...(scheduledBy && { by: { personId: scheduledBy } }) },
      ),
    );
  }
}
