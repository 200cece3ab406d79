import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { ProductsToList } from '../order/products-to-list.ts';

/** How many OCOP products can be ordered in each commune of the unit: what an order's form says at its target. */
@Injectable()
export class ReadProductsToList {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly products: ProductsToList,
    private readonly scope: Scope,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.productsToList>> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const communes = await this.database.rows<{ id: string }>(
      sql`select descendant_id as id from unit_closure where ancestor_id = ${unitId} and descendant_kind = 'commune'`,
    );
    const ids = communes.map(({ id }) => id);
    const [stock, units] = [await this.products.stock(ids), await this.organization.unitRefs(ids)];
    return [...stock].flatMap(([id, of]) => {
      const commune = units.get(id);
      return commune ? [{ commune, ...of }] : [];
    });
  }
}
