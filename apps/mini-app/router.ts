/** Hash routes: they work under any path, inside Zalo and Telegram, and offline. */
import { signal } from './model/signals.ts';
// A host writes its launch data into the hash: it has to be out before the first route is read.
import './model/device/host.ts';

/** What cannot be read, such as a link cut short in a message, leads home. */
function parse(): string[] {
  try {
    return (location.hash.replace(/^#\/?/, '').split('?')[0] ?? '').split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
export const route = signal<string[]>(parse());

/**
 * How many screens of ours lie under this one. Each entry of the browser's history knows its own place, so that the phone's
 * back and the bar's agree, whichever was used before.
 */
let at: number = history.state?.at ?? 0;
let moved = false;
history.replaceState({ at }, '');

addEventListener('hashchange', () => {
  const known: number | undefined = history.state?.at;
  if (known === undefined) history.replaceState({ at: ++at }, '');
  else at = known;
  moved = true;
  route.value = parse();
});

export const href = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export function go(...parts: string[]): void {
  location.hash = href(...parts);
}

/** Replaces the current entry, so that "back" does not return to a finished form. */
export function goInstead(...parts: string[]): void {
  history.replaceState({ at }, '', href(...parts));
  route.value = parts;
}

/** After an act: its screen stands above the list, so that every way back leads home and not to the empty form. */
export function goDone(...parts: string[]): void {
  at = 0;
  history.replaceState({ at }, '', href());
  go(...parts);
}

/** Whether another screen stood here before this one; not so after a reload or a message's link. */
export const cameFromHere = (): boolean => moved;

/** Back inside the app; a screen opened from a message goes to the list instead of leaving. */
export function goBack(...fallback: string[]): void {
  if (at > 0) history.back();
  else goInstead(...fallback);
}
