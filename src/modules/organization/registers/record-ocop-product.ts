import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { refuseDouble } from './ocop-doubles.ts';
import { OcopProduct } from './ocop-product.entity.ts';
import { organizationErrors } from '../organization.errors.ts';
import { ocopProductRecorded } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { parseRange, rangeText } from '../units/validity.ts';

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
      endReason: null,
      listedBy: null,
      validity: rangeText(this.clock.today()),
    });
  }

  /** Gives the id of the product's unit. */
  async list(actor: Actor, productId: string, input: RouteBody<typeof routes.listOcopProduct>): Promise<string> {
    const product = await this.managed(actor, productId);
    if (input.listedOn > this.clock.today()) throw organizationErrors.registerInFuture({ path: 'listedOn' });
    const { listedOn, marketplace, link = null } = input;
    await this.save(actor, product, { listedOn, marketplace, link, listedBy: null });
    return product.unitId;
  }

  /** A slip of the pen: the product stays the same one. Gives the id of its unit. @throws organization.productExists */
  async change(actor: Actor, productId: string, input: RouteBody<typeof routes.changeOcopProduct>): Promise<string> {
    const product = await this.managed(actor, productId);
    const { reason, ...changes } = input;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    await this.save(actor, product, given, { reason, before: { name: product.name, owner: product.owner } });
    return product.unitId;
  }

  /** Out of the register from the day after; what was counted before stays counted. */
  async end(actor: Actor, productId: string, { lastDay, reason }: RouteBody<typeof routes.endOcopProduct>) {
    const product = await this.managed(actor, productId);
    const { from: start, to } = parseRange(product.validity);
    if (to) throw organizationErrors.productEnded();
    if (lastDay > this.clock.today()) throw organizationErrors.registerInFuture({ path: 'lastDay' });
    if (lastDay < start) throw organizationErrors.productEndsBeforeStart({ path: 'lastDay', start });
    const validity = rangeText(start, addDays(lastDay, 1));
    await this.save(actor, product, { validity, endReason: reason }, { reason, lastDay });
  }

  private async managed(actor: Actor, productId: string): Promise<OcopProduct> {
    const product = await this.database.manager.findOneBy(OcopProduct, { id: productId });
    if (!product) throw organizationErrors.productNotFound();
    await this.scope.require(actor, 'register.manage', { unitId: product.unitId });
    return product;
  }

  /** Writes what changes and nothing else: a listing that confirmed work brings at the same moment stays. */
  private save(
    actor: Actor,
    before: OcopProduct,
    changes?: Partial<OcopProduct>,
    why: Record<string, unknown> = {},
  ): Promise<string> {
    const product = { ...before, ...changes };
    return this.database.tx(async (tx) => {
      if (!product.endReason) await refuseDouble(tx, product, this.clock.today());
      if (changes) await tx.update(OcopProduct, { id: product.id }, changes);
      else await tx.insert(OcopProduct, product);
      await this.outbox.append(
        tx,
        ocopProductRecorded(
          { productId: product.id },
          { unitId: product.unitId, changes: { name: product.name, listedOn: product.listedOn, ...why } },
        ),
        actor,
      );
      return product.id;
    });
  }
}
