import fc from 'fast-check';
import { taskStates } from '#contracts/tasks/task-states';
import { grouped } from '#contracts/grouped';
import { standOf, totalOf } from './sums.ts';

const part = fc
  .record({
    commune: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom(...taskStates),
    teams: fc.nat(500),
    target: fc.nat(9_999),
    confirmed: fc.nat(999),
    open: fc.nat(999),
  })
  .map((row) => ({ ...row, reported: row.confirmed + row.open }));
const parts = fc.array(part, { maxLength: 60 });

it('makes the whole equal the sum of its communes, in every figure', () => {
  fc.assert(
    fc.property(parts, (rows) => {
      const whole = totalOf(rows);
      const communes = [...grouped(rows, (row) => row.commune).values()].map(totalOf);
      const added = (pick: (total: typeof whole) => number) => communes.reduce((sum, total) => sum + pick(total), 0);
      expect(added((total) => total.teams)).toBe(whole.teams);
      for (const figure of ['target', 'reported', 'confirmed', 'waiting'] as const)
        expect(added((total) => total.figures[figure])).toBe(whole.figures[figure]);
      for (const state of taskStates) expect(added((total) => total.states[state])).toBe(whole.states[state]);
    }),
  );
});

it('splits what is reported into confirmed, waiting and still with the team', () => {
  fc.assert(
    fc.property(parts, (rows) => {
      const { figures } = totalOf(rows);
      return figures.confirmed + figures.waiting <= figures.reported;
    }),
  );
});

it('counts every team of a commune in exactly one column, cancelled ones apart', () => {
  fc.assert(
    fc.property(parts, (rows) => {
      const total = totalOf(rows);
      const { teams, accepted, declined, unanswered, submitted, confirmed } = standOf(total);
      return accepted + declined + unanswered + submitted + confirmed + total.states.cancelled === teams;
    }),
  );
});
