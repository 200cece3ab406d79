import { coverageLevel, lookOf, type SessionRow, sumOf } from './looks.ts';

const session = (part: Partial<SessionRow>) => ({ state: 'published', taken: 0, waiting: 0, ...part }) as SessionRow;
const endsAt = '2022-06-24T09:30:00Z';
const before = Date.parse(endsAt) - 1;

describe('how a session looks', () => {
  it('tells what still waits for the commune from what stands', () => {
    expect(lookOf({ state: 'proposed', endsAt }, before)).toMatchObject({ tone: 'doing', dashed: true });
    expect(lookOf({ state: 'published', endsAt }, before)).toMatchObject({ tone: 'accepted' });
    expect(lookOf({ state: 'cancelled', endsAt }, before)).toMatchObject({ struck: true });
  });

  it('changes when its end has passed and nobody has closed its list', () => {
    expect(lookOf({ state: 'published', endsAt }, before + 1).word).toBe('train.state.over');
    expect(lookOf({ state: 'done', endsAt }, before + 1).word).toBe('train.state.done');
  });
});

describe('the colour of coverage', () => {
  it.each([
    [5, 5, 'all'],
    [6, 5, 'all'],
    [2, 4, 'half'],
    [3, 4, 'half'],
    [1, 3, 'few'],
    [0, 5, 'none'],
    [0, 0, null],
  ])('of %d of %d members is %p', (trained, members, level) => {
    expect(coverageLevel(trained, members)).toBe(level);
  });
});

it('sums what takes place: cancelled and refused sessions count for nothing', () => {
  const sessions = [
    session({ taken: 28 }),
    session({ state: 'proposed', taken: 23, waiting: 4 }),
    session({ state: 'cancelled', taken: 9, waiting: 9 }),
    session({ state: 'refused', taken: 9 }),
  ];
  expect(sumOf(sessions)).toEqual({ sessions: 2, taken: 51, waiting: 4 });
});
