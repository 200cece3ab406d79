/** Names that stand more than once within a commune. Pure. */
import { comparePlaces, foldTone } from '#i18n/fold';

export interface Alike {
  name: string;
  count: number;
}

/** Each name once, with how many bear it; those most alike first. */
export function alikeNames(names: readonly string[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const name of names) {
    const one = found.get(foldTone(name));
    if (one) one.count++;
    else found.set(foldTone(name), { name, count: 1 });
  }
  return [...found.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || comparePlaces(a.name, b.name));
}
