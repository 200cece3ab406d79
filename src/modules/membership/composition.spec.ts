import fc from 'fast-check';
import { affiliations, teamRoles } from '#contracts/enums';
import { gapsOf, type Rule, ruleStates, type Seat } from './composition.ts';
import { knownFor } from './people/teams/team.presenter.ts';

const rule = (over: Partial<Rule>): Rule => ({
  code: 'r',
  kind: 'min_members',
  min: 3,
  max: null,
  role: null,
  affiliation: null,
  citation: 'mục 1',
  ...over,
});
const seat = (personId: string, over: Partial<Seat> = {}): Seat => ({
  personId,
  fullName: `Người ${personId}`,
  position: null,
  role: 'member',
  affiliation: 'other',
  ...over,
});

const guidance = [
  rule({ code: 'team.min' }),
  rule({ code: 'team.leader', kind: 'role_count', role: 'leader', min: 1, max: 1 }),
  rule({ code: 'team.deputy', kind: 'role_count', role: 'deputy', min: 1 }),
  rule({ code: 'team.youth', kind: 'affiliation', affiliation: 'youth_union', min: 1 }),
];

describe('the composition of a team', () => {
  it('is whole with a leader, a deputy, the Youth Union and three people', () => {
    const seats = [
      seat('a', { role: 'leader' }),
      seat('b', { role: 'deputy' }),
      seat('c', { affiliation: 'youth_union' }),
    ];
    expect(gapsOf(guidance, seats)).toEqual([]);
    expect(ruleStates(guidance, seats).every(({ met }) => met)).toBe(true);
  });

  it('says how many are missing and by which rule', () => {
    const gaps = gapsOf(guidance, [
      seat('a', { role: 'leader', affiliation: 'youth_union' }),
      seat('b', { role: 'deputy' }),
    ]);
    expect(gaps).toEqual([expect.objectContaining({ rule: 'team.min', have: 2, need: 3, citation: 'mục 1' })]);
  });

  it('proposes a member as deputy, and deputies before members as leader', () => {
    const seats = [seat('a'), seat('b', { role: 'deputy' }), seat('c')];
    const fits = (code: string, of: Seat[]) =>
      gapsOf(guidance, of)
        .find((gap) => gap.rule === code)
        ?.fits.map(({ id }) => id);
    expect(fits('team.leader', seats)).toEqual(['b', 'a', 'c']);
    expect(fits('team.deputy', [seat('a', { role: 'leader' }), seat('c')])).toEqual(['c']);
  });

  it('proposes for an affiliation only people who have it and are not in the team', () => {
    const known = [seat('x'), seat('y', { affiliation: 'youth_union' }), seat('a', { affiliation: 'youth_union' })];
    const gap = gapsOf(guidance, [seat('a'), seat('b')], known).find(({ rule: code }) => code === 'team.youth');
    expect(gap?.fits.map(({ id }) => id)).toEqual(['y']);
  });

  it('offers nobody who leads another hamlet, save to its own team and to a committee', () => {
    const row = (personId: string, teamId: string | null, more: object = {}) => ({
      communeId: 'c',
      personId,
      fullName: personId,
      position: null,
      role: 'member',
      teamId,
      former: false,
      affiliation: 'other' as const,
      ...more,
    });
    const head = { affiliation: 'hamlet_head' as const };
    const rows = [
      row('other head', 'two', head),
      row('other head', null),
      row('member', 'two'),
      row('own head', 'one', { ...head, former: true }),
      row('was head', 'two', { ...head, former: true }),
      row('was head', 'three'),
    ];
    const ids = (teamId: string | null) =>
      knownFor(teamId, rows)
        .map(({ personId }) => personId)
        .sort();
    expect(ids('one')).toEqual(['member', 'own head', 'was head']);
    expect(ids(null)).toContain('other head');
  });

  it('keeps a team with too many of a role unmet without calling it a gap', () => {
    const seats = [seat('a', { role: 'leader' }), seat('b', { role: 'leader' })];
    expect(ruleStates([guidance[1] as Rule], seats)[0]).toMatchObject({ have: 2, met: false });
    expect(gapsOf([guidance[1] as Rule], seats)).toEqual([]);
  });
});

const anySeat = fc.record({
  personId: fc.stringMatching(/^[a-j]$/),
  fullName: fc.constant('Người'),
  position: fc.constant(null),
  role: fc.constantFrom(...teamRoles),
  affiliation: fc.constantFrom(...affiliations),
});
const anyRule = fc.record({
  code: fc.string(),
  kind: fc.constantFrom('min_members' as const, 'role_count' as const, 'affiliation' as const),
  min: fc.nat(5),
  max: fc.constant(null),
  role: fc.constantFrom(...teamRoles),
  affiliation: fc.constantFrom(...affiliations),
  citation: fc.constant(''),
});

describe('any composition', () => {
  it('has a gap exactly for each rule that is short, and the gap says how short', () => {
    fc.assert(
      fc.property(fc.array(anyRule), fc.array(anySeat), fc.array(anySeat), (rules, seats, known) => {
        const states = ruleStates(rules, seats);
        const gaps = gapsOf(rules, seats, known);
        expect(gaps).toHaveLength(states.filter(({ met }) => !met).length);
        for (const gap of gaps) expect(gap.have).toBeLessThan(gap.need);
      }),
    );
  });

  it('never loses a rule by adding a person', () => {
    fc.assert(
      fc.property(fc.array(anyRule), fc.array(anySeat), anySeat, (rules, seats, extra) => {
        const before = ruleStates(rules, seats);
        const after = ruleStates(rules, [...seats, extra]);
        before.forEach((state, i) => expect(after[i]?.have).toBeGreaterThanOrEqual(state.have));
      }),
    );
  });

  it('never proposes for a missing person somebody who is in the team', () => {
    fc.assert(
      fc.property(fc.array(anySeat), fc.array(anySeat), (seats, known) => {
        const inside = new Set(seats.map(({ personId }) => personId));
        for (const gap of gapsOf([rule({ min: 20 })], seats, known))
          for (const { id } of gap.fits) expect(inside.has(id)).toBe(false);
      }),
    );
  });
});
