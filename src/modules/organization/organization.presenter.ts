import type { RouteAnswer, routes } from '#contracts';
import { citationOf } from './directives/citation.ts';
import type { OcopRow, UnitRow } from './organization.queries.ts';
import type { DirectiveRow } from './references/reference.queries.ts';

export interface UnitRef {
  id: string;
  kind: UnitRow['kind'];
  name: string;
  fullName: string;
}
type Unit = RouteAnswer<typeof routes.getUnit>;
type Directive = RouteAnswer<typeof routes.createDirective>;
type Product = RouteAnswer<typeof routes.addOcopProduct>;

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

export function toDirective(row: DirectiveRow, unit: UnitRef): Directive {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issuedOn,
    issuer: row.issuer,
    abstract: row.abstract,
    unit,
    basis: row.basis,
    supersededBy: row.supersededBy,
    validFrom: row.validFrom,
    validTo: row.validTo,
    citation: citationOf({ kind: row.kind, number: row.number, issuedOn: row.issuedOn }),
    version: row.version,
  };
}

export function toProduct(row: OcopRow, unit: UnitRef): Product {
  return {
    id: row.id,
    unit,
    name: row.name,
    owner: row.owner,
    stars: row.stars,
    certificate: row.certificate,
    listedOn: row.listedOn,
    marketplace: row.marketplace,
    link: row.link,
  };
}
