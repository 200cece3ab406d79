/** What this phone has done and keeps, as the screens show it; queue.ts fills it. */
import { computed, signal } from '@preact/signals';
import type { Command } from '#client';
import { read } from '../local.ts';

export const commands = signal<readonly Command[]>([]);

/** Quiet commands are kept and sent like the others, but are nobody's work and are not counted or listed. */
export const isQuiet = (kind: string): boolean => kind === 'seen' || kind === 'seal';
export const worthShowing = computed(() => commands.value.filter((item) => !isQuiet(item.kind)));
export const unsent = computed(() =>
  worthShowing.value.filter((item) => item.state === 'saved' || item.state === 'sending'),
);
export const refused = computed(() => worthShowing.value.filter((item) => item.state === 'refused'));
export const commandById = (id: string): Command | undefined => commands.value.find((item) => item.id === id);

export const leftUnsent = (): boolean => read<boolean>('unsent') === true;
