import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import {
  reorganisationApplied,
  reorganisationDiscarded,
  reorganisationHeld,
  reorganisationRevoked,
  reorganisationScheduled,
} from '../../organization.events.ts';
import { type HeldBy, Reorganisation } from './reorganisation.entity.ts';

type Prepared = Pick<
  Reorganisation,
  'id' | 'unitId' | 'title' | 'onDate' | 'state' | 'version' | 'scheduledBy' | 'scheduledAt' | 'checkedOn' | 'held'
>;
/** What stands against a reform. */
export interface Obstacle {
  code: string;
  params: Record<string, string | number>;
  /** The unit that it is about. */
  unit?: { fullName: string } | null;
}

/** So many days before its day, and from then on, whoever looks after a reform that cannot begin hears of it daily. */
const NEAR_DAYS = 3;
/** How often it is asked whether a day has begun on which scheduled ones were not looked at. */
export const AHEAD_MS = 3_600_000;

/** What reforms of hamlets and those of communes and above do each in their own way. */
export interface ReformKind<R extends Prepared> {
  readonly store: {
    /** Scheduled ones whose day has come. */
    due(today: string): Promise<{ id: string }[]>;
    /** Those whose day is still to come and that were not looked at today. */
    ahead(today: string): Promise<{ id: string }[]>;
    /** Locked until the transaction ends. @throws organization.reformNotFound */
    lock(tx: Tx, id: string): Promise<R>;
  };
  /** In one order: two reforms that take hold of one unit wait here for each other, and the second sees the first. */
  lockUnits(tx: Tx, reform: R): Promise<void>;
  /** What stands against it now. @param together others that begin in the same transaction */
  blocks(reform: R, together?: readonly string[]): Promise<readonly Obstacle[]>;
  /** On its day, those that can only begin in one transaction with it, and itself, in the order of their ids. */
  together?(id: string): Promise<string[]>;
  /** On its day, what is smaller gives way to it. Gives what still stands against it. */
  makeWay?(tx: Tx, reform: R, blocks: readonly Obstacle[], together: readonly string[]): Promise<readonly Obstacle[]>;
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

  /** One against which something stands by now waits, and whoever looks after it is told. Gives how many were applied. */
  async run<R extends Prepared>(kind: ReformKind<R>): Promise<number> {
    let applied = 0;
    for (const { id } of await kind.store.due(this.clock.today()))
      applied += await this.database.tx((tx) => this.begin(tx, kind, id));
    return applied;
  }

  private async begin<R extends Prepared>(tx: Tx, kind: ReformKind<R>, id: string): Promise<number> {
    const reforms: R[] = [];
    for (const one of (await kind.together?.(id)) ?? [id]) reforms.push(await kind.store.lock(tx, one));
    const isDue = ({ state, onDate }: R) => state === 'scheduled' && onDate <= this.clock.today();
    const own = reforms.find((one) => one.id === id);
    if (!own || !reforms.every(isDue)) return 0;
    for (const reform of reforms) await kind.lockUnits(tx, reform);
    const ids = reforms.map((one) => one.id);
    let isFree = true;
    for (const reform of reforms) if (reform !== own) isFree &&= (await kind.blocks(reform, ids)).length === 0;
    const together = isFree ? ids : [];
    let blocks = await kind.blocks(own, together);
    if (blocks.length > 0 && kind.makeWay) blocks = await kind.makeWay(tx, own, blocks, together);
    await this.noteHeld(tx, own, blocks);
    if (blocks.length > 0) return 0;
    const begun = isFree ? reforms : [own];
    for (const reform of begun) {
      if (reform !== own) await this.noteHeld(tx, reform, []);
      await kind.apply(tx, reform);
    }
    return begun.length;
  }

