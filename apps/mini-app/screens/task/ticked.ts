/** Products that are ticked in the form: which may be, what each still lacks, and what is sent of them. */
import type { Command, ProgressEntry, TaskDetail } from '#client';
import { isAtOneOf, wordsOn } from '#contracts/tasks/breakdown';
import {
  marketplacesOf,
  type NamedProduct,
  PRODUCT_EACH,
  productFaults,
  type ProductFault,
} from '#contracts/tasks/named-products';
import { linksIn } from '../../model/evidence.ts';
import { t } from '../../model/words/words.ts';
import { type Missing, wordOf } from './entry/asked.ts';

export type OnList = NonNullable<TaskDetail['missingProducts']>[number];
export interface Tick {
  marketplace: string;
  /** As typed. */
  link: string;
}
export type Ticks = Readonly<Record<string, Tick>>;
type Naming = Pick<TaskDetail, 'id' | 'asks' | 'words' | 'missingProducts'>;

export const namesProducts = ({ asks = [] }: Pick<TaskDetail, 'asks'>): boolean => asks.includes(PRODUCT_EACH);
export const placesOn = (task: Naming, day: string) => marketplacesOf(wordsOn(task.words ?? [], day));

export interface Listing {
  free: OnList[];
  /** Of other hamlets of the commune: teams help their neighbours. */
  far: OnList[];
  taken: OnList[];
  /** Ticked on this phone and still to be sent. */
  waiting: OnList[];
}
/** @param entryId the entry that is mended: its products are free in it */
export function listOf(task: Naming, entryId: string | undefined, commands: readonly Command[]): Listing {
  const sent = new Set(commands.flatMap((command) => (isWaiting(command, task.id) ? idsOf(command) : [])));
  const listing: Listing = { free: [], far: [], taken: [], waiting: [] };
  for (const product of task.missingProducts ?? []) {
    const isTaken = product.listedOn || (product.taken && product.taken.entryId !== entryId);
    if (isTaken) {
      if (!product.hamlet || product.taken) listing.taken.push(product);
    } else if (sent.has(product.id)) listing.waiting.push(product);
    else listing[product.hamlet ? 'far' : 'free'].push(product);
  }
  return listing;
}

const isWaiting = ({ kind, lane, state }: Command, taskId: string) =>
  kind === 'task.progress' && lane === taskId && (state === 'saved' || state === 'sending');
const idsOf = ({ body }: Command): string[] =>
  ((body as { products?: NamedProduct[] } | undefined)?.products ?? []).map(({ productId }) => productId);

/** Those that may still be ticked, in the order of the list. */
export function namedOf({ free, far }: Listing, ticks: Ticks): NamedProduct[] {
  return [...free, ...far].flatMap(({ id }) => {
    const tick = ticks[id];
    return tick ? [{ productId: id, marketplace: tick.marketplace, link: linksIn(tick.link)[0] ?? '' }] : [];
  });
}

export const fieldOf = (productId: string) => `product.${productId}`;

/** The first of each product. */
export function gapsOf(task: Naming, day: string, named: readonly NamedProduct[]): Missing[] {
  const dimensions = wordsOn(task.words ?? [], day);
  const words: Record<ProductFault['code'], (name: string, place: string) => Omit<Missing, 'field'>> = {
    twice: (name) => ({ label: name, error: name }),
    marketplace: (name) => ({ label: t('ocop.placeOf', { name }), error: t('ocop.choosePlace') }),
    link: (name) => ({ label: t('ocop.linkOf', { name }), error: t('ocop.pasteLink') }),
    linkElsewhere: (name, place) => ({ label: t('ocop.linkOf', { name }), error: t('ocop.elsewhere', { place }) }),
  };
  return productFaults(dimensions, named).map(({ index, code }) => {
    const { productId = '', marketplace } = named[index] ?? {};
    const name = task.missingProducts?.find(({ id }) => id === productId)?.name ?? '';
    const place = wordOf(placesOn(task, day).find(({ key }) => key === marketplace) ?? {});
    return { field: fieldOf(productId), ...words[code](name, place) };
  });
}

/** A pasted link says where it stands, where one marketplace alone has its host. */
export function withLink(task: Naming, day: string, tick: Tick, link: string): Tick {
  const [pasted] = linksIn(link);
  const places = placesOn(task, day).filter(({ hosts }) => pasted && hosts && isAtOneOf(hosts, pasted));
  return { marketplace: places[0]?.key ?? tick.marketplace, link };
}

/** What came back opens as it was; what counted for a colleague does not. */
export const ticksOf = (products: ProgressEntry['products'] = []): Record<string, Tick> =>
  Object.fromEntries(
    products.flatMap(({ productId, marketplace, link, counted }) =>
      counted ? [[productId, { marketplace, link: link.replace(/^https:\/\//, '') }]] : [],
    ),
  );
