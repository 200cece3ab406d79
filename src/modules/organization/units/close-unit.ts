import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Action } from '#contracts/actions';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import { type Move, MoveUnit } from './move-unit.ts';
import { HOLDINGS_NAMED, UnitHoldings } from './unit-holdings.ts';
import { UnitChanges } from './unit-changes.ts';
import type { KnownUnit } from './unit-versions.ts';
import { rangeText } from './validity.ts';
import { UnitVersion } from './unit.entity.ts';

type Close = Extract<RouteBody<typeof routes.changeUnit>, { kind: 'close' }>;

/** Ends a unit on a day from which on nothing stands in it any more, and says where its area went. */
@Injectable()
export class CloseUnit {
  constructor(
    private readonly scope: Scope,
    private readonly holdings: UnitHoldings,
    private readonly moveUnit: MoveUnit,
    private readonly changes: UnitChanges,
  ) {}

  /** @param right what the actor needs where its area goes */
  async execute(
    tx: Tx,
    actor: Actor,
    unit: KnownUnit,
    { to, basis, successorIds, partsToId }: Close,
    right: Action = 'unit.manage',
  ): Promise<void> {
    if (unit.validity.to) throw organizationErrors.alreadyClosed({ on: unit.validity.to });
    const last = unit.versions.at(-1);
    if (!last) throw organizationErrors.unitNotFound();
    if (to <= last.validity.from) throw organizationErrors.changeBeforeStart({ path: 'to', start: last.validity.from });
    if (partsToId) await this.moveParts(tx, actor, unit.id, { parentId: partsToId, from: to, basis });
    await this.refuseUnitsBelow(tx, unit.id, to);
    await this.holdings.refuseAny(tx, unit.id, to);
    await this.checkSuccessors(tx, actor, successorIds, right);
    await tx.update(UnitVersion, { id: last.id }, { validity: rangeText(last.validity.from, to) });
    await execute(tx, sql`update units set validity = daterange(lower(validity), ${to}::date) where id = ${unit.id}`);
    await execute(
      tx,
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date, basis) select ${unit.id}, id, ${to}, ${basis}
        from unnest(${successorIds}::uuid[]) as s(id)`,
    );
  }

  private async moveParts(tx: Tx, actor: Actor, unitId: string, to: Omit<Move, 'kind'>): Promise<void> {
    const parts = await rowsOf<{ id: string }>(
      tx,
      sql`select unit_id as id from unit_versions where parent_id = ${unitId}
        and (upper(validity) is null or upper(validity) > ${to.from}::date)
        group by unit_id order by unit_id`,
    );
    const ids = parts.map(({ id }) => id);
    await this.moveUnit.execute(tx, actor, ids, to);
    const { from: onDate, basis } = to;
    await this.changes.enter(
      tx,
      actor,
      ids.map((id) => ({ unitId: id, kind: 'move', onDate, basis })),
    );
  }

  private async refuseUnitsBelow(tx: Tx, unitId: string, to: string): Promise<void> {
    const below = await rowsOf<{ name: string; count: number }>(
      tx,
      sql`select v.type || ' ' || v.name as name, count(*) over ()::int as count
         from (select descendant_id, min(depth) as depth from unit_closure_spans
                where ancestor_id = ${unitId} and depth > 0 and validity && daterange(${to}::date, null) group by 1) c
         join units u on u.id = c.descendant_id
         left join lateral (select w.type, w.name from unit_versions w where w.unit_id = u.id order by lower(w.validity) desc
           limit 1) v on true
        where upper(u.validity) is null or upper(u.validity) > ${to}::date
        order by c.depth, v.name collate "vi-natural" limit ${HOLDINGS_NAMED}`,
    );
    const [first] = below;
    if (first)
      throw organizationErrors.stillHasUnits({ count: first.count, names: below.map(({ name }) => name).join(', ') });
  }

  private async checkSuccessors(tx: Tx, actor: Actor, ids: readonly string[], right: Action): Promise<void> {
    const known = await rowsOf(tx, sql`select 1 from units where id = any(${ids})`);
    if (known.length !== new Set(ids).size) throw organizationErrors.unitNotFound({ path: 'successorIds' });
    for (const unitId of new Set(ids)) await this.scope.require(actor, right, { unitId });
  }
}
