import { type Preferences, type PreferencesInput, take } from '#client';
import { api } from './api.ts';
import { keepPreferences, preferences } from './preferences.ts';

/** Shown at once; put back when the server did not take it. @throws ApiError */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const before = preferences.value;
  if (!before) return;
  const next = { ...before, ...change };
  preferences.value = next;
  const body: PreferencesInput = {
    muted: next.muted,
    quietFrom: next.quietFrom,
    quietTo: next.quietTo,
    emailOn: next.email.on,
    ...(change.routes && {
      offChannels: next.routes.filter(({ channel, on }) => !on && channel !== 'email').map(({ channel }) => channel),
    }),
  };
  try {
    keepPreferences(await take(api.PUT('/me/preferences', { body })));
  } catch (error) {
    preferences.value = before;
    throw error;
  }
}

/** E-mail has a switch of its own on the server. */
export function switchRoute(channel: string, on: boolean): Promise<void> {
  const now = preferences.value;
  if (!now) return Promise.resolve();
  const routes = now.routes.map((route) => (route.channel === channel ? { ...route, on } : route));
  return savePreferences(channel === 'email' ? { routes, email: { ...now.email, on } } : { routes });
}
