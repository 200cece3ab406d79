import type { TeamDeliveryState } from '#contracts/enums';
import type { HeardSum } from './delivery-status.queries.ts';

export interface Funnel {
  issued: number;
  reached: number;
  seen: number;
  accepted: number;
  submitted: number;
  confirmed: number;
}

/** Whoever has not answered is reached when a message was; whoever has answered has also seen. */
const unanswered: readonly TeamDeliveryState[] = ['not_delivered', 'not_seen', 'not_answered', 'cancelled'];
const accepted: readonly TeamDeliveryState[] = ['doing', 'submitted', 'returned', 'confirmed'];
type Counted = Omit<HeardSum, 'communeId'>;

/** Every step counts who came at least so far. */
export function funnelOf(sums: readonly Counted[]): Funnel {
  const count = (of: (sum: Counted) => number): number => sums.reduce((total, sum) => total + of(sum), 0);
  const within = (states: readonly TeamDeliveryState[]) => (sum: Counted) =>
    states.includes(sum.shown) ? sum.teams : 0;
  return {
    issued: count(({ teams }) => teams),
    reached: count((sum) => (unanswered.includes(sum.shown) ? sum.reached : sum.teams)),
    seen: count((sum) => (unanswered.includes(sum.shown) ? sum.seen : sum.teams)),
    accepted: count(within(accepted)),
    submitted: count(within(['submitted', 'confirmed'])),
    confirmed: count(within(['confirmed'])),
  };
}
