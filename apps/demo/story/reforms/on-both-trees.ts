/** The same month read in the units of two days: what was sent adds up alike, whoever has the hamlets today. */
import { routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';

/** Sums by indicator. */
export type Month = ReadonlyMap<string, number>;

/** What was sent for a month, added over the communes that stand below a unit today. */
export async function monthByUnits(client: ApiClient, aboveId: string, month: string): Promise<Month> {
  const sums = new Map<string, number>();
  for (const unitId of await communesBelow(client, aboveId)) {
    const { figures } = await client.call(routes.restatedFigures, { params: { unitId }, query: { month } });
    for (const { indicator, pair } of figures)
      if (pair.numerator !== null) sums.set(indicator.code, (sums.get(indicator.code) ?? 0) + pair.numerator);
  }
  return sums;
}

export async function communesBelow(client: ApiClient, unitId: string): Promise<string[]> {
  const children = await client.call(routes.unitChildren, { params: { unitId } });
  const below = await Promise.all(
    children.map(({ id, kind }) => (kind === 'commune' ? [id] : kind === 'district' ? communesBelow(client, id) : [])),
  );
  return below.flat();
}

export const isSameMonth = (one: Month, other: Month): boolean =>
  one.size === other.size && [...one].every(([code, sum]) => other.get(code) === sum);
