import fc from 'fast-check';
import { committeeSeats } from '#contracts/enums';
import { addDays } from '#i18n';
import { planCaretakers, type Seat, type Span } from './plan-caretakers.ts';

const TODAY = '2026-11-24';
const day = (n: number): string => addDays(TODAY, n);
const seat = (personId: string, kind: Seat['seat'], from: number, to: number | null = null): Seat => ({
  id: personId,
  personId,
  seat: kind,
  from: day(from),
  to: to === null ? null : day(to),
});

describe('the caretaker of a focal post', () => {
  it('is the head from the day on which nobody holds it', () => {
    const held = [{ from: day(-300), to: day(7) }];
    const seats = [seat('Hòa', 'member', -300), seat('Sơn', 'head', -300)];
    expect(planCaretakers(held, seats, TODAY)).toEqual([{ personId: 'Sơn', from: day(7), to: null }]);
  });

  it('ends when somebody holds it again, and comes to the next seat when the head leaves', () => {
    const held = [
      { from: day(-300), to: day(-3) },
      { from: day(30), to: null },
    ];
    const seats = [seat('Sơn', 'head', -300, 10), seat('Tuấn', 'deputy_head', -300)];
    expect(planCaretakers(held, seats, TODAY)).toEqual([
      { personId: 'Sơn', from: TODAY, to: day(10) },
      { personId: 'Tuấn', from: day(10), to: day(30) },
    ]);
  });

  it('is nobody where there never was a focal officer, or where there is no committee', () => {
    expect(planCaretakers([], [seat('Sơn', 'head', -300)], TODAY)).toEqual([]);
    expect(planCaretakers([{ from: day(-9), to: day(0) }], [], TODAY)).toEqual([]);
  });

  const span = fc
    .tuple(fc.integer({ min: -60, max: 60 }), fc.option(fc.integer({ min: 1, max: 60 }), { freq: 2 }))
    .map(([from, length]): Span => ({ from: day(from), to: length === null ? null : day(from + length) }));
  const seats = fc.array(
    fc
      .record({ span, personId: fc.constantFrom('a', 'b', 'c', 'd'), seat: fc.constantFrom(...committeeSeats, null) })
      .map(
        ({ span: { from, to }, personId, seat: kind }): Seat => ({
          id: `${personId}${from}${kind}`,
          personId,
          seat: kind,
          from,
          to,
        }),
      ),
    { maxLength: 6 },
  );

  it('leaves no day without anybody while the committee has somebody, whatever was given and ended', () => {
    const has = <S extends Span>(spans: readonly S[], at: string): S[] =>
      spans.filter(({ from, to }) => from <= at && (to === null || at < to));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), seats, (held, committee) => {
        const plan = planCaretakers(held, committee, TODAY);
        const first = held.map(({ from }) => from).sort()[0] ?? TODAY;
        for (let n = 0; n <= 122; n++) {
          const [at, care] = [day(n), has(plan, day(n))];
          const needed = at >= first && has(held, at).length === 0 && has(committee, at).length > 0;
          expect(care).toHaveLength(needed ? 1 : 0);
          // Whoever looks after it is in the committee on that very day.
          for (const { personId } of care) expect(has(committee, at).map((one) => one.personId)).toContain(personId);
        }
      }),
      { numRuns: 60 },
    );
  });
});
