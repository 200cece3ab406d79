/** What a post may do from anywhere on the page: open a session, write a plan, move one. Absent without the right. */
import { createContext, useContext } from 'react';
import type { PlainDate } from '#i18n';
import type { Span } from './hours.ts';
import type { SessionRow } from './looks.ts';

export interface Seed {
  day?: PlainDate;
  from?: number;
  to?: number;
  communeId?: string;
  teamIds?: string[];
}

export interface Acts {
  open: (sessionId: string, tab?: string) => void;
  propose?: (seed: Seed) => void;
  change?: (sessionId: string) => void;
  /** With a span when it was dragged there; without, the day is typed. */
  move?: (session: SessionRow, to?: Span) => void;
}

const Context = createContext<Acts>({ open: () => undefined });
export const ActsProvider = Context.Provider;
export const useActs = (): Acts => useContext(Context);
