/** What a form that is asked, and an answer to it, can be. Persisted data. Free of zod: screens read it too. */
import type { ReportState } from './report-states.ts';

/** `open`: nothing was sent, or not yet; `returned`: some answers were given back. */
export const sheetStates = ['open', 'sent', 'returned'] as const;
export type SheetState = (typeof sheetStates)[number];

/** How the one definition of standing names them. */
export const owedState: Record<SheetState, ReportState> = { open: 'draft', sent: 'submitted', returned: 'returned' };

export const roundStates = ['running', 'closed', 'recalled'] as const;
export type RoundState = (typeof roundStates)[number];

/** Days after the due day on which answers are still taken, marked as late. */
export const USUAL_GRACE_DAYS = 3;
export const MOST_GRACE_DAYS = 31;

export function roundState(round: { recalledAt: Date | null; closesOn: string }, today: string): RoundState {
  if (round.recalledAt !== null) return 'recalled';
  return round.closesOn < today ? 'closed' : 'running';
}
