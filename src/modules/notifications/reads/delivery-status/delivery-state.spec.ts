import type { TeamDeliveryState } from '#contracts/enums';
import { funnelOf } from './delivery-state.ts';

const sum = (shown: TeamDeliveryState, teams: number, reached = 0, seen = 0) => ({ shown, teams, reached, seen });

it('counts whoever answered as reached and seen, also without a receipt', () => {
  const sums = [
    sum('not_delivered', 1),
    sum('not_seen', 1, 1),
    sum('not_answered', 1, 1, 1),
    sum('doing', 1),
    sum('declined', 1),
    sum('confirmed', 1),
  ];
  expect(funnelOf(sums)).toEqual({ issued: 6, reached: 5, seen: 4, accepted: 2, submitted: 1, confirmed: 1 });
});

it('counts a recalled order as far as it came', () => {
  expect(funnelOf([sum('cancelled', 3, 2, 1)])).toEqual({
    issued: 3,
    reached: 2,
    seen: 1,
    accepted: 0,
    submitted: 0,
    confirmed: 0,
  });
});
