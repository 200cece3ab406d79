import { bindsByItself, isLooser } from './rule-strictness.ts';

const second = (above: number, isNeeded = true, measure: 'teams' | 'people' = 'teams') =>
  ({ kind: 'secondApproval', isNeeded, measure, above }) as const;
const head = (isNeeded: boolean) => ({ kind: 'reportApproval', isNeeded }) as const;
const sampling = (below: number, oneIn: number) => ({ kind: 'sampling', below, oneIn }) as const;
const team = (members: number, affiliations: ('youth_union' | 'women_union')[] = []) =>
  ({ kind: 'composition', members, deputies: 1, affiliations }) as const;
const days = (n: number) => ({ kind: 'difficulty', days: n }) as const;

it.each([
  ['not needed beside needed', second(2, false), second(2), true],
  ['above more', second(3), second(2), true],
  ['above fewer', second(1), second(2), false],
  ['by people beside by teams', second(1, true, 'people'), second(2), true],
  ['needed beside not needed', second(9), second(2, false), false],
  ['no head beside a head', head(false), head(true), true],
  ['a head beside none', head(true), head(false), false],
  ['larger results unseen', sampling(20, 5), sampling(10, 5), true],
  ['fewer looked at', sampling(10, 6), sampling(10, 5), true],
  ['smaller and more', sampling(5, 2), sampling(10, 5), false],
  ['fewer in a team', team(2), team(3), true],
  ['one association left out', team(3), team(3, ['youth_union']), true],
  ['more days', days(5), days(3), true],
  ['fewer days', days(2), days(3), false],
  ['two kinds', days(5), head(true), false],
])('%s', (_, next, than, is) => {
  expect(isLooser(next, than)).toBe(is);
});

it('knows what stops something by itself', () => {
  expect([second(2), second(2, false), head(true), sampling(3, 3), days(2)].map((one) => bindsByItself(one))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});
