/**
 * Products on marketplaces by name: an order asks for each product with its marketplace and link, and the number is the
 * products. One rule for the phone and the server. Free of zod.
 */
import { type BreakdownLine, type Dimension, isAtOneOf } from './breakdown.ts';

/** Each product by name, with marketplace and link. */
export const PRODUCT_EACH = 'product_each';
const MARKETPLACE = 'marketplace';

export interface NamedProduct {
  productId: string;
  /** A kind of the dimension, by the words of the day of the work. */
  marketplace: string;
  link: string;
}
export interface ProductFault {
  index: number;
  code: 'twice' | 'marketplace' | 'link' | 'linkElsewhere';
}

export const marketplacesOf = (dimensions: readonly Dimension[]): Dimension['values'] =>
  dimensions.find(({ key }) => key === MARKETPLACE)?.values ?? [];

/** What each lacks, in their order: the first of each. */
export function productFaults(dimensions: readonly Dimension[], products: readonly NamedProduct[]): ProductFault[] {
  const known = marketplacesOf(dimensions);
  return products.flatMap(({ productId, marketplace, link }, index): ProductFault[] => {
    if (products.findIndex((other) => other.productId === productId) < index) return [{ index, code: 'twice' }];
    const place = known.find(({ key }) => key === marketplace);
    if (!place) return [{ index, code: 'marketplace' }];
    if (!link) return [{ index, code: 'link' }];
    return place.hosts && !isAtOneOf(place.hosts, link) ? [{ index, code: 'linkElsewhere' }] : [];
  });
}

/** How many stand where: what the report says of marketplaces follows from the names. */
export function linesOfProducts(products: readonly Pick<NamedProduct, 'marketplace'>[]): BreakdownLine[] {
  const counts = new Map<string, number>();
  for (const { marketplace } of products) counts.set(marketplace, (counts.get(marketplace) ?? 0) + 1);
  return [...counts].map(([kind, value]) => ({ by: MARKETPLACE, kind, value }));
}

/** Beside the names nobody is asked for what they say already. */
export const asksBesideNames = (asks: readonly string[]): string[] =>
  asks.includes(PRODUCT_EACH)
    ? asks.filter((ask) => ![PRODUCT_EACH, MARKETPLACE, 'link_each'].includes(ask))
    : [...asks];

export const linesBesideNames = (lines: readonly BreakdownLine[]): BreakdownLine[] =>
  lines.filter(({ by }) => by !== MARKETPLACE);
