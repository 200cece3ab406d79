import { type Gathered, takeoverRows, type Waiting } from './takeover-rows.ts';

const day = (n: number) => new Date(Date.UTC(2025, 5, n));
const waiting = (more: Partial<Waiting>): Waiting => ({
  kind: 'result',
  fromId: 'minh-son',
  open: 0,
  done: 0,
  since: null,
  doneAt: null,
  ...more,
});
const rowsOf = (more: Partial<Gathered>) =>
  takeoverRows({ waiting: [], reports: [], choices: [], ticks: new Map(), nameOf: (id) => id, ...more });

it('puts first who waits longest, and says from which units most came', () => {
  const rows = rowsOf({
    waiting: [
      waiting({ open: 5, since: day(27) }),
      waiting({ fromId: 'dan-quyen', open: 8, since: day(25) }),
      waiting({ kind: 'difficulty', open: 2, since: day(20) }),
      waiting({ kind: 'draft', fromId: null, open: 1, since: day(29) }),
    ],
  });
  expect(rows).toMatchObject([
    { kind: 'difficulty', count: 2, named: [{ name: 'minh-son', count: 2 }] },
    { kind: 'result', count: 13, since: day(25), named: [{ name: 'dan-quyen' }, { name: 'minh-son' }] },
    { kind: 'draft', count: 1, named: [] },
  ]);
});

it('is done with a kind when the last of it has its answer, not before', () => {
  const answered = waiting({ fromId: 'dan-quyen', done: 3, doneAt: day(30) });
  expect(rowsOf({ waiting: [waiting({ open: 1, since: day(27) }), answered] })).toMatchObject([
    { count: 1, done: null },
  ]);
  expect(rowsOf({ waiting: [waiting({ done: 1, doneAt: day(29) }), answered] })).toMatchObject([
    { count: 4, done: { at: day(30), byId: null } },
  ]);
});

it('keeps what may stay as it is open until somebody ticks it, and puts done lines last, the newest first', () => {
  const choices = [
    { kind: 'groups' as const, count: 58, named: [] },
    { kind: 'standIn' as const, count: 4, named: [] },
  ];
  const report = { id: 'r', unitId: 'minh-son', month: '2025-06', dueOn: '2025-07-24', doneAt: day(28) };
  const rows = rowsOf({ choices, reports: [report], ticks: new Map([['groups', { byId: 'ha', at: day(30) }]]) });
  expect(rows.map(({ kind, done }) => [kind, done?.byId])).toEqual([
    ['standIn', undefined],
    ['groups', 'ha'],
    ['report', null],
  ]);
});
