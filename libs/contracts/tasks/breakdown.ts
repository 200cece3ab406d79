/**
 * What an order asks of every part of its work beside the number: breakdowns by the dimensions of its indicator, and amounts.
 * One rule for the phone, the chats and the server. Free of zod.
 */

/** Numbers of their own: minutes of work, people who came to a meeting, leaflets handed out. */
export const amounts = ['minutes_spent', 'attendance', 'materials'] as const;
export type Amount = (typeof amounts)[number];
/** A link for each thing that is counted. */
export const LINK_EACH = 'link_each';
export const isAmount = (ask: string): ask is Amount => (amounts as readonly string[]).includes(ask);

export interface Kind {
  key: string;
  name: string;
  nameEn?: string | undefined;
  /** Links to work of this kind are at one of these hosts; without any they may be anywhere. */
  hosts?: readonly string[] | undefined;
}
export interface Dimension {
  key: string;
  /** Without a name it can not be asked for. */
  name?: string | undefined;
  nameEn?: string | undefined;
  /** People are counted apart from the number: one person may bring three applications. */
  counts?: 'people' | undefined;
  values: readonly Kind[];
}
/** The words of some time: until the day before `until`. */
export interface DatedWords {
  from: string | null;
  until: string | null;
  dimensions: readonly Dimension[];
}

/** So many of it are of this kind; of an amount the kind is empty. */
export interface BreakdownLine {
  by: string;
  kind: string;
  value: number;
}

export const wordsOn = (words: readonly DatedWords[], day: string): readonly Dimension[] =>
  words.find(({ from, until }) => (!from || from <= day) && (!until || day < until))?.dimensions ?? [];

/** How a line is called on its day; an amount has no words of its own. */
export function wordOf(
  words: readonly DatedWords[],
  day: string,
  { by, kind }: BreakdownLine,
): { name: string; nameEn: string } {
  const values = wordsOn(words, day).find(({ key }) => key === by)?.values ?? [];
  const { name = kind, nameEn = name } = values.find(({ key }) => key === kind) ?? {};
  return { name, nameEn };
}

export const canBeAsked = ({ name, values }: Dimension): boolean => Boolean(name) && values.length > 0;

export interface Asked {
  asks: readonly string[];
  /** Those of the day of the work. */
  dimensions: readonly Dimension[];
}
export interface Told {
  value: number;
  breakdown: readonly BreakdownLine[];
  links: readonly string[];
}
export interface BreakdownFault {
  ask: string;
  code: 'missing' | 'sum' | 'unknown' | 'linkEach' | 'linkElsewhere';
  /** Of a sum: what is still to be divided; below zero it is too much. Of links: how many are missing. */
  left?: number;
}

/** What a part lacks of what its order asks for. A part without a number says nothing of kinds. */
export function breakdownFaults({ asks, dimensions }: Asked, told: Told): BreakdownFault[] {
  const unknown = unknownLines(dimensions, told.breakdown);
  if (told.value === 0) return unknown;
  return [
    ...unknown,
    ...asks.flatMap((ask): BreakdownFault[] => {
      if (ask === LINK_EACH) {
        const left = told.value - new Set(told.links).size;
        return left > 0 ? [{ ask, code: 'linkEach', left }] : [];
      }
      const sum = sumBy(told.breakdown, ask);
      if (isAmount(ask)) return sum > 0 ? [] : [{ ask, code: 'missing' }];
      const dimension = dimensions.find(({ key }) => key === ask);
      if (!dimension) return [];
      if (sum === 0) return [{ ask, code: 'missing' }];
      if (dimension.counts === 'people' || sum === told.value) return [];
      return [{ ask, code: 'sum', left: told.value - sum }];
    }),
    ...linksElsewhere(dimensions, told),
  ];
}

export const sumBy = (breakdown: readonly BreakdownLine[], by: string): number =>
  breakdown.reduce((sum, line) => (line.by === by ? sum + line.value : sum), 0);

function unknownLines(dimensions: readonly Dimension[], breakdown: readonly BreakdownLine[]): BreakdownFault[] {
  const seen = new Set<string>();
  return breakdown.flatMap(({ by, kind }): BreakdownFault[] => {
    const known = isAmount(by)
      ? kind === ''
      : dimensions.some((each) => each.key === by && each.values.some(({ key }) => key === kind));
    const isTwice = seen.has(`${by} ${kind}`);
    seen.add(`${by} ${kind}`);
    return known && !isTwice ? [] : [{ ask: by, code: 'unknown' }];
  });
}

/** The hosts at which links to the kinds named stand; null where one of them may be anywhere, or none is named. */
export function hostsOf(dimensions: readonly Dimension[], breakdown: readonly BreakdownLine[]): string[] | null {
  const named = breakdown.filter(({ value }) => value > 0);
  const kinds = dimensions.flatMap(({ key: by, values }) =>
    values.some(({ hosts }) => hosts)
      ? values.filter(({ key }) => named.some((line) => line.by === by && line.kind === key))
      : [],
  );
  if (kinds.length === 0 || kinds.some(({ hosts }) => !hosts)) return null;
  return kinds.flatMap(({ hosts }) => hosts ?? []);
}

export function isAtOneOf(hosts: readonly string[], link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { hostname } = new URL(link);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function linksElsewhere(dimensions: readonly Dimension[], { breakdown, links }: Told): BreakdownFault[] {
  const hosts = hostsOf(dimensions, breakdown);
  return hosts && links.some((link) => !isAtOneOf(hosts, link)) ? [{ ask: LINK_EACH, code: 'linkElsewhere' }] : [];
}

/** A breakdown of a corrected number: what was all of one kind still is; people and amounts stay. Null where it is not clear. */
export function carriedOver(
  { asks, dimensions }: Asked,
  before: { value: number; breakdown: readonly BreakdownLine[] },
  value: number,
): BreakdownLine[] | null {
  const kept = before.breakdown.map((line) => {
    const of = dimensions.find(({ key }) => key === line.by);
    const isWhole = line.value === before.value && of?.counts !== 'people' && !isAmount(line.by);
    return isWhole ? { ...line, value } : line;
  });
  const ofKinds = { asks: asks.filter((ask) => ask !== LINK_EACH), dimensions };
  return breakdownFaults(ofKinds, { value, breakdown: kept, links: [] }).length === 0 ? kept : null;
}
