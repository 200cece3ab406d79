/** Places what overlaps side by side: as many columns as hold at once, the same for all that touch each other. */
import type { Span } from '../hours.ts';

export interface Column {
  index: number;
  of: number;
}

/** In the order of `spans`; spans of different days never touch. */
export function placeInColumns(spans: readonly Span[]): Column[] {
  const placed = spans.map<Column>(() => ({ index: 0, of: 1 }));
  const order = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.day.localeCompare(b.span.day) || a.span.from - b.span.from || b.span.to - a.span.to);
  let cluster: typeof order = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index } of cluster) placed[index]!.of = ends.length;
    cluster = [];
    ends = [];
  };
  for (const each of order) {
    const { day, from, to } = each.span;
    const last = cluster.at(-1)?.span;
    if (last && (last.day !== day || Math.max(...ends) <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const column = free === -1 ? ends.length : free;
    ends[column] = to;
    placed[each.index]!.index = column;
    cluster.push(each);
  }
  close();
  return placed;
}
