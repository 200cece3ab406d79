/** The ticked products of a form: kept with its draft. */
import type { ProgressEntry, TaskDetail } from '#client';
import { commands } from '../../model/queue/kept-commands.ts';
import { listOf, namedOf, namesProducts, type Tick, type Ticks } from './ticked.ts';

interface Kept {
  value: { ticks?: Record<string, Tick> };
  change: (part: { ticks: Record<string, Tick> }) => void;
}

export function useTicks(task: TaskDetail, wrong: ProgressEntry | undefined, draft: Kept) {
  const ticks: Ticks = draft.value.ticks ?? {};
  const byName = namesProducts(task);
  const listing = listOf(task, wrong?.id, commands.value);
  const tick = (productId: string, now: Tick | undefined) => {
    const { [productId]: _, ...others } = ticks;
    draft.change({ ticks: now ? { ...others, [productId]: now } : others });
  };
  return { byName, listing, ticks, tick, named: byName ? namedOf(listing, ticks) : [] };
}
