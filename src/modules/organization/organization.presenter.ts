import type { RouteAnswer, routes } from '#contracts';
import { citationOf } from './citation.ts';
import type { OcopRow, UnitRow } from './organization.queries.ts';
import type { CompositionRuleRow, DirectiveRow, IndicatorRow } from './reference.queries.ts';

export interface UnitRef {
  id: string;
  kind: UnitRow['kind'];
  name: string;
  fullName: string;
}
type Unit = RouteAnswer<typeof routes.getUnit>;
type Directive = RouteAnswer<typeof routes.createDirective>;
type Rule = RouteAnswer<typeof routes.listRules>[number];
type Indicator = RouteAnswer<typeof routes.listIndicators>[number];
type Product = RouteAnswer<typeof routes.addOcopProduct>;

export function toUnitRef(row: UnitRow): UnitRef {
  return { id: row.id, kind: row.kind, name: row.name, fullName: row.full_name };
}

export function toUnit(row: UnitRow, parent: UnitRef | undefined, successors: UnitRef[]): Unit {
  return {
    ...toUnitRef(row),
    type: row.type,
    code: row.code,
    parent: parent ?? null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successors,
  };
}

export function toDirective(row: DirectiveRow, unit: UnitRef): Directive {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    abstract: row.abstract,
    unit,
    basis: row.basis,
    supersededBy: row.superseded_by,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    citation: citationOf({ kind: row.kind, number: row.number, issuedOn: row.issued_on }),
    version: row.version,
  };
}

export function toRule(row: CompositionRuleRow): Rule {
  return {
    code: row.code,
    subject: row.subject,
    kind: row.kind,
    min: row.min,
    max: row.max,
    role: row.role,
    affiliation: row.affiliation,
    citation: row.citation,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export function toIndicator(row: IndicatorRow): Indicator {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    unit: row.unit,
    unitEn: row.unit_en,
    pillar: row.pillar,
    aggregation: row.aggregation,
    dimensions: row.dimensions,
    typed: row.typed,
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
    listedOn: row.listed_on,
    marketplace: row.marketplace,
    link: row.link,
  };
}