  /** Days before, each day once: what has come in the way since they were scheduled is told while it can still be settled. */
  async lookAhead<R extends Prepared>(kind: ReformKind<R>): Promise<number> {
    const ids = await kind.store.ahead(this.clock.today());
    for (const { id } of ids)
      await this.database.tx(async (tx) => {
        const reform = await kind.store.lock(tx, id);
        if (reform.state === 'scheduled') await this.noteHeld(tx, reform, await kind.blocks(reform));
      });
    return ids.length;
  }

  /** A smaller one that waits for its day is taken back for a greater one. Gives whether it did wait. */
  async giveWay(tx: Tx, smallerId: string, greater: Pick<Prepared, 'id' | 'title'>, byId: string): Promise<boolean> {
    const [gone] = await rowsOf<{ unitId: string; version: number }>(
      tx,
      sql`update reorganisations set state = 'revoked', revoked_by = ${byId}, revoked_at = ${this.clock.now()},
          revoke_reason = ${greater.title}, gave_way_to = ${greater.id}, held = null, checked_on = null
        where id = ${smallerId} and reach = 'hamlets' and state = 'scheduled' returning unit_id as "unitId", version`,
    );
    if (!gone) return false;
    const { unitId, version } = gone;
    await this.outbox.append(
      tx,
      reorganisationRevoked(
        { reorganisationId: smallerId },
        { unitId, changes: { version, gaveWayTo: greater.id }, by: { personId: byId } },
      ),
    );
    return true;
  }

  /** Told at once when something else is in the way than before, then daily as the day comes near. */
  private async noteHeld(tx: Tx, reform: Prepared, blocks: readonly Obstacle[]): Promise<void> {
    const today = this.clock.today();
    const held = heldBy(blocks);
    const isNews = JSON.stringify(held) !== JSON.stringify(reform.held && inOrder(reform.held));
    if (!isNews && reform.checkedOn === today) return;
    await tx.update(Reorganisation, { id: reform.id }, { held, checkedOn: today });
    if (!held || (!isNews && reform.onDate > addDays(today, NEAR_DAYS))) return;
    const { id, unitId, version } = reform;
    const changes = { version, code: held.code, count: held.count };
    await this.outbox.append(tx, reorganisationHeld({ reorganisationId: id }, { unitId, changes }));
  }

  /** Of a day that has come it is applied at once. @throws organization.reformNotFound, reformChanged, reformSettled */
  async schedule<R extends Prepared>(kind: ReformKind<R>, actor: Actor, id: string, version: number): Promise<void> {
    await this.database.tx(async (tx) => {
      const reform = await kind.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'scheduled' || reform.state === 'applied') throw organizationErrors.reformSettled();
      await kind.lockUnits(tx, reform);
      await kind.refuseBlocked(reform);
      await tx.update(
        Reorganisation,
        { id },
        {
          state: 'scheduled',
          scheduledBy: actor.personId,
          scheduledAt: this.clock.now(),
          revokedBy: null,
          revokedAt: null,
          revokeReason: null,
          gaveWayTo: null,
          checkedOn: null,
          held: null,
        },
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
      await tx.update(
        Reorganisation,
        { id },
        { state: 'revoked', revokedBy: actor.personId, revokedAt: this.clock.now(), revokeReason: reason },
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
      await tx.delete(Reorganisation, { id });
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
    await tx.update(Reorganisation, { id }, { state: 'applied', appliedAt: this.clock.now() });
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

/** What they name is a person, and a name is kept in few places. */
const aboutPeople: ReadonlySet<string> = new Set(['memberOpen', 'memberTwice', 'personTwice']);

function heldBy([first, ...rest]: readonly Obstacle[]): HeldBy | null {
  if (!first) return null;
  const { code, params, unit } = first;
  const text = (value: string | number | undefined): string | null => (typeof value === 'string' ? value : null);
  return {
    code,
    count: rest.length + 1,
    unit: unit?.fullName ?? (aboutPeople.has(code) ? null : text(params['name'])),
    title: text(params['title']),
  };
}

/** As it was written: jsonb keeps no order of keys. */
const inOrder = ({ code, count, unit, title }: HeldBy): HeldBy => ({ code, count, unit, title });
