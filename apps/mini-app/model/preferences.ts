/** Which messages come, and by which ways: known from the last visit, then from the server. */
import { computed, signal } from './signals.ts';
import { type Preferences, take } from '#client';
import { api } from './api.ts';
import { read, write } from './local.ts';
import { session } from './sign-in/session.ts';

export const preferences = signal<Preferences | undefined>(session.value && read('snapshot.preferences'));

session.subscribe((now) => {
  if (!now) preferences.value = undefined;
});

/** The external channel that would carry a message now; the inbox is always there. */
export const routeNow = computed(() => preferences.value?.routes?.find((route) => route.on && route.works)?.channel);

export function keepPreferences(next: Preferences): void {
  preferences.value = next;
  write('snapshot.preferences', next);
}

export async function loadPreferences(): Promise<void> {
  await take(api.GET('/me/preferences')).then(keepPreferences, () => {});
}
