/** Light or dark and the size of letters; the page's head applies the same before the first paint. */
import { signal } from '@preact/signals';
import { read, write } from './local.ts';

export type Theme = 'auto' | 'light' | 'dark';
export interface Look {
  theme: Theme;
  large: boolean;
}

export const look = signal<Look>({ theme: 'auto', large: false, ...read<Partial<Look>>('look') });
const darkPhone = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

export function setLook(change: Partial<Look>): void {
  look.value = { ...look.value, ...change };
  write('look', look.value);
  applyLook();
}

export function applyLook(): void {
  const { theme, large } = look.value;
  const dark = theme === 'dark' || (theme === 'auto' && darkPhone?.matches === true);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.text = large ? 'large' : 'normal';
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', dark ? '#17212b' : '#0b5cad');
}
darkPhone?.addEventListener?.('change', applyLook);
