/** One tab stop for a whole table: arrows move, Space selects, Shift+arrows a range, Ctrl A all that is shown, Ctrl C copies, Enter opens. */
import { type KeyboardEvent, useState } from 'react';

export interface TableKeyOptions {
  ids: readonly string[];
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  onOpen?: (id: string) => void;
  copy: () => void;
  /** Chooses all rows of a list of which only some are here. */
  all?: (all: boolean) => void;
}

export interface TableKeys {
  table: { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void };
  /** The row that Tab comes to. */
  current: string | null;
  focus: (id: string) => void;
  toggle: (id: string) => void;
}

function focusRow(table: HTMLElement, id: string): void {
  for (const row of table.querySelectorAll<HTMLElement>('[data-row-id]')) if (row.dataset.rowId === id) row.focus();
}

export function useTableKeys({ ids, selected = new Set(), onSelect, onOpen, copy, all }: TableKeyOptions): TableKeys {
  const [active, setActive] = useState<string | null>(null);
  const current = active && ids.includes(active) ? active : (ids[0] ?? null);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const move = (table: HTMLElement, step: number, extend: boolean) => {
    const at = Math.max(0, Math.min(ids.length - 1, ids.indexOf(current ?? '') + step));
    const id = ids[at];
    if (!id) return;
    if (extend && current) onSelect?.(new Set([...selected, current, id]));
    setActive(id);
    focusRow(table, id);
  };
  const chooseAll = all ? () => all(true) : onSelect && (() => onSelect(new Set(ids)));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = (event.target as HTMLElement).dataset.rowId !== undefined;
    const mod = event.ctrlKey || event.metaKey;
    if (event.nativeEvent.isComposing || (!onRow && !(mod && event.key === 'c'))) return;
    if (event.key === 'ArrowDown') move(event.currentTarget, 1, event.shiftKey);
    else if (event.key === 'ArrowUp') move(event.currentTarget, -1, event.shiftKey);
    else if (event.key === 'Home') move(event.currentTarget, -ids.length, false);
    else if (event.key === 'End') move(event.currentTarget, ids.length, false);
    else if (event.key === ' ' && onSelect && current) toggle(current);
    else if (event.key === 'Enter' && current && onOpen) onOpen(current);
    else if (mod && event.key === 'a' && chooseAll) chooseAll();
    else if (mod && event.key === 'c' && !getSelection()?.toString()) copy();
    else return;
    event.preventDefault();
  };
  return {
    table: { onKeyDown },
    current,
    focus: setActive,
    toggle,
  };
}
