/** A product stands once in its commune's register: the same name and owner, marks and case aside. */
import { rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import type { OcopProduct } from './ocop-product.entity.ts';
import { organizationErrors } from '../organization.errors.ts';

interface Known extends Pick<OcopProduct, 'id' | 'name' | 'owner'> {
  unitName: string;
}

/**
 * Two officers who record the same product at once are served one after the other.
 * @throws organization.productExists naming the product that stands there and its hamlet
 */
export async function refuseDouble(
  tx: Tx,
  product: Pick<OcopProduct, 'id' | 'unitId' | 'name' | 'owner'>,
  at: string,
): Promise<void> {
  const communeId = await registerOf(tx, product.unitId);
  await takeTurn(tx, [`ocop:${communeId}`]);
  const [known] = await rowsOf<Known>(
    tx,
    sql`select p.id, p.name, p.owner, coalesce(u.name, '') as "unitName" from ocop_products p left join units_at(${at}::date) u
      on u.id = p.unit_id
      where p.unit_id in (select descendant_id from unit_closure where ancestor_id = ${communeId})
        and p.id <> ${product.id} and not isempty(p.validity) and (upper(p.validity) is null or upper(p.validity) > ${at}::date)
        and fold(regexp_replace(trim(p.name), '\\s+', ' ', 'g')) = fold(regexp_replace(trim(${product.name}), '\\s+', ' ', 'g'))
        and fold(regexp_replace(trim(p.owner), '\\s+', ' ', 'g')) = fold(regexp_replace(trim(${product.owner}), '\\s+', ' ',
          'g')) limit 1`,
  );
  if (known)
    throw organizationErrors.productExists({
      path: 'name',
      id: known.id,
      name: known.name,
      owner: known.owner,
      unit: known.unitName,
    });
}

/** The commune whose register it is; a unit above keeps its own. */
export async function registerOf(tx: Tx, unitId: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    tx,
    sql`select ancestor_id as id from unit_closure where descendant_id = ${unitId} and ancestor_kind = 'commune' limit 1`,
  );
  return row?.id ?? unitId;
}
