import { funnelOf, deliveryState, type TeamDelivery } from './delivery-state.ts';

const issued = new Date('2026-11-20T01:00:00Z');
const reached = new Date('2026-11-20T02:00:00Z');
const seen = new Date('2026-11-20T03:00:00Z');
const team = (part: Partial<TeamDelivery> = {}): TeamDelivery => ({
  state: 'assigned',
  stateSince: issued,
  reachedAt: null,
  seenAt: null,
  ...part,
});

describe('what a team has heard', () => {
  it('has three kinds of silence, each since its own time', () => {
    expect(deliveryState(team())).toEqual({ state: 'not_delivered', since: issued });
    expect(deliveryState(team({ reachedAt: reached }))).toEqual({ state: 'not_seen', since: reached });
    expect(deliveryState(team({ reachedAt: reached, seenAt: seen }))).toEqual({ state: 'not_answered', since: seen });
  });

  it.each([
    ['accepted', 'doing'],
    ['declined', 'declined'],
    ['submitted', 'submitted'],
    ['returned', 'returned'],
    ['confirmed', 'confirmed'],
    ['cancelled', 'cancelled'],
  ] as const)('shows the answer %s as %s', (state, shown) => {
    expect(deliveryState(team({ state, stateSince: seen }))).toEqual({ state: shown, since: seen });
  });

  it('counts whoever answered as reached and seen, also without a receipt', () => {
    const teams = [
      team(),
      team({ reachedAt: reached }),
      team({ reachedAt: reached, seenAt: seen }),
      team({ state: 'accepted' }),
      team({ state: 'declined' }),
      team({ state: 'confirmed' }),
    ];
    expect(funnelOf(teams)).toEqual({ issued: 6, reached: 5, seen: 4, accepted: 2, submitted: 1, confirmed: 1 });
  });
});
