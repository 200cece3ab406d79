/** Numbers that look like counts of people's work, the same each time for the same seed. */
import type { Random } from '../random.ts';

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How many come where `mean` are usual: exact for few, rounded from the normal for many. */
export function poisson(mean: number, random: Random): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count += 1;
  return Math.max(0, count);
}

/** Around 1, of the given relative spread: what makes months of work swing more than counting alone. */
export function swing(spread: number, random: Random): number {
  if (spread === 0) return 1;
  const sigma = Math.sqrt(Math.log(1 + spread * spread));
  return Math.exp(sigma * normal(random) - (sigma * sigma) / 2);
}
