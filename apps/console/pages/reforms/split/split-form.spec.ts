import { emptyHalves, gapsOf, halvesFormOf, halvesOf, targetsOf, type ToSplit, withHouseholds } from './split-form.ts';

const person = (id: string) => ({ person: { id, fullName: id, position: null }, affiliation: 'other' as const });
const facts: ToSplit = {
  late: false,
  unit: { id: 'h9', kind: 'hamlet', name: 'Tiểu khu 9', fullName: 'Tiểu khu 9' },
  type: 'tiểu khu',
  households: 238,
  team: { id: 't', name: 'Tiểu khu 9' },
  people: [
    { ...person('ke'), role: 'leader' },
    { ...person('an'), role: 'member' },
  ],
  tasks: [
    { id: 'one', title: 'Hồ sơ', unit: 'hồ sơ', unitEn: 'files', target: 45, whole: false },
    { id: 'two', title: 'Đã báo xong', unit: 'hồ sơ', unitEn: 'files', target: 9, whole: true },
  ],
  numbers: { supporters: 0, groups: 0, extensions: 0, difficulties: 0, quickReports: 0, sessions: 0 },
  blocks: [],
};
const [task, waiting] = facts.tasks as [ToSplit['tasks'][number], ToSplit['tasks'][number]];
const form = {
  ...emptyHalves,
  names: ['9A', '9B'] as const,
  households: [120, 118] as const,
  places: new Map([
    ['ke', 0 as const],
    ['an', 1 as const],
    ['gone', 1 as const],
  ]),
};

it('gives the other half the rest of the households', () => {
  expect(withHouseholds(emptyHalves, 0, 120, 238).households).toEqual([120, 118]);
  expect(withHouseholds(form, 1, 100, 238).households).toEqual([138, 100]);
  expect(withHouseholds(form, 0, 300, 238).households).toEqual([300, 118]);
  expect(withHouseholds(form, 0, 50, null).households).toEqual([50, 118]);
});

it('sends whoever is in the team, and what was written of tasks for both halves', () => {
  const written = { ...form, written: new Map([['one', 40]]) };
  expect(halvesOf(written, facts)).toMatchObject([
    { name: '9A', households: 120, memberIds: ['ke'], shares: [{ taskId: 'one', target: 40 }] },
    { name: '9B', memberIds: ['an'], shares: [{ taskId: 'one', target: 5 }] },
  ]);
  expect(halvesFormOf(halvesOf(written, facts))).toMatchObject({
    households: [120, 118],
    written: new Map([['one', 40]]),
  });
});

it('shows what each half is asked for, and leaves whole what waits', () => {
  expect(targetsOf(form, facts, task)).toEqual([23, 22]);
  expect(targetsOf(form, facts, waiting)).toBeNull();
  expect(targetsOf({ ...form, places: new Map([['ke', 0 as const]]) }, facts, task)).toEqual([45, 0]);
  expect(targetsOf({ ...form, places: new Map() }, facts, task)).toEqual([23, 22]);
});

it('names whoever is in neither half', () => {
  expect(gapsOf(form, facts)).toEqual([]);
  expect(gapsOf({ ...form, places: new Map() }, facts)).toEqual([
    { code: 'memberOpen', params: { count: 2, name: 'ke' } },
  ]);
});
