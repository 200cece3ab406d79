import type { RouteAnswer, routes } from '#contracts';
import { citationOf } from '../directives/citation.ts';
import type { UnitRef } from '../units/unit.presenter.ts';
import type { DirectiveRow } from './reference.queries.ts';

type Directive = RouteAnswer<typeof routes.createDirective>;

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
