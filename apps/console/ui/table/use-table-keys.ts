/** One tab stop for a whole table: arrows move, up from the first row to the heads, which Enter sorts by, Space selects, Shift+arrows a range, Ctrl A all that is shown, Ctrl C copies, Enter opens. */
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

/** Among the heads, and down to the rows. @returns false for a key that is none of theirs */
function moveInHead(table: HTMLElement, key: string, current: string | null): boolean {
  const heads = [...table.querySelectorAll<HTMLElement>('.dt-sort')];
  const at = heads.findIndex((head) => head === document.activeElement);
  if (at < 0) return false;
  if (key === 'ArrowDown' && current) focusRow(table, current);
  else if (key === 'ArrowRight' || key === 'ArrowLeft') heads[at + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  else return false;
  return true;
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
  /** By the key, with Ctrl or without. */
  const actOf = (event: KeyboardEvent<HTMLElement>, mod: boolean): (() => void) | undefined => {
    const { currentTarget: table, key, shiftKey } = event;
    if (mod) return key === 'a' ? chooseAll : key === 'c' && !getSelection()?.toString() ? copy : undefined;
    const heads = () => table.querySelector<HTMLElement>('.dt-sort')?.focus();
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(table, 1, shiftKey),
      ArrowUp: () => (current === ids[0] && !shiftKey ? heads() : move(table, -1, shiftKey)),
      Home: () => move(table, -ids.length, false),
      End: () => move(table, ids.length, false),
      ' ': onSelect && current ? () => toggle(current) : undefined,
      Enter: onOpen && current ? () => onOpen(current) : undefined,
    };
    return acts[key];
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const onRow = (event.target as HTMLElement).dataset.rowId !== undefined;
    const mod = event.ctrlKey || event.metaKey;
    if (moveInHead(event.currentTarget, event.key, current)) return event.preventDefault();
    const act = onRow || (mod && event.key === 'c') ? actOf(event, mod) : undefined;
    if (!act) return;
    act();
    event.preventDefault();
  };
  return {
    table: { onKeyDown },
    current,
    focus: setActive,
    toggle,
  };
}
