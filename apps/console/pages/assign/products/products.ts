/** What an order for OCOP products asks of each commune, beside what its register misses; the server judges by the same rule. */
import { PRODUCT_EACH } from '#contracts/tasks/named-products';
import { listedProducts, ocopObstacle } from '#contracts/organization/ocop';
import { api, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { compareNames } from '../../../ui/vietnamese-order.ts';
import type { Division, Draft } from '../draft.ts';

export type ProductsAsked = Schemas['OcopOrder'];

/** Communes of the chosen teams; before there is a target, each is asked for one, so that an empty register is seen at once. */
export function productsAsked(
  draft: Draft,
  communes: Division['communes'],
  stocks: readonly Schemas['OcopStockOf'][],
): ProductsAsked[] {
  const wanted = new Map(communes.map(({ id, target }) => [id, draft.target ? target : 0]));
  const found = stocks.flatMap((stock) => {
    const asked = wanted.get(stock.commune.id);
    return asked === undefined
      ? []
      : [{ ...stock, wanted: asked, obstacle: ocopObstacle(stock, draft.target ? asked : 1) }];
  });
  return found.sort((a, b) => compareNames(a.commune.name, b.commune.name));
}

/** Null for an order that is not about OCOP products, and until the register has answered. */
export function useProductsAsked(draft: Draft, { communes }: Division): ProductsAsked[] | null {
  const { post } = useIdentity();
  const about = draft.indicatorCode === listedProducts;
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/products-to-list',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: about, staleTime: 0 },
  );
  return about && data ? productsAsked(draft, communes, data) : null;
}

/** What an order asks of each part unless the officer takes it out: products count by name. */
export const usualAsks = (indicatorCode: string | null): string[] =>
  indicatorCode === listedProducts ? [PRODUCT_EACH] : [];
