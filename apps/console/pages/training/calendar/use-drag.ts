/** A block that is dragged to another slot with the mouse; touch scrolls, and the keyboard has the letter M. */
import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { PlainDate } from '#i18n';
import type { Span } from '../hours.ts';
import { type Hours, snapped } from './slots.ts';

/** So far the mouse may shake before a press becomes a drag. */
const slack = 5;

export interface Dragged {
  id: string;
  span: Span;
}

interface Options {
  body: RefObject<HTMLElement | null>;
  days: readonly PlainDate[];
  hours: Hours;
  perMinute: number;
  onDrop: (id: string, to: Span) => void;
}

export function useDrag({ body, days, hours, perMinute, onDrop }: Options) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const justDropped = useRef(false);
  const begin = (event: PointerEvent, id: string, span: Span) => {
    if (event.button !== 0 || event.pointerType === 'touch' || !body.current) return;
    const area = body.current.getBoundingClientRect();
    const start = { x: event.clientX, y: event.clientY };
    const length = span.to - span.from;
    let last: Span | null = null;
    const place = (x: number, y: number): Span => {
      const column = Math.floor(((x - area.left) / area.width) * days.length);
      const day = days[Math.max(0, Math.min(column, days.length - 1))] ?? span.day;
      const from = snapped(span.from + (y - start.y) / perMinute, length, hours);
      return { day, from, to: from + length };
    };
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      if (!last && Math.hypot(clientX - start.x, clientY - start.y) < slack) return;
      last = place(clientX, clientY);
      setDragged({ id, span: last });
    };
    const stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
      setDragged(null);
      if (!last) return;
      justDropped.current = true;
      setTimeout(() => (justDropped.current = false));
      if (last.day !== span.day || last.from !== span.from) onDrop(id, last);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
  };
  return { dragged, begin, wasDrag: () => justDropped.current };
}
