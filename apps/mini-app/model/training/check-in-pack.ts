/** What a trainer's phone keeps of a session so that check-in works without network: the secret and the people invited. */
import { signal } from '../signals.ts';
import { ApiError, type CheckInPack, take } from '#client';
import { api } from '../api.ts';
import { now } from '../clock.ts';
import { read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';
import { failureCode } from '../tasks.ts';

export interface KeptPack {
  /** When it came, by this phone's clock. */
  at: number;
  pack: CheckInPack;
}

const KEPT = 'snapshot.packs';
/** A pack is of no use to anybody so long after its end; the list of who was there is the server's then. */
const FORGET_MS = 24 * 3_600_000;

export const packs = signal<Record<string, KeptPack>>(read(KEPT) ?? {});
session.subscribe((who) => {
  if (!who) packs.value = {};
});

export type PackFailure = 'noRight' | 'notOpen' | { code: string };

/** Undefined when it came; else why not. What is kept stands in any case, except where the right is gone. */
export async function loadPack(sessionId: string): Promise<PackFailure | undefined> {
  try {
    const pack = await take(api.GET('/training/sessions/{sessionId}/door', { params: { path: { sessionId } } }));
    keep({ ...packs.value, [sessionId]: { at: Date.now(), pack } });
    return undefined;
  } catch (error) {
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 403 || status === 404) {
      const { [sessionId]: _gone, ...others } = packs.value;
      keep(others);
      return 'noRight';
    }
    return status === 409 ? 'notOpen' : { code: failureCode(error) };
  }
}

function keep(all: Record<string, KeptPack>): void {
  const fresh = Object.entries(all).filter(([, { pack }]) => Date.parse(pack.until) + FORGET_MS > now());
  packs.value = Object.fromEntries(fresh);
  write(KEPT, packs.value);
}

export async function keepPackForLater(sessionId: string): Promise<void> {
  await loadPack(sessionId);
}
