import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { changeFrom, type KnownUnit } from '../units/unit-versions.ts';
import { UnitUses } from '../units/unit-uses.ts';
import { rangeText } from '../units/validity.ts';
import { HamletRules } from './hamlet-rules.ts';
import { UnitVersion, Unit } from '../units/unit.entity.ts';

type Input = Extract<RouteBody<typeof routes.changeHamlet>, { kind: 'correct' }>;
interface Place {
  unit: KnownUnit;
  communeId: string;
}

/** A line that was written wrongly reads as it should have read, on the day from which it holds; no new line is made of it. */
@Injectable()
export class CorrectHamlet {
  constructor(
    private readonly rules: HamletRules,
    private readonly uses: UnitUses,
  ) {}

  /** @throws organization.lineNotFound, lineOutOfOrder, unitUsedBefore, hamletElsewhere, hamletNamed, changeSame, parentNotFound */
  async execute(
    tx: Tx,
    at: Place,
    { line: on, from, name, type, code, basis }: Input & { basis: string },
  ): Promise<void> {
    const { unit, communeId } = at;
    const index = unit.versions.findIndex(({ validity }) => validity.from === on);
    const line = unit.versions[index];
    if (!line) throw organizationErrors.lineNotFound({ path: 'line' });
    this.rules.here(unit, communeId, on);
    if (from === on && name === line.name && type === line.type && code === line.code)
      throw organizationErrors.changeSame({ path: 'name' });
    await this.rules.refuseSameName(tx, { communeId, unitId: unit.id, type, name, from });
    if (from !== on) await this.shift(tx, at, index, from);
    const versions = unit.versions.with(index, { ...line, validity: { ...line.validity, from } });
    const validity = index === 0 ? { ...unit.validity, from } : unit.validity;
    await changeFrom(tx, { ...unit, validity, versions }, { name, type, code }, from, basis);
  }

  private async shift(tx: Tx, { unit, communeId }: Place, index: number, from: string): Promise<void> {
    const [before, line] = [unit.versions[index - 1], unit.versions[index]];
    if (!line) throw organizationErrors.lineNotFound({ path: 'line' });
    const { to } = line.validity;
    if ((to && from >= to) || (before && from <= before.validity.from))
      throw organizationErrors.lineOutOfOrder({ path: 'from' });
    // Where it stands is not the commune's to say: the day on which it came here stays.
    if (before && before.parentId !== line.parentId) throw organizationErrors.hamletElsewhere({ path: 'from' });
    if (!before) await this.begin(tx, unit, communeId, from);
    const spans = [{ id: line.id, span: rangeText(from, to) }];
    // Of two lines that touch, the one that gives days away goes first.
    if (before) spans.push({ id: before.id, span: rangeText(before.validity.from, from) });
    if (from < line.validity.from) spans.reverse();
    for (const { id, span } of spans) await tx.update(UnitVersion, { id }, { validity: span });
  }

  /** The hamlet's own first day. */
  private async begin(tx: Tx, unit: KnownUnit, communeId: string, from: string): Promise<void> {
    const [commune] = await rowsOf(tx, sql`select 1 from units where id = ${communeId} and validity @> ${from}::date`);
    if (!commune) throw organizationErrors.parentNotFound({ path: 'from' });
    const first = await this.uses.first(tx, unit.id);
    if (first && from > first) throw organizationErrors.unitUsedBefore({ path: 'from', on: first });
    await tx.update(Unit, { id: unit.id }, { validity: rangeText(from, unit.validity.to) });
  }
}
