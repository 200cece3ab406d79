/** The keys of the table of hamlets: one tab stop, a digit chooses and goes down, Shift takes several rows together. */
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type Division, isPlaceable, type Place, type Places, placesOf, type Row, since } from './divide-places.ts';
import type { Edit } from '../lines/use-lines.ts';

const UNDONE = 100;
const none: Places = new Map();

/**
 * What was chosen lies upon what is written, with what it was before each press. What was sent stays until the rows have
 * been read again; what was chosen since stays on.
 */
export function usePlaces(division: Division) {
  const [chosen, setChosen] = useState<Places>(none);
  const [before, setBefore] = useState<readonly Places[]>([]);
  const [saved, setSaved] = useState<{ of: Division; edits: readonly Edit[] } | null>(null);
  if (saved && saved.of !== division) {
    setSaved(null);
    setBefore([]);
    setChosen(since(saved.edits, chosen));
  }
  const set = (changes: readonly (readonly [string, Place])[]) => {
    if (changes.length === 0) return;
    setBefore((now) => [...now, chosen].slice(-UNDONE));
    setChosen(new Map([...chosen, ...changes]));
  };
  const undo = () => {
    const last = before.at(-1);
    if (!last) return;
    setChosen(last);
    setBefore(before.slice(0, -1));
  };
  const places: Places = new Map([...placesOf(division), ...chosen]);
  return { places, set, undo, written: (edits: readonly Edit[]) => setSaved({ of: division, edits }) };
}

export interface Marked {
  /** The row of the tab stop. */
  at: number;
  /** Where the range began that Shift takes; the row itself where there is none. */
  from: number;
}

interface KeysOptions {
  rows: readonly Row[];
  heirs: number;
  place: (rows: readonly Row[], heir: number | null) => void;
  undo: () => void;
  open: (row: Row) => void;
  paste: (text: string, from: number) => void;
}

export function useDivideKeys({ rows, heirs, place, undo, open, paste }: KeysOptions) {
  const [{ at, from }, mark] = useState<Marked>({ at: 0, from: 0 });
  const table = useRef<HTMLTableElement>(null);
  const last = rows.length - 1;
  const go = (to: number, start = to) => {
    const next = Math.max(0, Math.min(last, to));
    mark({ at: next, from: Math.max(0, Math.min(last, start)) });
    const row = table.current?.querySelector(`tr[data-row="${next}"]`);
    row?.querySelector<HTMLElement>('input:not(:disabled), [data-stop]')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (heir: number | null) => {
    const [first, end] = [Math.min(at, from), Math.max(at, from)];
    place(rows.slice(first, end + 1).filter(isPlaceable), heir);
    go(end + 1);
  };
  const press = (event: KeyboardEvent<HTMLTableElement>): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const row = rows[at];
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return (undo(), true);
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const to = at + (key === 'ArrowDown' ? 1 : -1);
      go(to, shiftKey ? from : to);
      return true;
    }
    if (/^[0-9]$/.test(key) && Number(key) <= heirs) return (choose(key === '0' ? null : Number(key) - 1), true);
    if (row && (key === 'd' || key === 'D' || key === 'Enter')) return (open(row), true);
    return false;
  };
  return {
    table,
    at: Math.min(at, Math.max(0, last)),
    isMarked: (index: number) => at !== from && index >= Math.min(at, from) && index <= Math.max(at, from),
    /** A click or a focus is where the keys go on from. */
    stop: (index: number) => index !== at && mark({ at: index, from: index }),
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      // A list that is open in the row has its own keys.
      if (event.defaultPrevented || (event.target as HTMLElement).getAttribute('aria-expanded') === 'true') return;
      if (press(event)) event.preventDefault();
    },
    onPaste: (event: ClipboardEvent<HTMLTableElement>) => {
      event.preventDefault();
      paste(event.clipboardData.getData('text'), at);
    },
  };
}
