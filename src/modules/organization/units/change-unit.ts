import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { rebuildClosure } from './closure.ts';
import { organizationErrors } from '../organization.errors.ts';
import { unitChanged } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { HOLDINGS_NAMED, UnitHoldings } from './unit-holdings.ts';
import type { Unit, UnitVersion } from './unit.entity.ts';
import { mayStandBelow } from './unit-kinds.ts';
import { parseRange, rangeText, type Validity } from './validity.ts';

type Input = RouteBody<typeof routes.changeUnit>;
type Rename = Extract<Input, { kind: 'rename' }>;
type Move = Extract<Input, { kind: 'move' }>;
type Close = Extract<Input, { kind: 'close' }>;

interface Version extends Pick<UnitVersion, 'id' | 'name' | 'type' | 'code' | 'parentId'>, Pick<Unit, 'kind'> {
  range: Validity;
}

/** Renames, moves or closes a unit from a day on; what was before stays readable. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly holdings: UnitHoldings,
  ) {}

  async execute(actor: Actor, unitId: string, input: Input): Promise<void> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    await this.database.tx(async (tx) => {
      const newest = await this.newest(tx, unitId);
      if (input.kind === 'close') await this.close(tx, actor, unitId, newest, input);
      else if (input.kind === 'move') await this.move(tx, actor, unitId, newest, input);
      else await this.rename(tx, unitId, newest, input);
      await this.outbox.append(tx, unitChanged({ unitId }, { unitId, changes: { ...input } }), actor);
    });
  }

  private async newest(tx: Tx, unitId: string): Promise<Version> {
    const [row] = await rowsOf<Omit<Version, 'range'> & Pick<UnitVersion, 'validity'>>(
      tx,
      sql`select v.id, v.name, v.type, v.code, v.parent_id as "parentId", v.validity, u.kind
         from unit_versions v join units u on u.id = v.unit_id
        where v.unit_id = ${unitId} order by lower(v.validity) desc limit 1 for update of u`,
    );
    if (!row) throw organizationErrors.unitNotFound();
    const range = parseRange(row.validity);
    if (range.to) throw organizationErrors.alreadyClosed({ on: range.to });
    return { ...row, range };
  }

  private rename(tx: Tx, unitId: string, old: Version, { name, type, code, from, basis }: Rename): Promise<void> {
    return this.replace(tx, unitId, old, { ...old, name, type: type ?? old.type, code: code ?? old.code }, from, basis);
  }

  private async move(
    tx: Tx,
    actor: Actor,
    unitId: string,
    old: Version,
    { parentId, from, basis }: Move,
  ): Promise<void> {
    const [parent] = await rowsOf<Pick<Unit, 'kind'>>(
      tx,
      sql`select kind from units where id = ${parentId} and validity @> ${from}::date`,
    );
    if (!parent) throw organizationErrors.parentNotFound({ path: 'parentId' });
    await this.scope.require(actor, 'unit.manage', { unitId: parentId });
    if (!mayStandBelow(old.kind, parent.kind))
      throw organizationErrors.wrongParentKind({ path: 'parentId', kind: old.kind, parent: parent.kind });
    const below = await rowsOf(
      tx,
      sql`select 1 from unit_closure where ancestor_id = ${unitId} and descendant_id = ${parentId}`,
    );
    if (below.length > 0) throw organizationErrors.cycle({ path: 'parentId' });
    await this.replace(tx, unitId, old, { ...old, parentId }, from, basis);
    await rebuildClosure(tx);
  }

  private async close(
    tx: Tx,
    actor: Actor,
    unitId: string,
    old: Version,
    { to, basis, successorIds }: Close,
  ): Promise<void> {
    if (to <= old.range.from) throw organizationErrors.changeBeforeStart({ path: 'to', start: old.range.from });
    await this.refuseUnitsBelow(tx, unitId, to);
    await this.holdings.refuseAny(tx, unitId, to);
    await this.checkSuccessors(tx, actor, successorIds);
    await execute(tx, sql`update unit_versions set validity = ${rangeText(old.range.from, to)} where id = ${old.id}`);
    await execute(tx, sql`update units set validity = daterange(lower(validity), ${to}::date) where id = ${unitId}`);
    await execute(
      tx,
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date, basis) select ${unitId}, id, ${to}, ${basis}
        from unnest(${successorIds}::uuid[]) as s(id)`,
    );
  }

  private async refuseUnitsBelow(tx: Tx, unitId: string, to: string): Promise<void> {
    const below = await rowsOf<{ name: string; count: number }>(
      tx,
      sql`select v.type || ' ' || v.name as name, count(*) over ()::int as count
         from unit_closure c join units u on u.id = c.descendant_id
         left join lateral (select w.type, w.name from unit_versions w where w.unit_id = u.id order by lower(w.validity) desc
           limit 1) v on true
        where c.ancestor_id = ${unitId} and c.depth > 0 and (upper(u.validity) is null or upper(u.validity) > ${to}::date)
        order by c.depth, v.name collate "vi-natural" limit ${HOLDINGS_NAMED}`,
    );
    const [first] = below;
    if (first)
      throw organizationErrors.stillHasUnits({ count: first.count, names: below.map(({ name }) => name).join(', ') });
  }

  private async checkSuccessors(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
    const known = await rowsOf(tx, sql`select 1 from units where id = any(${ids})`);
    if (known.length !== new Set(ids).size) throw organizationErrors.unitNotFound({ path: 'successorIds' });
    for (const unitId of new Set(ids)) await this.scope.require(actor, 'unit.manage', { unitId });
  }

  private async replace(
    tx: Tx,
    unitId: string,
    old: Version,
    next: Omit<Version, 'id' | 'range' | 'kind'>,
    from: string,
    basis: string,
  ): Promise<void> {
    if (from < old.range.from) throw organizationErrors.changeBeforeStart({ path: 'from', start: old.range.from });
    if (from === old.range.from) await execute(tx, sql`delete from unit_versions where id = ${old.id}`);
    else
      await execute(
        tx,
        sql`update unit_versions set validity = ${rangeText(old.range.from, from)} where id = ${old.id}`,
      );
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        values (${v7()}, ${unitId}, ${next.name}, ${next.type}, ${next.code}, ${next.parentId}, ${rangeText(from)}, ${basis})`,
    );
  }
}
