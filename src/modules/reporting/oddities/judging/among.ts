/** What is known of a figure by the figures around it: of the same indicator in other places, and of the same place. */
import { grouped } from '#contracts/grouped';
import type { Cell, Figures, Place, Series, Usual } from './series.ts';
import { hasPast, medianOf, restlessnessOf, timesOf, usualOf } from './usual.ts';

/** A year of the past: the same seasons once, and growth of years does not make today odd. */
const PAST_MONTHS = 12;
/** With as many like places as a district has communes, and no more: further ones are not alike. */
const PEERS = 23;
/** Fewer say nothing about what is usual. */
const FEWEST_PEERS = 8;
/** Below it a ratio of two counts is mostly noise. */
const STEADY = 5;

type Own = Omit<Cell, 'movement' | 'peers' | 'siblings'>;

/** The judged month of every place, by place and indicator. */
export function cellsOf({ months, places, series }: Figures): Cell[] {
  const byIndicator = grouped(series, ({ indicator }) => indicator);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const cells = [...byIndicator.values()].flatMap((of) => cellsOfIndicator(months, of, placeOf));
  const byPlace = grouped(cells, ({ placeId }) => placeId);
  for (const of of byPlace.values()) {
    const siblings = new Map(of.map((cell) => [cell.indicator, cell]));
    for (const cell of of) cell.siblings = siblings;
  }
  return cells;
}

function cellsOfIndicator(months: readonly string[], series: readonly Series[], placeOf: Map<string, Place>): Cell[] {
  const cells = series.map((one) => ownOf(months, one, placeOf.get(one.placeId)?.teams ?? null));
  const steady = cells.filter(({ own }) => hasPast(own) && own.middle >= STEADY);
  const restless = restlessnessAmong(steady);
  const movement = movementOf(steady);
  const peers = peersOf(cells, placeOf);
  return cells.map((cell) => ({
    ...cell,
    own: cell.own && usualOf(pastOf(cell), restless),
    movement,
    peers: peers.get(cell.placeId) ?? null,
    siblings: new Map(),
  }));
}

function ownOf(
  months: readonly string[],
  { placeId, indicator, values, isStock = false }: Series,
  teams: number | null,
) {
  const last = months.length - 1;
  const before = months
    .slice(0, -1)
    .map((_month, i) => known(values[i]))
    .slice(-PAST_MONTHS);
  const cell = { placeId, indicator, months, value: known(values[last]), before, isStock, teams };
  const past = pastOf(cell);
  return { ...cell, own: past.length < 2 ? null : usualOf(past) } satisfies Own;
}

const pastOf = ({ before }: Pick<Own, 'before'>): number[] => before.filter((value) => value !== null);

const known = (value: number | null | undefined): number | null => (Number.isFinite(value) ? (value as number) : null);

/**
 * How much more this indicator swings than counting alone would, as the median place does. A short past that happens to
 * be calm is not taken for calmer than that.
 */
function restlessnessAmong(steady: readonly Own[]): number {
  if (steady.length < FEWEST_PEERS) return 0;
  return medianOf(steady.map(({ own }) => restlessnessOf(own as Usual)));
}

/** A month of Tết or of a campaign moves all: whoever moves along is not odd. */
function movementOf(steady: readonly Own[]): number {
  const moved = steady.flatMap(({ value, own }) => (value === null ? [] : [timesOf(value, (own as Usual).middle)]));
  return moved.length < FEWEST_PEERS ? 1 : medianOf(moved);
}

/** The nearest by size, half of them smaller where there are as many. */
function peersOf(cells: readonly Own[], placeOf: Map<string, Place>): Map<string, Usual> {
  const sized = cells
    .flatMap(({ placeId, value }) => {
      const size = placeOf.get(placeId)?.size ?? 0;
      return value === null || !(size > 0) ? [] : [{ placeId, size, rate: value / size }];
    })
    .sort((a, b) => a.size - b.size || (a.placeId < b.placeId ? -1 : 1));
  if (sized.length <= FEWEST_PEERS) return new Map();
  return new Map(
    sized.map(({ placeId, size }, at) => {
      const from = Math.max(0, Math.min(at - (PEERS >> 1), sized.length - PEERS - 1));
      const near = sized.slice(from, from + PEERS + 1).filter((other) => other.placeId !== placeId);
      const expected = near.map(({ rate }) => rate * size);
      const { low, high, ...usual } = usualOf(expected, restlessnessOf(usualOf(expected)));
      return [placeId, { ...usual, low: Math.round(low), high: Math.round(high) }];
    }),
  );
}
