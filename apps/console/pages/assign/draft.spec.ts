import {
  divide,
  type Draft,
  dueOn,
  emptyDraft,
  fromContent,
  noTeams,
  type PoolTeam,
  problems,
  split,
  spreadRest,
  toInput,
  zeroTeams,
} from './draft.ts';

const households = [182, 156, 121, 148, 97, 190, 135, 140, 110, 151, 170];
const teams: PoolTeam[] = households.map((count, i) => ({
  id: `t${i + 1}`,
  name: `Thôn ${i + 1}`,
  communeId: 'c',
  communeName: 'Minh Sơn',
  households: count,
  members: 4,
  openTasks: 0,
  tooFew: false,
}));
const full: Draft = {
  ...emptyDraft(teams.map((team) => team.id)),
  templateCode: 'NV03',
  title: 'Nộp hồ sơ',
  work: 'Ngồi tại nhà văn hóa thôn hai buổi tối mỗi tuần',
  indicatorCode: 'CQ02',
  target: 240,
  dueDay: '2026-12-10',
  directiveId: 'd',
};
const today = '2026-11-25';
const values = (draft: Draft) => [...split(draft, teams).targets.values()];

describe('an order before it is issued', () => {
  it('has nothing to complain about when work, target, date, basis and evidence are there', () => {
    expect(problems(full, divide(full, teams), today)).toEqual([]);
  });

  it.each([
    [{ work: '  ' }, 'work'],
    [{ work: 'Làm đi' }, 'workShort'],
    [{ target: null }, 'target'],
    [{ target: 0 }, 'target'],
    [{ dueDay: null }, 'due'],
    [{ dueDay: '2026-11-25' }, 'duePast'],
    [{ directiveId: null }, 'directive'],
    [{ evidence: [] }, 'evidence'],
  ] as const)('cannot be issued with %j: %s', (part, problem) => {
    const draft = { ...full, ...part, evidence: 'evidence' in part ? [] : full.evidence };
    expect(problems(draft, divide(draft, teams), today)).toContain(problem);
  });

  it('reads "trước ngày 10/12" as the end of the 9th and "hết ngày 10/12" as the 10th', () => {
    expect(dueOn(full)).toBe('2026-12-09');
    expect(dueOn({ ...full, dueKind: 'end' })).toBe('2026-12-10');
  });

  it('may be due today, but not yesterday', () => {
    expect(problems({ ...full, dueKind: 'end', dueDay: today }, divide(full, teams), today)).toEqual([]);
    expect(problems({ ...full, dueDay: today }, divide(full, teams), today)).toEqual(['duePast']);
  });
});

describe('the split', () => {
  it('by households keeps the sum exactly', () => {
    expect(values(full).reduce((a, b) => a + b)).toBe(240);
    expect(split(full, teams).difference).toBe(0);
  });

  it('keeps a typed cell and lets the others make up for it', () => {
    const { targets, sum } = split({ ...full, fixed: { t5: 10 } }, teams);
    expect(targets.get('t5')).toBe(10);
    expect(sum).toBe(240);
  });

  it('evenly differs by one at most', () => {
    const even = values({ ...full, mode: 'even' });
    expect(Math.max(...even) - Math.min(...even)).toBeLessThanOrEqual(1);
    expect(even.reduce((a, b) => a + b)).toBe(240);
  });

  it('typed by hand says what is missing and can spread the rest', () => {
    const typed: Draft = { ...full, mode: 'typed', fixed: Object.fromEntries(teams.map((team) => [team.id, 20])) };
    expect(split(typed, teams)).toMatchObject({ sum: 220, difference: 20 });
    expect(problems(typed, divide(typed, teams), today)).toEqual(['sum']);
    expect(split({ ...typed, fixed: spreadRest(typed, teams) }, teams).difference).toBe(0);
  });

  it('says so when the locked cells alone exceed the target', () => {
    expect(split({ ...full, fixed: { t1: 300 } }, teams).difference).toBe(-60);
  });

  it('names the teams whose share is 0, and sends none of those', () => {
    const draft: Draft = { ...full, fixed: { t3: 0 } };
    expect(zeroTeams(draft, teams).map((team) => team.name)).toEqual(['Thôn 3']);
    expect(toInput(draft, teams, { id: 'u', above: false }, {}).shares?.map((share) => share.teamId)).not.toContain(
      't3',
    );
  });
});

it('names teams of many communes as they were chosen, and leaves the shares to the server', () => {
  const asked = (part: Partial<Draft['selection']>) => {
    const { shares, selection } = toInput(
      { ...full, selection: { ...noTeams, ...part } },
      [],
      { id: 'u', above: true },
      {},
    );
    expect(shares).toBeUndefined();
    return selection;
  };
  const whole = { under: 'u', filter: 'active', except: ['t1'], exceptUnits: ['c'], split: 'households' };
  expect(asked({ all: true, ids: ['t1'], exceptUnits: ['c'] })).toEqual(whole);
  expect(asked({ ids: ['t1', 't2'], q: 'x' })).toMatchObject({ under: 'u', only: ['t1', 't2'] });
});

it('opens a draft that an older version kept', () => {
  expect(fromContent({ templateCode: 'NV03', work: 'x' })).toMatchObject({
    templateCode: 'NV03',
    mode: 'households',
    teamIds: [],
  });
});
