import { Injectable } from '@nestjs/common';
import type { Dimension } from '#contracts/tasks/breakdown';
import { type NamedProduct, type ProductFault, productFaults } from '#contracts/tasks/named-products';
import { OrganizationApi } from '#modules/organization';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import type { EntryProduct } from '../../work/task/progress-entry.entity.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { closedEntries } from '../../tasks.sql.ts';
import type { Task } from '../../work/task/task.entity.ts';

export type JudgedProduct = Omit<EntryProduct, 'entryId'>;
interface Taken extends Pick<EntryProduct, 'productId' | 'entryId'> {}

const refusals: Record<ProductFault['code'], (params: { path: string }) => ProblemError> = {
  twice: progressErrors.productTwice,
  marketplace: progressErrors.productPlaceMissing,
  link: progressErrors.linksMissing,
  linkElsewhere: progressErrors.linkElsewhere,
};

/**
 * The products that a part of the work names. Each counts once in the commune: whoever names it second, on a phone without
 * a network say, is told who was first, and the rest of what they did counts (docs/decisions/0102).
 */
@Injectable()
export class NamedWork {
  constructor(private readonly organization: OrganizationApi) {}

  /**
   * Locks the products, so that two who name the same are served one after the other.
   * @param correctsId the entry whose products are free again with it
   * @throws progress.productsMissing, progress.productsDiffer, progress.productUnknown, and what each lacks
   */
  async judge(
    tx: Tx,
    task: Pick<Task, 'unitId'>,
    work: { value: number; products?: readonly NamedProduct[] | undefined; correctsId?: string | undefined },
    dimensions: readonly Dimension[],
  ): Promise<JudgedProduct[]> {
    const products = work.products ?? [];
    if (work.value > 0 && products.length === 0) throw progressErrors.productsMissing({ path: 'products' });
    if (work.value !== products.length)
      throw progressErrors.productsDiffer({ path: 'products', named: products.length, value: work.value });
    const [first, ...others] = productFaults(dimensions, products).map(({ index, code }) =>
      refusals[code]({ path: `products.${index}` }),
    );
    first?.details.push(...others.flatMap(({ details }) => details));
    if (first) throw first;
    const known = await this.organization.lockProducts(tx, task.unitId, products);
    const unknown = products.findIndex(({ productId }) => !known.has(productId));
    if (unknown >= 0) throw progressErrors.productUnknown({ path: `products.${unknown}.productId` });
    const taken = new Map((await takenAmong(tx, products, work.correctsId)).map((row) => [row.productId, row.entryId]));
    return products.map((product) => {
      const firstEntryId = taken.get(product.productId) ?? null;
      return { ...product, firstEntryId, counted: !firstEntryId && !known.get(product.productId)?.listedOn };
    });
  }
}

/** Named by work that counts and that the commune has not answered; what it has confirmed stands in the register. */
function takenAmong(tx: Tx, products: readonly NamedProduct[], correctsId?: string): Promise<Taken[]> {
  const ids = products.map(({ productId }) => productId);
  return rowsOf<Taken>(
    tx,
    sql`select p.product_id as "productId", p.entry_id as "entryId" from entry_products p
      cross join lateral (select 1 from counted_lines l
                           where l.entry_id = p.entry_id and l.position = 0 and l.confirmed_value is null offset 0) l
      where p.product_id = any(${ids}) and p.counted and p.entry_id is distinct from ${correctsId ?? null}::uuid
        and not exists (select 1 from ${closedEntries} c where c.entry_id = p.entry_id)`,
  );
}
