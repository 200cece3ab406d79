import { Inject, Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { OrderReferences } from '../orders/order-reference.queries.ts';
import { communeAsked, communeNumberChanged, communeNumberWithdrawn } from '../tasks.events.ts';
import type { Allotment, AllotmentStand } from './allotment.entity.ts';
import { type CommuneShare, sumOf, touched } from './check-shares.ts';

export type NewAllotment = Omit<RouteBody<typeof routes.allot>, 'draftId' | 'recurrence'> &
  Pick<Allotment, 'id' | 'issuedBy' | 'recallUntil' | 'seriesId' | 'periodMonth'> & { unitId: string };

export interface LockedAllotment {
  id: string;
  issuerUnitId: string;
  dueOn: string;
  target: number;
  version: number;
  recallUntil: Date;
  cancelledAt: Date | null;
  shares: CommuneShare[];
}
export interface NewStand {
  dueOn: string;
  shares: readonly CommuneShare[];
  reason: string | null;
  at: Date;
}

/** Writes numbers of communes within the caller's transaction, and tells each commune what is different for it. */
@Injectable()
export class AllotmentWriter {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** With its communes told. */
  async insert(tx: Tx, input: NewAllotment, { pillar, indicator }: OrderReferences, actor?: Actor): Promise<void> {
    await execute(
      tx,
      sql`insert into allotments (id, issuer_unit_id, template_code, pillar, title, work, indicator_code, indicator, target, due_on,
          directive_id, evidence, asks, minimum_codes, priority, issued_by, issued_at, recall_until, version, series_id, period_month)
        values (${input.id}, ${input.unitId}, ${input.templateCode}, ${pillar}, ${input.title}, ${input.work}, ${indicator.code},
          ${indicator}, ${input.target}, ${input.dueOn}, ${input.directiveId}, ${[...new Set(input.evidence)]},
          ${[...new Set(input.asks)]}, ${input.minimumCodes ?? null}, ${input.priority}, ${input.issuedBy}, ${this.clock.now()},
          ${input.recallUntil}, 1, ${input.seriesId}, ${input.periodMonth})`,
    );
    await this.writeShares(tx, input.id, input.shares);
    await this.tellAsked(tx, input.id, input.shares, actor);
  }

  /** External channels wait so long, when an officer gives numbers. */
  holdUntil(): Date {
    return new Date(this.clock.now().getTime() + this.env.HOLD_SECONDS * 1000);
  }

  async lock(tx: Tx, id: string): Promise<LockedAllotment | undefined> {
    const [row] = await rowsOf<Omit<LockedAllotment, 'shares'>>(
      tx,
      sql`select id, issuer_unit_id as "issuerUnitId", due_on as "dueOn", target, version, recall_until as "recallUntil",
          cancelled_at as "cancelledAt" from allotments where id = ${id} for update`,
    );
    if (!row) return undefined;
    const shares = await rowsOf<CommuneShare>(
      tx,
      sql`select unit_id as "unitId", target from allotment_shares where allotment_id = ${id} order by unit_id`,
    );
    return { ...row, shares };
  }

  private async writeShares(tx: Tx, id: string, shares: readonly CommuneShare[]): Promise<void> {
    await execute(
      tx,
      sql`insert into allotment_shares (allotment_id, unit_id, target)
        select ${id}, s.unit_id, s.target from unnest(${shares.map(({ unitId }) => unitId)}::uuid[],
          ${shares.map(({ target }) => target)}::int[]) as s(unit_id, target)`,
    );
  }

  private async tellAsked(
    tx: Tx,
    allotmentId: string,
    shares: readonly CommuneShare[],
    actor: Actor | undefined,
  ): Promise<void> {
    await this.outbox.appendMany(
      tx,
      shares.map(({ unitId, target }) => communeAsked({ allotmentId, unitId }, { unitId, changes: { target } })),
      actor,
    );
  }

  /** A new version. @param actor who changed it; the communes themselves changed without one */
  async change(tx: Tx, old: LockedAllotment, next: NewStand, actor?: Actor): Promise<void> {
    const version = old.version + 1;
    const before: AllotmentStand = { target: old.target, dueOn: old.dueOn, shares: old.shares };
    const after: AllotmentStand = { target: sumOf(next.shares), dueOn: next.dueOn, shares: [...next.shares] };
    await execute(
      tx,
      sql`insert into allotment_changes (allotment_id, version, changed_by, changed_at, reason, before, after)
        values (${old.id}, ${version}, ${actor?.personId ?? null}, ${next.at}, ${next.reason}, ${before}, ${after})`,
    );
    await execute(
      tx,
      sql`update allotments set target = ${after.target}, due_on = ${after.dueOn}, version = ${version} where id = ${old.id}`,
    );
    await execute(tx, sql`delete from allotment_shares where allotment_id = ${old.id}`);
    await this.writeShares(tx, old.id, next.shares);
    const different = touched(old.shares, next.shares, { all: next.dueOn !== old.dueOn });
    await this.outbox.appendMany(
      tx,
      different.map(({ unitId, before: had, after: has }) =>
        has === null
          ? communeNumberWithdrawn(
              { allotmentId: old.id, unitId, silent: false },
              { unitId, changes: { target: null } },
            )
          : communeNumberChanged(
              { allotmentId: old.id, unitId, version, before: had },
              { unitId, changes: { target: has, dueOn: next.dueOn } },
            ),
      ),
      actor,
    );
  }

  async cancel(
    tx: Tx,
    actor: Actor,
    old: LockedAllotment,
    { reason, at }: { reason: string; at: Date },
  ): Promise<void> {
    await execute(
      tx,
      sql`update allotments set cancelled_at = ${at}, cancelled_by = ${actor.personId}, cancel_reason = ${reason}
        where id = ${old.id}`,
    );
    const silent = at < old.recallUntil;
    await this.outbox.appendMany(
      tx,
      old.shares.map(({ unitId }) => communeNumberWithdrawn({ allotmentId: old.id, unitId, silent }, { unitId })),
      actor,
    );
  }
}
