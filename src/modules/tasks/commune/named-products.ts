import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { listedProducts } from '#contracts/organization/ocop';
import { wordOf } from '#contracts/tasks/breakdown';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { EntryProduct } from '../work/task/progress-entry.entity.ts';
import { grouped } from '#contracts/grouped';
import { progressErrors, returnErrors } from '../tasks.errors.ts';

type Named = NonNullable<RouteBody<typeof routes.confirmTask>['products']>[number];
interface Line {
  entryId: string;
  happenedOn: string;
  value: number;
}

/** The products behind a confirmed number of products on marketplaces: they come into the register with it and leave with it. */
@Injectable()
export class NamedProducts {
  constructor(private readonly organization: OrganizationApi) {}

  /**
   * Without a word of the officer those that the team has named. Each product belongs to the line that it names, else to the earliest with room.
   * @throws progress.noProducts, progress.moreProducts, return.partUnknown, and what the register refuses
   */
  async record(
    tx: Tx,
    actor: Actor,
    { unitId, decisionId }: { unitId: string; decisionId: string },
    products: readonly Named[] | undefined,
  ): Promise<void> {
    if (!products) return this.recordTold(tx, actor, [decisionId]);
    if (products.length === 0) return;
    const lines = await linesOf(tx, decisionId);
    if (lines.length === 0) throw progressErrors.noProducts({ path: 'products' });
    const confirmed = lines.reduce((sum, { value }) => sum + value, 0);
    const room = new Map(lines.map(({ entryId, value }) => [entryId, value]));
    const listings = products.map(({ productId, marketplace, link, entryId }, index) => {
      const line = lines.find((one) => (entryId ? one.entryId === entryId : (room.get(one.entryId) ?? 0) > 0));
      if (!line && entryId) throw returnErrors.partUnknown({ path: `products.${index}.entryId` });
      const left = line ? (room.get(line.entryId) ?? 0) : 0;
      if (!line || left === 0)
        throw progressErrors.moreProducts({
          path: entryId ? `products.${index}.entryId` : 'products',
          named: products.length,
          confirmed: line?.value ?? confirmed,
        });
      room.set(line.entryId, left - 1);
      return { productId, marketplace, link: link ?? null, listedOn: line.happenedOn, listedBy: line.entryId };
    });
    await this.organization.writeListings(tx, actor, unitId, listings);
  }

  /**
   * What teams have named, of parts that are confirmed whole: of a lower number nobody knows which products are meant. What
   * the register has learned meanwhile holds up nothing.
   */
  async recordTold(tx: Tx, actor: Actor, decisionIds: readonly string[]): Promise<void> {
    const told = await toldWith(tx, decisionIds);
    if (told.length === 0) return;
    const words = await this.organization.wordsOfIndicator(listedProducts);
    for (const [communeId, ofCommune] of grouped(told, (each) => each.communeId)) {
      const listings = ofCommune.map(({ productId, marketplace, link, listedOn, listedBy }) => {
        const { name } = wordOf(words, listedOn, { by: 'marketplace', kind: marketplace, value: 1 });
        return { productId, marketplace: name, link, listedOn, listedBy };
      });
      await this.organization.writeOpenListings(tx, actor, communeId, listings);
    }
  }

  /** Before the decision's lines are open again. */
  async takeBack(tx: Tx, actor: Actor, decisionId: string): Promise<void> {
    const lines = await linesOf(tx, decisionId);
    if (lines.length > 0)
      await this.organization.takeListingsBack(
        tx,
        actor,
        lines.map(({ entryId }) => entryId),
      );
  }
}

/** What a decision has confirmed of the indicator, earliest work first. */
function linesOf(tx: Tx, decisionId: string): Promise<Line[]> {
  return rowsOf<Line>(
    tx,
    sql`select e.id as "entryId", e.happened_on::text as "happenedOn", sum(l.confirmed_value)::int as value
       from progress_lines l join progress_entries e on e.id = l.entry_id
      where l.indicator_code = ${listedProducts} and l.confirmed_value > 0 and l.entry_id in (
            select entry_id from progress_lines where decision_id = ${decisionId} union all select entry_id from entry_decisions
              where id = ${decisionId})
      group by e.id order by e.happened_on, e.id`,
  );
}

interface Told extends Pick<EntryProduct, 'productId' | 'marketplace' | 'link'> {
  listedBy: string;
  listedOn: string;
  communeId: string;
}
function toldWith(tx: Tx, decisionIds: readonly string[]): Promise<Told[]> {
  return rowsOf<Told>(
    tx,
    sql`select p.product_id as "productId", p.marketplace, p.link, e.id as "listedBy", e.happened_on::text as "listedOn",
              e.commune_id as "communeId"
         from progress_lines l join progress_entries e on e.id = l.entry_id
         join entry_products p on p.entry_id = l.entry_id and p.counted
        where l.position = 0 and l.confirmed_value = l.value and l.entry_id in (
              select entry_id from progress_lines where decision_id = any(${decisionIds}::uuid[])
              union all select entry_id from entry_decisions where id = any(${decisionIds}::uuid[]))
        order by p.product_id`,
  );
}
