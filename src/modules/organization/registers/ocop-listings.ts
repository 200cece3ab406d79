import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { registerOf } from './ocop-doubles.ts';
import type { OcopProduct } from './ocop-product.entity.ts';
import { organizationErrors } from '../organization.errors.ts';
import { ocopProductRecorded } from '../organization.events.ts';

/** A product that reported work has put onto a marketplace. */
export interface OcopListing {
  productId: string;
  marketplace: string;
  link: string | null;
  listedOn: string;
  /** The report that says so. */
  listedBy: string;
}
type Product = Pick<OcopProduct, 'id' | 'unitId' | 'name' | 'listedOn'>;

/** The register follows confirmed work: a listing comes with the confirmation and goes with it. The caller has checked the right. */
@Injectable()
export class OcopListings {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param unitId a unit of the commune whose register it is
   * @throws organization.productTwice, organization.productNotHere, organization.productListed naming the product
   */
  async write(tx: Tx, actor: Actor, unitId: string, listings: readonly OcopListing[]): Promise<void> {
    if (listings.length === 0) return;
    const known = await this.lock(tx, unitId, listings);
    for (const [index, { productId }] of listings.entries()) {
      const path = `products.${index}.productId`;
      if (listings.findIndex((other) => other.productId === productId) < index)
        throw organizationErrors.productTwice({ path });
      const product = known.get(productId);
      if (!product) throw organizationErrors.productNotHere({ path });
      if (product.listedOn) throw organizationErrors.productListed({ path, id: productId, name: product.name });
    }
    await execute(
      tx,
      sql`update ocop_products p set listed_on = l.listed_on, marketplace = l.marketplace, link = l.link, listed_by = l.listed_by
         from unnest(${listings.map(({ productId }) => productId)}::uuid[], ${listings.map(({ listedOn }) => listedOn)}::date[],
           ${listings.map(({ marketplace }) => marketplace)}::text[], ${listings.map(({ link }) => link)}::text[],
             ${listings.map(({ listedBy }) => listedBy)}::uuid[]) as l(id, listed_on, marketplace, link, listed_by)
        where p.id = l.id`,
    );
    for (const { productId, listedOn } of listings)
      await this.record(tx, actor, { ...(known.get(productId) as Product), listedOn });
  }

  /** Those that are still on no marketplace: what the register has learned meanwhile stays as it is. */
  async writeOpen(tx: Tx, actor: Actor, unitId: string, listings: readonly OcopListing[]): Promise<void> {
    const known = await this.lock(tx, unitId, listings);
    const open = listings.filter(
      ({ productId }, index) =>
        known.get(productId)?.listedOn === null &&
        listings.findIndex((other) => other.productId === productId) === index,
    );
    await this.write(tx, actor, unitId, open);
  }

  /** What these reports have put onto a marketplace is off it again; what an officer has recorded since stays. */
  async takeBack(tx: Tx, actor: Actor, reportIds: readonly string[]): Promise<void> {
    const products = await rowsOf<Product>(
      tx,
      sql`update ocop_products set listed_on = null, marketplace = null, link = null, listed_by = null
        where listed_by = any(${reportIds}) returning id, unit_id as "unitId", name, listed_on as "listedOn"`,
    );
    for (const product of products) await this.record(tx, actor, product);
  }

  /** Those of them that the commune's register has. Always in the same order, so that two who name the same products wait for each other instead of blocking. */
  async lock(tx: Tx, unitId: string, listings: readonly { productId: string }[]): Promise<Map<string, Product>> {
    const rows = await rowsOf<Product>(
      tx,
      sql`select p.id, p.unit_id as "unitId", p.name, p.listed_on::text as "listedOn" from ocop_products p
        where p.id = any(${listings.map(({ productId }) => productId)})
          and p.unit_id in (select descendant_id from unit_closure where ancestor_id = ${await registerOf(tx, unitId)})
          and not isempty(p.validity) and (upper(p.validity) is null or upper(p.validity) > ${this.clock.today()}::date)
        order by p.id for update of p`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async record(tx: Tx, actor: Actor, { id, unitId, name, listedOn }: Product): Promise<void> {
    await this.outbox.append(
      tx,
      ocopProductRecorded({ productId: id }, { unitId, changes: { name, listedOn } }),
      actor,
    );
  }
}
