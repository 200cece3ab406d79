import { Injectable } from '@nestjs/common';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { RecordRegister } from '../../registers/record-register.ts';
import type { RegisterFigure } from '../../registers/register.entity.ts';
import { CreateUnit } from '../../units/create-unit.ts';
import { UnitChanges } from '../../units/unit-changes.ts';
import { EndHamlets } from './end-hamlets.ts';
import type { Merger } from './merger-lines.ts';
import type { Reform } from './reorganisation-store.ts';

/** The tree's part: the new hamlet begins on the day, the old ones end with it as their heir, and what is counted is added up. */
@Injectable()
export class MergeHamlets {
  constructor(
    private readonly createUnit: CreateUnit,
    private readonly ending: EndHamlets,
    private readonly registers: RecordRegister,
    private readonly changes: UnitChanges,
  ) {}

  async execute(tx: Tx, reform: Reform, { hamletIds, type, name }: Merger, at: number): Promise<string> {
    const { unitId: parentId, onDate: from, scheduledBy } = reform;
    const basis = await this.ending.basisOf(reform);
    for (const id of hamletIds.toSorted()) await this.ending.end(tx, id, from);
    const intoId = await this.createUnit.insert(tx, { kind: 'hamlet', type, name, parentId, from, basis });
    await execute(
      tx,
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date, basis) select id, ${intoId}, ${from}, ${basis}
        from unnest(${hamletIds}::uuid[]) as s(id)`,
    );
    await this.addUp(tx, hamletIds, intoId, from);
    await this.cover(tx, hamletIds, intoId, from);
    await execute(
      tx,
      sql`update reorganisation_lines set unit_id = ${intoId} where reorganisation_id = ${reform.id} and version = ${reform.version}
        and position = (select position from reorganisation_lines where reorganisation_id = ${reform.id}
          and version = ${reform.version} and kind = 'create' order by position offset ${at} limit 1)`,
    );
    if (scheduledBy)
      await this.changes.ofReform(tx, { personId: scheduledBy }, [
        ...hamletIds.map((unitId) => ({ unitId, kind: 'close' as const, onDate: from, basis })),
        { unitId: intoId, kind: 'create', onDate: from, basis },
      ]);
    return intoId;
  }

  /** A figure that is known of both is known of their sum; what one of them lacks is not guessed. */
  private async addUp(tx: Tx, hamletIds: readonly string[], intoId: string, from: string): Promise<void> {
    const sums = await rowsOf<{ metric: RegisterFigure['metric']; value: number; day: string }>(
      tx,
      sql`with old as materialized (select unit_id, metric, value, validity from registers where unit_id = any(${hamletIds}::uuid[]))
        select d.metric, d.day::text as day, sum(o.value)::int as value
          from (select metric, greatest(lower(validity), ${from}::date) as day from old group by 1, 2) d
          join old o on o.metric = d.metric and o.validity @> d.day
         group by d.metric, d.day having count(*) = ${hamletIds.length} order by d.day, d.metric`,
    );
    for (const { metric, value, day } of sums) await this.registers.record(tx, intoId, metric, value, day);
    await this.ending.registers(tx, hamletIds, from);
    await execute(
      tx,
      sql`update ocop_products set unit_id = ${intoId} where unit_id = any(${hamletIds}::uuid[])
        and (upper(validity) is null or upper(validity) > ${from}::date)`,
    );
  }

  /** Who serves all of the hamlets by name serves the new one; who serves the commune does so by the tree. */
  private async cover(tx: Tx, hamletIds: readonly string[], intoId: string, from: string): Promise<void> {
    await execute(
      tx,
      sql`insert into provider_coverage (provider_id, unit_id, validity)
        select provider_id, ${intoId}, daterange(${from}::date, null) from provider_coverage
         where unit_id = any(${hamletIds}::uuid[]) and validity @> ${from}::date
         group by provider_id having count(distinct unit_id) = ${hamletIds.length}`,
    );
  }
}
