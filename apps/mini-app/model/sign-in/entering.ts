/** Where signing in by the host's own proof stands. The work itself is in enter.ts, which only hosts load. */
import { signal } from '../signals.ts';
import type { ApiError } from '#client';
import { hosted } from '../device/host.ts';
import { read } from '../local.ts';
import { session } from './session.ts';

export interface LinkTicket {
  ticket: string;
  space: string;
  /** An officer has been asked and has not decided. */
  waiting: boolean;
  expiresAt: string;
}

export type Entering =
  | { is: 'signing' }
  /** The account is proven, but nobody of ours is tied to it. */
  | ({ is: 'link' } & LinkTicket)
  /** This launch is used up or too old: the app has to be opened again. */
  | { is: 'stale' }
  /** The server does not take this host's proof: only invites sign in. */
  | { is: 'off' }
  /** The account is known and may not come in now; the error's code says why. */
  | { is: 'refused'; error: ApiError }
  /** Signed out by hand here: not undone by itself. */
  | { is: 'left' }
  | { is: 'failed'; code: string };

export const entering = signal<Entering>(
  hosted && !session.value && read('left') ? { is: 'left' } : { is: hosted ? 'signing' : 'off' },
);
