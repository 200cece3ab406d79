/** Above some rows, the slice of a table that the window shows, with the height of what lies before and after it. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

/** Rows up to which a table stands in the document as a whole. */
export const wholeUpTo = 100;
const rowHeight = 45;

export function useRowWindow(count: number, whole = wholeUpTo) {
  const ref = useRef<HTMLDivElement>(null);
  const on = count > whole;
  const virtual = useWindowVirtualizer({
    count: on ? count : 0,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: ref.current?.offsetTop ?? 0,
  });
  if (!on) return { ref, from: 0, to: count, before: 0, after: 0 };
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? Math.min(count, 30) - 1) + 1;
  return { ref, from, to, before: from * rowHeight, after: (count - to) * rowHeight };
}
