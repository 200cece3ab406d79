import fc from 'fast-check';
import { type Asking, hasSeat, promoted, seats, type SeatRules } from './seating.ts';

const teams = ['a', 'b', 'c', 'd'] as const;
const rulesArbitrary = fc
  .record({ kept: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }), spare: fc.nat(8), isHeld: fc.boolean() })
  .map(({ kept, spare, isHeld }): SeatRules => {
    const byTeam = new Map(teams.map((team, i) => [team as string, kept[i] as number]));
    return { capacity: kept.reduce((a, b) => a + b, 0) + spare + 1, kept: byTeam, isHeld };
  });
const askingArbitrary = fc
  .array(fc.constantFrom<string | null>(...teams, null), { maxLength: 40 })
  .map((list) => list.map((teamId, i): Asking => ({ personId: String(i), teamId })));

function seatAll(rules: SeatRules, asking: readonly Asking[]) {
  const byTeam = new Map<string, number>();
  const seated: Asking[] = [];
  const waiting: Asking[] = [];
  for (const one of asking) {
    if (!hasSeat(rules, { total: seated.length, byTeam }, one.teamId)) waiting.push(one);
    else {
      seated.push(one);
      if (one.teamId) byTeam.set(one.teamId, (byTeam.get(one.teamId) ?? 0) + 1);
    }
  }
  return { seated, waiting, byTeam };
}

it('never seats more than there are seats, and never the same person twice', () => {
  fc.assert(
    fc.property(rulesArbitrary, askingArbitrary, (rules, asking) => {
      const { seated, waiting } = seatAll(rules, asking);
      expect(seated.length).toBeLessThanOrEqual(rules.capacity);
      expect(new Set([...seated, ...waiting].map(({ personId }) => personId)).size).toBe(asking.length);
    }),
  );
});

it('gives those who ask together what they get one after the other', () => {
  fc.assert(
    fc.property(rulesArbitrary, askingArbitrary, fc.nat(40), (rules, asking, before) => {
      const { seated, byTeam } = seatAll(rules, asking.slice(0, before));
      const together = asking.slice(before);
      const free = seats(rules, { total: seated.length, byTeam }, together);
      const alone = seatAll(rules, asking).seated.filter((one) => !seated.includes(one));
      expect(together.filter((_, i) => free[i])).toEqual(alone);
    }),
  );
});

it('while seats are kept, each team gets its own however late it asks', () => {
  fc.assert(
    fc.property(rulesArbitrary, askingArbitrary, fc.constantFrom(...teams), (rules, asking, late) => {
      const held = { ...rules, isHeld: true };
      const others = asking.filter(({ teamId }) => teamId !== late);
      const own = Array.from(
        { length: held.kept.get(late) ?? 0 },
        (_, i): Asking => ({ personId: `own${i}`, teamId: late }),
      );
      expect(seatAll(held, [...others, ...own]).waiting.filter(({ teamId }) => teamId === late)).toEqual([]);
    }),
  );
});

it('afterwards only a full session lets anybody wait, and whoever moves up asked before who does not', () => {
  fc.assert(
    fc.property(rulesArbitrary, askingArbitrary, fc.nat(5), (rules, asking, leaving) => {
      const { seated, waiting } = seatAll(rules, asking);
      const rest = seated.slice(leaving);
      const byTeam = new Map<string, number>();
      for (const { teamId } of rest) if (teamId) byTeam.set(teamId, (byTeam.get(teamId) ?? 0) + 1);
      const open = { ...rules, isHeld: false };
      const up = promoted(open, { total: rest.length, byTeam }, waiting);
      expect(up).toEqual(waiting.slice(0, up.length));
      expect(rest.length + up.length === rules.capacity || up.length === waiting.length).toBe(true);
    }),
  );
});
