/** Begins a session on this phone; the screens and hosts that sign people in bring it. */
import type { Me } from '#client';
import { launch } from '../device/host.ts';
import { forget, read, write } from '../local.ts';
import { type StoredSession, forgetSession, keepMe, session } from './session.ts';

export function signIn(newToken: string, who: Me): void {
  const account = launch.account;
  if (read<StoredSession>('session')?.personId !== who.person.id)
    for (const start of ['team', 'snapshot']) forget(start);
  session.value = { token: newToken, personId: who.person.id, ...(account && { account }) };
  write('session', session.value);
  write('left', undefined);
  write('over', undefined);
  keepMe(who);
}

/** Zalo tells its account late: a session of another account on this phone is not this person's. */
export function bindSession(account: string): void {
  const now = session.value;
  if (!now || now.account === account) return;
  if (now.account) return forgetSession();
  session.value = { ...now, account };
  write('session', session.value);
}
