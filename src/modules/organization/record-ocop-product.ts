import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { OcopProduct } from './ocop-product.entity.ts';
import { organizationErrors } from './organization.errors.ts';
import { ocopProductRecorded } from './organization.events.ts';
import { Scope } from './scope.ts';
import { rangeText } from './validity.ts';

/** The OCOP register by name: a new product, and the day it came onto a marketplace. */
@Injectable()
export class RecordOcopProduct {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, unitId: string, input: RouteBody<typeof routes.addOcopProduct>): Promise<string> {
    await this.scope.require(actor, 'register.manage', { unitId });
    return this.save(actor, {
      id: v7(),
      unitId,
      name: input.name,
      owner: input.owner,
      stars: input.stars ?? null,
      certificate: input.certificate ?? null,
      listedOn: null,
      marketplace: null,
      link: null,
      validity: rangeText(this.clock.today()),
    });
  }

  /** Gives the id of the product's unit. */
  async list(actor: Actor, productId: string, input: RouteBody<typeof routes.listOcopProduct>): Promise<string> {
    const product = await this.database.source.manager.findOneBy(OcopProduct, { id: productId });
    if (!product) throw organizationErrors.productNotFound();
    await this.scope.require(actor, 'register.manage', { unitId: product.unitId });
    if (input.listedOn > this.clock.today()) throw organizationErrors.registerInFuture({ path: 'listedOn' });
    await this.save(actor, {
      ...product,
      listedOn: input.listedOn,
      marketplace: input.marketplace,
      link: input.link ?? null,
    });
    return product.unitId;
  }

  private save(actor: Actor, product: OcopProduct): Promise<string> {
    return this.database.tx(async (tx) => {
      await tx.save(OcopProduct, product);
      await this.outbox.append(
        tx,
        ocopProductRecorded(
          { productId: product.id },
          { unitId: product.unitId, changes: { name: product.name, listedOn: product.listedOn } },
        ),
        actor,
      );
      return product.id;
    });
  }
}
