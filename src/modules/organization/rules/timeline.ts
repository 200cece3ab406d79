/** Which of several rules holds on which days. Pure. */

export interface Placed {
  /** 0: of the unit itself; the one without a unit is the farthest. */
  distance: number;
  from: string;
  /** The first day on which it no longer holds. */
  until: string | null;
}

export interface Span<R> {
  rule: R;
  from: string;
  until: string | null;
}

const holds = ({ from, until }: Pick<Placed, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || day < until);

/** Stretches of days by their first one: on each the nearest rule holds. Days without any rule are in none. */
export function timeline<R extends Placed>(rules: readonly R[]): Span<R>[] {
  const turns = [...new Set(rules.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))].sort();
  const spans: Span<R>[] = [];
  for (const [at, from] of turns.entries()) {
    const [rule] = rules.filter((one) => holds(one, from)).toSorted((a, b) => a.distance - b.distance);
    if (!rule) continue;
    const until = turns[at + 1] ?? null;
    const before = spans.at(-1);
    if (before?.rule === rule && before.until === from) before.until = until;
    else spans.push({ rule, from, until });
  }
  return spans;
}

export const spanOn = <S extends Pick<Placed, 'from' | 'until'>>(spans: readonly S[], day: string): S | undefined =>
  spans.find((span) => holds(span, day));
