/** One polite live region for changes of state, and short notes at the bottom of the screen. */
import { signal } from '../signals.ts';

export interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}
export const toast = signal<Toast | undefined>(undefined);
export const spoken = signal('');
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  spoken.value = text;
}

/** Shown for five seconds, the time in which it can be taken back. */
export function showToast(text: string, action?: Toast['action']): void {
  toast.value = { text, ...(action && { action }) };
  announce(text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.value = undefined;
  }, 5000);
}
