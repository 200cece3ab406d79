import { type Facts, nextStep, type StepId, stateOf, stepIds } from './start-facts.ts';

const commune = (lacks: 'focal' | 'entry' | 'roster' | 'invite' | 'none', teams = 0) => ({
  unit: { id: lacks, kind: 'commune' as const, name: 'Pù Nhi', fullName: 'Xã Pù Nhi' },
  lacks,
  teams,
  hasOffice: true,
  members: teams * 5,
  opened: lacks === 'none' ? teams * 5 : 0,
});
const facts = (change: Partial<Facts['readiness']> = {}, more: Partial<Facts> = {}): Facts => ({
  readiness: {
    hamlets: 0,
    directives: 0,
    communes: [],
    counts: { focal: 0, entry: 0, roster: 0, invite: 0, none: 0 },
    members: 0,
    opened: 0,
    withoutOffice: 0,
    readyTeams: 0,
    invitedPercent: 80,
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
    expect(states(facts())).toBe('todo blocked blocked blocked blocked blocked blocked blocked');
    expect(nextStep(facts(), none)).toBe('units');
  });

  it('ask for what keeps every commune from its first order', () => {
    const given = facts(
      {
        communes: [commune('focal'), commune('roster')],
        counts: { focal: 1, entry: 0, roster: 1, invite: 0, none: 0 },
      },
      { posts: { all: 3, vacant: 1, never: 0 } },
    );
    expect(states(given)).toBe('done done todo todo todo todo todo todo');
    expect(nextStep(given, none)).toBe('officers');
    expect(nextStep(given, new Set<StepId>(['officers', 'rules']))).toBe('roster');
    expect(states(given, new Set<StepId>(['officers']))).toBe('done done later todo todo todo todo todo');
  });

  it('are not over with an order while no commune can be given work', () => {
    const given = facts(
      { communes: [commune('focal')], counts: { focal: 1, entry: 0, roster: 0, invite: 0, none: 0 }, directives: 1 },
      { hasOrder: true },
    );
    expect(stateOf(given, 'order', none)).toBe('doing');
  });

  it('lead to inviting where teams stand and nobody of them has come in: an order would reach nobody', () => {
    const counts = { focal: 0, entry: 0, roster: 0, invite: 1, none: 0 };
    const given = facts({ communes: [commune('invite', 4)], counts, directives: 1, members: 20 });
    expect(nextStep(given, none)).toBe('invite');
    expect(states(given)).toBe('done done done done todo done todo todo');
  });

  it('lead to the order as soon as somebody would get it, then to the members who are left', () => {
    const counts = { focal: 0, entry: 0, roster: 0, invite: 0, none: 1 };
    const ready = { communes: [commune('none', 4)], counts, directives: 1, members: 20, opened: 5 };
    expect(nextStep(facts(ready), none)).toBe('order');
    const ordered = { hasOrder: true, channels: ['Telegram'] };
    expect(nextStep(facts(ready, ordered), none)).toBe('invite');
    expect(states(facts(ready, ordered))).toBe('done done done done done done doing done');
    const most = { ...ready, opened: 16 };
    expect(nextStep(facts({ ...most, withoutOffice: 1 }, ordered), none)).toBe('offices');
    expect(states(facts(most, ordered))).toBe('done done done done done done done done');
  });
});
