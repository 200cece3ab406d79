import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { organizationErrors } from '../organization.errors.ts';
import { toUnitRef, type UnitRef } from '../units/unit.presenter.ts';
import { UnitQueries } from '../units/unit.queries.ts';
import { Scope } from '../scope.ts';
import { type OcopRow, OcopQueries } from './ocop.queries.ts';
import { toProduct } from './product.presenter.ts';
import { RegisterListQueries } from './register-list.queries.ts';

type Registers = RouteAnswer<typeof routes.listRegisters>;
type Products = RouteAnswer<typeof routes.listOcopProducts>;
type Product = Products['items'][number];

const registerPages = pagesOf('registers', z.tuple([z.string(), z.uuid()]));
const productPages = pagesOf('ocop-products', z.tuple([z.boolean(), z.string(), z.uuid()]));

/** What targets are split by: households and people of each hamlet or commune, OCOP products by name. */
@Injectable()
export class ListRegisters {
  constructor(
    private readonly queries: RegisterListQueries,
    private readonly units: UnitQueries,
    private readonly ocop: OcopQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async registers(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listRegisters>): Promise<Registers> {
    await this.scope.require(actor, 'register.read', { unitId });
    const { at = this.clock.today(), by, q = '', limit } = query;
    const asked = { ...query, unitId, at };
    const rows = await this.queries.registers({ unitId, at, by, q, after: registerPages.after(asked), limit });
    const { items, nextCursor } = registerPages.cut(asked, rows, (row) => [row.fullName, row.id]);
    const sums = await this.queries.registerSums(unitId, at);
    const undivided = await this.queries.undivided(unitId, at);
    return {
      items: items.map(({ id, kind, name, fullName, households, population, products, listed, asOf }) => ({
        unit: { id, kind, name, fullName },
        households,
        population,
        ocopProducts: products,
        ocopListed: listed,
        asOf,
      })),
      total: rows[0]?.total ?? 0,
      nextCursor,
      sums: {
        households: sums.households ?? 0,
        population: sums.population ?? 0,
        ocopProducts: sums.products,
        ocopListed: sums.listed,
      },
      undivided: undivided.map(({ households, population, ...unit }) => ({ unit, households, population })),
    };
  }

  /** Of one unit, as it stands after its figures were written. */
  async register(actor: Actor, unitId: string, at: string): Promise<RouteAnswer<typeof routes.setRegister>> {
    await this.scope.require(actor, 'register.read', { unitId });
    const [unit] = await this.units.unitsById([unitId], at);
    if (!unit) throw organizationErrors.unitNotFound();
    const { households, population, products, listed, asOf } = await this.queries.registerSums(unitId, at);
    return {
      unit: toUnitRef(unit),
      households,
      population,
      ocopProducts: products,
      ocopListed: listed,
      asOf: asOf ?? at,
    };
  }

  async products(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listOcopProducts>): Promise<Products> {
    await this.scope.require(actor, 'register.read', { unitId });
    const { at = this.clock.today(), q = '', filter = null, limit } = query;
    const asked = { ...query, unitId, at };
    const rows = await this.queries.products({ unitId, at, q, filter, after: productPages.after(asked), limit });
    const { items, nextCursor } = productPages.cut(asked, rows, (row) => [row.listedOn !== null, row.name, row.id]);
    const { products, listed } = await this.queries.registerSums(unitId, at);
    return {
      items: await this.shown(items, at),
      total: rows[0]?.total ?? 0,
      nextCursor,
      sums: { registered: products, listed },
    };
  }

  async product(actor: Actor, unitId: string, productId: string) {
    await this.scope.require(actor, 'register.read', { unitId });
    const at = this.clock.today();
    const own = (await this.ocop.ocopProducts([unitId], at)).filter(({ id }) => id === productId);
    const [product] = await this.shown(own, at);
    if (!product) throw organizationErrors.productNotFound();
    return product;
  }

  private async shown(rows: OcopRow[], at: string): Promise<Product[]> {
    const found = await this.units.unitsById([...new Set(rows.map(({ unitId }) => unitId))], at);
    const units = new Map<string, UnitRef>(found.map((unit) => [unit.id, toUnitRef(unit)]));
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      return unit ? [toProduct(row, unit)] : [];
    });
  }
}
