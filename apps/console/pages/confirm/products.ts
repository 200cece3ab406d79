/** The products behind a number that is confirmed: which may be named, and what naming one starts from. */
import { webLink } from '#contracts/links';
import { listedProducts } from '#contracts/ocop';
import type { Schemas } from '../../api/client.ts';
import { type Entry, indicatorOf, type ResultRow, waitingEntries } from './decision.ts';

export type Product = Schemas['OcopProduct'];
export interface Name {
  marketplace: string;
  link: string;
  entryId: string;
}
/** By product. */
export type Names = Readonly<Record<string, Name>>;

export const asksForNames = (result: ResultRow): boolean => indicatorOf(result).code === listedProducts;

/** Not on a marketplace yet; those of the team's own hamlet first. */
export function choosable(products: readonly Product[], result: ResultRow): Product[] {
  const far = (product: Product) => Number(product.unit.id !== result.hamlet.id);
  return products.filter(({ listedOn }) => !listedOn).sort((a, b) => far(a) - far(b));
}

/** A product takes the next link that the team has sent, and the marketplace that the link or the product before it names. */
export function nameFor(names: Names, result: ResultRow): Name {
  const taken = Object.values(names);
  const entries = waitingEntries(result);
  const free = entries
    .flatMap((entry) => entry.links.map((link) => ({ entryId: entry.id, link: webLink(link) ?? '' })))
    .find(({ link }) => link && !taken.some((name) => name.link === link));
  const roomy = (entry: Entry) => taken.filter(({ entryId }) => entryId === entry.id).length < entry.value;
  const linked = entries.find((entry) => entry.id === free?.entryId && roomy(entry));
  return {
    marketplace: (linked && free && hostOf(free.link)) || (taken.at(-1)?.marketplace ?? ''),
    link: linked && free ? free.link : '',
    entryId: (linked ?? entries.find(roomy) ?? entries[0])?.id ?? '',
  };
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : '';
}

/** As the command takes them; undefined while a marketplace is missing. */
export function namedProducts(names: Names): NonNullable<Schemas['ConfirmTaskInput']['products']> | undefined {
  const named = Object.entries(names).map(([productId, { marketplace, link, entryId }]) => ({
    productId,
    marketplace: marketplace.trim(),
    ...(link.trim() && { link: link.trim() }),
    entryId,
  }));
  return named.every(({ marketplace }) => marketplace) ? named : undefined;
}
