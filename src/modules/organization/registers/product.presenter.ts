import type { RouteAnswer, routes } from '#contracts';
import type { UnitRef } from '../units/unit.presenter.ts';
import type { OcopRow } from './ocop.queries.ts';

type Product = RouteAnswer<typeof routes.addOcopProduct>;

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
