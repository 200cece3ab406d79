import { type Facts, nextStep, type StepId, stateOf, stepIds } from './start-facts.ts';

const commune = (lacks: 'focal' | 'entry' | 'roster' | 'none', teams = 0) => ({
  unit: { id: lacks, kind: 'commune' as const, name: 'Pù Nhi', fullName: 'Xã Pù Nhi' },
  lacks,
  teams,
  hasOffice: true,
});
const facts = (change: Partial<Facts['readiness']> = {}, more: Partial<Facts> = {}): Facts => ({
  readiness: {
    hamlets: 0,
    directives: 0,
    communes: [],
    counts: { focal: 0, entry: 0, roster: 0, none: 0 },
    withoutOffice: 0,
    readyTeams: 0,
    ...change,
  },
  posts: { all: 1, vacant: 0, never: 0 },
  channels: [],
  hasOrder: false,
  lacksFactorRule: false,
  ...more,
});
const none: ReadonlySet<StepId> = new Set();
const states = (given: Facts, putOff = none) => stepIds.map((id) => stateOf(given, id, putOff)).join(' ');

describe('the first days', () => {
  it('begin with the units, and nothing else can', () => {
    expect(states(facts())).toBe('todo blocked blocked blocked blocked blocked blocked');
    expect(nextStep(facts(), none)).toBe('units');
  });

  it('ask for what keeps every commune from its first order', () => {
    const given = facts(
      { communes: [commune('focal'), commune('roster')], counts: { focal: 1, entry: 0, roster: 1, none: 0 } },
      { posts: { all: 3, vacant: 1, never: 0 } },
    );
    expect(states(given)).toBe('done done todo todo todo todo todo');
    expect(nextStep(given, none)).toBe('officers');
    expect(nextStep(given, new Set<StepId>(['officers', 'rules']))).toBe('roster');
    expect(states(given, new Set<StepId>(['officers']))).toBe('done done later todo todo todo todo');
  });

  it('are not over with an order while no commune can be given work', () => {
    const given = facts(
      { communes: [commune('focal')], counts: { focal: 1, entry: 0, roster: 0, none: 0 }, directives: 1 },
      { hasOrder: true },
    );
    expect(stateOf(given, 'order', none)).toBe('doing');
  });

  it('lead to the order as soon as one commune can be given work, and end with it', () => {
    const ready = { communes: [commune('none', 4)], counts: { focal: 0, entry: 0, roster: 0, none: 1 }, directives: 1 };
    expect(nextStep(facts(ready), none)).toBe('order');
    expect(states(facts(ready, { hasOrder: true, channels: ['Telegram'] }))).toBe('done done done done done done done');
  });
});
