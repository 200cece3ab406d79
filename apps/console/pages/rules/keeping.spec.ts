import { dueGroups, type KeptRecord, runDays } from './keeping.ts';

const record = (name: KeptRecord['name'], rule: KeptRecord['rule'], count: number | null, held = 0): KeptRecord => ({
  name,
  rule,
  before: '2026-01-01T00:00:00.000Z',
  count,
  oldest: null,
  held,
});

it('shows what is due or held by its rule, what no rule is about last, and counts the rest', () => {
  const { groups, others } = dueGroups([
    record('commands', null, 3),
    record('events', 'keepLog', 5),
    record('acts', 'keepLog', 0, 2),
    record('looks', 'keepLog', 0),
    record('drafts', 'keepDrafts', 0),
    record('files', 'keepFiles', null),
  ]);
  expect(groups.map(({ rule, records }) => [rule, records.map(({ name }) => name)])).toEqual([
    ['keepLog', ['events', 'acts']],
    ['keepFiles', ['files']],
    [null, ['commands']],
  ]);
  expect(others).toBe(2);
});

it('tells what went day by day', () => {
  const runs = [
    { onDay: '2026-11-28', name: 'inbox' as const, gone: 9 },
    { onDay: '2026-11-28', name: 'sessions' as const, gone: 1 },
    { onDay: '2026-11-27', name: 'inbox' as const, gone: 2 },
  ];
  expect(runDays(runs).map(({ day, runs: of }) => [day, of.length])).toEqual([
    ['2026-11-28', 2],
    ['2026-11-27', 1],
  ]);
});
