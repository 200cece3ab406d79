/** The products behind a number that is confirmed: which may be named, and what naming one starts from. */
import { webLink } from '#contracts/links';
import { listedProducts } from '#contracts/organization/ocop';
import type { Schemas } from '../../api/client.ts';
import { type Entry, indicatorOf, type Parts, type ResultRow, sumOf, waitingEntries } from './decision.ts';

export type Product = Schemas['OcopProduct'];
export interface Name {
  marketplace: string;
  link: string;
  entryId: string;
}
/** By product; who comes first keeps a place where there is none for all. */
export type Names = Readonly<Record<string, Name>>;

/** Of some of its number nobody has said which products they are. */
export function isUnnamed(result: ResultRow): boolean {
  const entries = waitingEntries(result);
  return asksForNames(result) && Object.keys(toldNames(entries)).length < sumOf(entries);
}

/** A report, with as much of it as is confirmed now. */
export type Line = Pick<Entry, 'id' | 'happenedOn' | 'value' | 'links'>;

export const asksForNames = (result: ResultRow): boolean => indicatorOf(result).code === listedProducts;

/** What a decision confirms: each report with the part of it. */
export const linesOf = (result: ResultRow, { confirm }: Pick<Parts, 'confirm'>): Line[] =>
  waitingEntries(result).flatMap((entry) => {
    const part = confirm.find(({ entryId }) => entryId === entry.id);
    return part ? [{ ...entry, value: part.value }] : [];
  });

/** What the team has named and counts; the officer may change it. */
export const toldNames = (entries: readonly Pick<Entry, 'id' | 'products'>[]): Names =>
  Object.fromEntries(
    entries.flatMap(({ id, products = [] }) =>
      products
        .filter(({ counted }) => counted)
        .map(({ productId, place, link }) => [productId, { marketplace: place, link, entryId: id }]),
    ),
  );

/** Those that the register still misses. */
export function namesAmong(names: Names, products: readonly Pick<Product, 'id'>[]): Names {
  const known = new Set(products.map(({ id }) => id));
  return Object.fromEntries(Object.entries(names).filter(([id]) => known.has(id)));
}

/** Not on a marketplace yet; those of the team's own hamlet first. */
export function choosable(products: readonly Product[], result: ResultRow): Product[] {
  const far = (product: Product) => Number(product.unit.id !== result.hamlet.id);
  return products.filter(({ listedOn }) => !listedOn).sort((a, b) => far(a) - far(b));
}

const takenOf = (names: Names, entryId: string): number =>
  Object.values(names).filter((name) => name.entryId === entryId).length;

/** A product takes the next link that the team has sent, and the marketplace that the link or the product before it names. */
export function nameFor(names: Names, lines: readonly Line[]): Name {
  const taken = Object.values(names);
  const free = lines
    .flatMap((line) => line.links.map((link) => ({ entryId: line.id, link: webLink(link) ?? '' })))
    .find(({ link }) => link && !taken.some((name) => name.link === link));
  const roomy = (line: Line) => takenOf(names, line.id) < line.value;
  const linked = lines.find((line) => line.id === free?.entryId && roomy(line));
  return {
    marketplace: (linked && free && hostOf(free.link)) || (taken.at(-1)?.marketplace ?? ''),
    link: linked && free ? free.link : '',
    entryId: (linked ?? lines.find(roomy) ?? lines[0])?.id ?? '',
  };
}

/** What is left of the names when less is confirmed: each in a report with room, the last ones without. */
export function namesWithin(names: Names, lines: readonly Line[]): Names {
  const kept: Record<string, Name> = {};
  for (const [productId, name] of Object.entries(names)) {
    const roomy = ({ id, value }: Line) => takenOf(kept, id) < value;
    const line = lines.find((one) => one.id === name.entryId && roomy(one)) ?? lines.find(roomy);
    if (line) kept[productId] = { ...name, entryId: line.id };
  }
  return kept;
}

/** A product that is moved to another report has the first place there; what stood in its way makes room. */
export function withName(names: Names, productId: string, name: Name): Names {
  if (names[productId]?.entryId === name.entryId) return { ...names, [productId]: name };
  const { [productId]: _, ...others } = names;
  return { [productId]: name, ...others };
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
