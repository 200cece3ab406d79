/** Why this phone was signed out: the server tells it to the session that is over, and the phone keeps the answer. */
import { type Me, ours } from '#client';
import { apiBase } from '../api.ts';
import { read, write } from '../local.ts';
import { signIn } from './sign-in.ts';

export interface WhyOut {
  why: 'lost' | 'signed_out' | 'changed' | 'expired' | 'left';
  at: string;
  by?: string;
  role?: string;
}

/** What was told before, on this phone. */
export const knownWhy = (): WhyOut | undefined => {
  const kept = read<string | WhyOut>('over');
  return typeof kept === 'object' ? kept : undefined;
};

export async function askWhyOut(): Promise<WhyOut | undefined> {
  const token = read<string | WhyOut>('over');
  if (typeof token !== 'string') return token;
  try {
    const answer = ours(await fetch(`${apiBase}/me`, { headers: { authorization: `Bearer ${token}` } }));
    const body = (await answer.json()) as Me & { details?: { params?: WhyOut }[] };
    // Some network on the way had said so, not the server.
    if (answer.ok) signIn(token, body);
    const found = answer.status === 401 ? body.details?.[0]?.params : undefined;
    if (found?.why) write('over', found);
    return found?.why ? found : undefined;
  } catch {
    return undefined;
  }
}
