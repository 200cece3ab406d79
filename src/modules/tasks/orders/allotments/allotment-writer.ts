import { Inject, Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { OrderReferences } from '../order/order-reference.queries.ts';
import { communeAsked, communeNumberChanged, communeNumberWithdrawn } from '../../tasks.events.ts';
import { Allotment, type AllotmentStand, AllotmentChange } from './allotment.entity.ts';
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
    await tx.insert(Allotment, {
      id: input.id,
      issuerUnitId: input.unitId,
      templateCode: input.templateCode,
      pillar,
      title: input.title,
      work: input.work,
      indicatorCode: indicator.code,
      indicator,
      target: input.target,
      dueOn: input.dueOn,
      directiveId: input.directiveId,
      evidence: [...new Set(input.evidence)],
      asks: [...new Set(input.asks)],
      minimumCodes: input.minimumCodes ?? null,
      priority: input.priority,
      issuedBy: input.issuedBy,
      issuedAt: this.clock.now(),
      recallUntil: input.recallUntil,
      version: 1,
      seriesId: input.seriesId,
      periodMonth: input.periodMonth,
    });
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
    await tx.insert(AllotmentChange, {
      allotmentId: old.id,
      version,
      changedBy: actor?.personId ?? null,
      changedAt: next.at,
      reason: next.reason,
      before,
      after,
    });
    await tx.update(Allotment, { id: old.id }, { target: after.target, dueOn: after.dueOn, version });
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
    await tx.update(Allotment, { id: old.id }, { cancelledAt: at, cancelledBy: actor.personId, cancelReason: reason });
    const silent = at < old.recallUntil;
    await this.outbox.appendMany(
      tx,
      old.shares.map(({ unitId }) => communeNumberWithdrawn({ allotmentId: old.id, unitId, silent }, { unitId })),
      actor,
    );
  }
}
