import { Injectable } from '@nestjs/common';
import { execute, sql, type Tx } from '#platform/database';
import { RecordRegister } from '../../../registers/record-register.ts';
import { CreateUnit } from '../../../units/create-unit.ts';
import { UnitChanges } from '../../../units/unit-changes.ts';
import { EndHamlets } from '../end-hamlets.ts';
import type { Reform } from '../reorganisation-store.ts';
import type { HamletSplit } from './split-lines.ts';
import { shareOf } from './split-share.ts';
import { UnitSuccessor } from '../../../units/unit.entity.ts';
import { ReorganisationLine } from '../reorganisation.entity.ts';

/** The tree's part: two hamlets begin on the day, the one that they were ends with both as its heirs. */
@Injectable()
export class SplitHamlet {
  constructor(
    private readonly createUnit: CreateUnit,
    private readonly ending: EndHamlets,
    private readonly registers: RecordRegister,
    private readonly changes: UnitChanges,
  ) {}

  async execute(tx: Tx, reform: Reform, { hamletId, halves }: HamletSplit): Promise<void> {
    const { id: reformId, version, unitId: parentId, onDate: from, scheduledBy } = reform;
    const basis = await this.ending.basisOf(reform);
    await this.ending.end(tx, hamletId, from);
    const all = halves[0].households + halves[1].households;
    const begun: { id: string; households: number }[] = [];
    for (const { type, name, households, position } of halves) {
      const id = await this.createUnit.insert(tx, { kind: 'hamlet', type, name, parentId, from, basis });
      await tx.insert(UnitSuccessor, {
        fromUnitId: hamletId,
        toUnitId: id,
        onDate: from,
        share: shareOf(households, all)?.toString() ?? null,
        basis,
      });
      await tx.update(ReorganisationLine, { reorganisationId: reformId, version, position }, { beganId: id });
      if (all > 0) await this.registers.record(tx, id, 'households', households, from);
      begun.push({ id, households });
    }
    await this.hold(tx, hamletId, begun, from);
    if (scheduledBy)
      await this.changes.ofReform(tx, { personId: scheduledBy }, [
        { unitId: hamletId, kind: 'close', onDate: from, basis },
        ...begun.map(({ id }) => ({ unitId: id, kind: 'create' as const, onDate: from, basis })),
      ]);
  }

  /** Products stand in the half with more households until somebody says otherwise; whoever served the hamlet serves both. */
  private async hold(
    tx: Tx,
    hamletId: string,
    begun: readonly { id: string; households: number }[],
    from: string,
  ): Promise<void> {
    const [most] = begun.toSorted((a, b) => b.households - a.households);
    await this.ending.registers(tx, [hamletId], from);
    await execute(
      tx,
      sql`update ocop_products set unit_id = ${most?.id ?? hamletId} where unit_id = ${hamletId}
        and (upper(validity) is null or upper(validity) > ${from}::date)`,
    );
    await execute(
      tx,
      sql`insert into provider_coverage (provider_id, unit_id, validity)
        select c.provider_id, h.id, daterange(${from}::date, null) from provider_coverage c
          cross join unnest(${begun.map(({ id }) => id)}::uuid[]) as h(id)
         where c.unit_id = ${hamletId} and c.validity @> ${from}::date`,
    );
  }
}
