/** Places what overlaps side by side: as many lanes as hold at once, the same for all that touch each other. */
import type { Span } from '../hours.ts';

export interface Lane {
  lane: number;
  lanes: number;
}

/** In the order of `spans`; spans of different days never touch. */
export function layLanes(spans: readonly Span[]): Lane[] {
  const placed = spans.map<Lane>(() => ({ lane: 0, lanes: 1 }));
  const order = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.day.localeCompare(b.span.day) || a.span.from - b.span.from || b.span.to - a.span.to);
  let cluster: typeof order = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index } of cluster) placed[index]!.lanes = ends.length;
    cluster = [];
    ends = [];
  };
  for (const each of order) {
    const { day, from, to } = each.span;
    const last = cluster.at(-1)?.span;
    if (last && (last.day !== day || Math.max(...ends) <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    placed[each.index]!.lane = lane;
    cluster.push(each);
  }
  close();
  return placed;
}
