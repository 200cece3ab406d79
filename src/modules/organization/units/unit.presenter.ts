import type { RouteAnswer, routes } from '#contracts';
import type { UnitRow } from './unit.queries.ts';

export interface UnitRef {
  id: string;
  kind: UnitRow['kind'];
  name: string;
  fullName: string;
}
type Unit = RouteAnswer<typeof routes.getUnit>;

export function toUnitRef(row: UnitRow): UnitRef {
  return { id: row.id, kind: row.kind, name: row.name, fullName: row.fullName };
}

export function toUnit(row: UnitRow, parent: UnitRef | undefined, successors: UnitRef[]): Unit {
  return {
    ...toUnitRef(row),
    type: row.type,
    code: row.code,
    parent: parent ?? null,
    validFrom: row.validFrom,
    validTo: row.validTo,
    successors,
  };
}
