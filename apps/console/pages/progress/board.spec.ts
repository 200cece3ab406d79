import {
  boardRows,
  byUrgency,
  countStates,
  matches,
  type DeliveryStatus,
  remindedRecently,
  type TaskRow,
} from './board.ts';

const task = (n: number, state: TaskRow['state']): TaskRow => ({
  taskId: `k${n}`,
  team: { id: `t${n}`, name: `Thôn ${n}` },
  commune: { id: 'c', kind: 'commune', name: 'Minh Sơn', fullName: 'xã Minh Sơn' },
  leader: null,
  state,
  stateSince: '2026-11-20T00:00:00Z',
  figures: { target: 10, reported: 0, confirmed: 0, waiting: 0 },
  lastEntry: null,
  declined: null,
  extension: null,
  supporters: [],
  confirmedBy: null,
});
const reached = (
  n: number,
  state: DeliveryStatus['teams'][number]['state'],
  since: string,
): DeliveryStatus['teams'][number] => ({
  taskId: `k${n}`,
  teamId: `t${n}`,
  state,
  since,
  reachedAt: null,
  seenAt: null,
  via: 'email',
  remindedAt: null,
  calledAt: null,
});
const delivery = {
  teams: [
    reached(1, 'not_seen', '2026-11-22T00:00:00Z'),
    reached(2, 'not_delivered', '2026-11-23T00:00:00Z'),
    reached(3, 'not_seen', '2026-11-21T00:00:00Z'),
    reached(4, 'confirmed', '2026-11-24T00:00:00Z'),
  ],
} as DeliveryStatus;
const tasks = [task(4, 'confirmed'), task(1, 'assigned'), task(2, 'assigned'), task(3, 'assigned')];

describe('the board of an order', () => {
  it('puts the undelivered first, then the longest silence, the finished last', () => {
    expect(
      boardRows(tasks, delivery)
        .sort(byUrgency)
        .map((row) => row.task.team.name),
    ).toEqual(['Thôn 2', 'Thôn 3', 'Thôn 1', 'Thôn 4']);
  });

  it('tells the three kinds of silence apart, yet filters them as one', () => {
    const rows = boardRows(tasks, delivery);
    expect(countStates(rows)).toMatchObject({ not_delivered: 1, not_seen: 2, not_answered: 0, confirmed: 1 });
    expect(rows.filter((row) => matches(row, 'silent'))).toHaveLength(3);
  });

  it('shows what a task itself knows while the messages are still planned', () => {
    expect(boardRows(tasks, undefined).map((row) => row.state)).toEqual([
      'confirmed',
      'not_answered',
      'not_answered',
      'not_answered',
    ]);
  });

  it('offers a reminder again after four hours', () => {
    const [row] = boardRows([task(1, 'assigned')], {
      teams: [{ ...reached(1, 'not_seen', '2026-11-22T00:00:00Z'), remindedAt: '2026-11-25T00:00:00Z' }],
    } as DeliveryStatus);
    const at = Date.parse('2026-11-25T00:00:00Z');
    expect(row && remindedRecently(row, at + 4 * 3_600_000 - 1)).toBe(true);
    expect(row && remindedRecently(row, at + 4 * 3_600_000)).toBe(false);
  });
});
