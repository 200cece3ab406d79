/**
 * Random districts and random reforms of them, three after each other, and what must come out of them: worked out here from
 * nothing but sets of names, with none of the product's code behind it. The same seed gives the same each time.
 */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) % 2_147_483_648;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export interface Commune {
  name: string;
  hamlets: string[];
  /** Households that the commune entered for itself; null: nobody knows. */
  figure: number | null;
}
/** By key: a commune that goes on keeps it, whatever it is called. */
export type District = ReadonlyMap<string, Commune>;

export interface Reform {
  onDate: string;
  creates: { key: string; name: string }[];
  keeps: { key: string; name: string }[];
  parts: { from: string; into: string; whole: boolean }[];
  allots: { hamlet: string; into: string }[];
  /** Whose focal officer goes on as the one of the new commune. */
  officers: { of: string; into: string }[];
}

export interface Chain {
  seed: number;
  before: District;
  reforms: Reform[];
  /** As it stands from the day of each reform on. */
  after: District[];
}

const shuffled = <T>(items: readonly T[], random: Random): T[] => {
  const left = [...items];
  return items.flatMap(() => left.splice(random(left.length), 1));
};

export function chainOf(seed: number, days: readonly string[]): Chain {
  const random = randomOf(seed);
  let hamlets = 0;
  const before = new Map(
    Array.from({ length: 4 + random(3) }, (_, n): [string, Commune] => [
      `c${n}`,
      {
        name: `C${n}`,
        hamlets: Array.from({ length: 1 + random(3) }, () => `T${++hamlets}`),
        figure: random(4) === 0 ? null : 100 + random(400),
      },
    ]),
  );
  const reforms: Reform[] = [];
  const after: District[] = [];
  for (const [at, onDate] of days.entries()) {
    const made = new Drawn(after.at(-1) ?? before, random, `r${at + 1}`);
    reforms.push({ onDate, ...made.reform() });
    after.push(made.district);
  }
  return { seed, before, reforms, after };
}

/** One reform of a district: one to three things that happen to some of its communes. */
class Drawn {
  readonly district: Map<string, Commune>;
  private readonly drawn: Omit<Reform, 'onDate'> = { creates: [], keeps: [], parts: [], allots: [], officers: [] };
  private readonly pool: string[];
  private made = 0;

  constructor(
    before: District,
    private readonly random: Random,
    private readonly prefix: string,
  ) {
    this.district = new Map([...before].map(([key, commune]) => [key, { ...commune, hamlets: [...commune.hamlets] }]));
    this.pool = shuffled([...before.keys()], random);
    for (let acts = 1 + random(3); acts > 0 && this.pool.length > 0; acts -= 1) this.act();
    if (this.drawn.creates.length + this.drawn.keeps.length === 0) this.rename(this.take());
  }

  reform(): Omit<Reform, 'onDate'> {
    return this.drawn;
  }

  private act(): void {
    const [first, second] = [this.take(), this.pool.length > 0 ? this.take() : undefined];
    const what = this.random(5);
    if (second === undefined || what === 0) {
      if (second !== undefined) this.pool.push(second);
      return this.commune(first).hamlets.length > 1 && what > 1 ? this.divide(first, undefined) : this.rename(first);
    }
    const isDivisible = this.commune(first).hamlets.length > 1;
    if (what === 1) return this.absorb(first, second);
    if (what === 2 && isDivisible) return this.give(first, second);
    if (what === 3 && isDivisible) return this.divide(first, second);
    this.merge([first, second, ...(this.pool.length > 2 && this.random(2) === 0 ? [this.take()] : [])]);
  }

  private take(): string {
    return this.pool.pop() ?? '';
  }

  private commune(key: string): Commune {
    const found = this.district.get(key);
    if (!found) throw new Error(`no commune ${key}`);
    return found;
  }

  private create(hamlets: string[], figure: number | null): string {
    const key = `${this.prefix}n${++this.made}`;
    const name = key.toUpperCase();
    this.drawn.creates.push({ key, name });
    this.district.set(key, { name, hamlets, figure });
    return key;
  }

  private keep(key: string, name = this.commune(key).name): void {
    this.drawn.keeps.push({ key, name });
    this.commune(key).name = name;
  }

  private rename(key: string): void {
    this.keep(key, `${this.prefix.toUpperCase()}N${++this.made}`);
  }

  private merge(keys: readonly string[]): void {
    const all = keys.map((key) => this.commune(key));
    const into = this.create(
      all.flatMap(({ hamlets }) => hamlets),
      sum(all),
    );
    for (const key of keys) this.whole(key, into);
    const [of] = keys;
    if (of && this.random(3) > 0) this.drawn.officers.push({ of, into });
  }

  private absorb(into: string, from: string): void {
    this.keep(into);
    const [heir, gone] = [this.commune(into), this.commune(from)];
    heir.figure = sum([heir, gone]);
    heir.hamlets.push(...gone.hamlets);
    this.whole(from, into);
  }

  private give(from: string, into: string): void {
    this.keep(from);
    this.keep(into);
    const [giver, taker] = [this.commune(from), this.commune(into)];
    const cut = 1 + this.random(giver.hamlets.length - 1);
    const [stays, goes] = [giver.hamlets.slice(0, cut), giver.hamlets.slice(cut)];
    this.drawn.parts.push({ from, into, whole: false });
    this.allot(stays, from);
    this.allot(goes, into);
    giver.hamlets = stays;
    taker.hamlets.push(...goes);
    giver.figure = taker.figure = null;
  }

  /** Between two new ones, or a new one and a neighbour that goes on. */
  private divide(from: string, beside: string | undefined): void {
    const { hamlets } = this.commune(from);
    const cut = 1 + this.random(hamlets.length - 1);
    const [first, second] = [hamlets.slice(0, cut), hamlets.slice(cut)];
    const one = this.create(first, null);
    const other = beside ?? this.create(second, null);
    if (beside !== undefined) {
      this.keep(beside);
      this.commune(beside).hamlets.push(...second);
      this.commune(beside).figure = null;
    }
    for (const into of [one, other]) this.drawn.parts.push({ from, into, whole: false });
    this.allot(first, one);
    this.allot(second, other);
    this.district.delete(from);
  }

  private whole(from: string, into: string): void {
    this.drawn.parts.push({ from, into, whole: true });
    this.district.delete(from);
  }

  private allot(hamlets: readonly string[], into: string): void {
    this.drawn.allots.push(...hamlets.map((hamlet) => ({ hamlet, into })));
  }
}

const sum = (communes: readonly Commune[]): number | null =>
  communes.reduce<number | null>((total, { figure }) => (total === null || figure === null ? null : total + figure), 0);

/** Hamlet by hamlet, the name of its commune. */
export const placesIn = (district: District): Record<string, string> =>
  Object.fromEntries(
    [...district.values()]
      .flatMap(({ name, hamlets }) => hamlets.map((hamlet): [string, string] => [hamlet, name]))
      .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
export const figuresIn = (district: District): Record<string, number> =>
  Object.fromEntries(
    [...district.values()]
      .flatMap(({ name, figure }): [string, number][] => (figure === null ? [] : [[name, figure]]))
      .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
