import { AccountPace } from './account-pace.ts';
import type { Run, Wanted } from './pace-store.ts';

/** A store of one bucket without a database, whose answers come when the test lets them. */
function bucket(perSecond: number, { slow = false } = {}) {
  const state = { now: 0, freeAt: 0, closed: false, asked: 0, answer: (): void => undefined };
  const reserve = async ([wanted]: readonly Wanted[]): Promise<Run[]> => {
    state.asked += 1;
    if (slow) await new Promise<void>((resolve) => (state.answer = resolve));
    const { key, count: most, reachMs, burst } = wanted!;
    const step = 1000 / perSecond;
    const from = Math.max(state.freeAt, state.now - (burst - 1) * step);
    const count = Math.max(0, Math.min(most, Math.floor((state.now + reachMs - from) / step) + 1));
    state.freeAt = from + count * step;
    return [{ key, from, count }];
  };
  const pace = new AccountPace({
    key: 'account',
    perSecond,
    burst: 1,
    reserve,
    now: () => state.now,
    isClosed: () => state.closed,
  });
  return { pace, state };
}

describe('an account’s pace in one process', () => {
  it('lets go at once what has been reserved and whose time has come', async () => {
    const { pace, state } = bucket(100);
    await pace.expect(3);
    state.now = 20;
    expect([pace.take(1), pace.take(1), pace.take(1)]).toEqual([true, true, true]);
    expect(state.asked).toBe(1);
  });

  it('serves who asked while a run was being reserved for somebody else', async () => {
    const { pace, state } = bucket(1_000, { slow: true });
    const expected = pace.expect(1);
    const waits = pace.take(1);
    state.answer();
    await expected;
    expect(await waits).toBe(true);
  });

  it('gives up slots for which it comes too late, so that they are never used at once', async () => {
    const { pace, state } = bucket(10);
    await pace.expect(10);
    state.now = 5_000;
    expect(pace.take(1)).not.toBe(true);
    pace.turnAway();
  });

  it('turns everybody away when the channel is closed', async () => {
    const { pace, state } = bucket(10);
    state.closed = true;
    expect(await Promise.all([pace.take(1), pace.take(1)])).toEqual([false, false]);
  });

  it('waits for the last slot of a send of several requests', async () => {
    const { pace, state } = bucket(100);
    await pace.expect(3);
    expect(pace.take(3)).not.toBe(true);
    pace.turnAway();
    state.now = 20;
    expect(pace.take(3)).toBe(true);
  });

  it('takes nothing of an earlier run after a pause', async () => {
    const { pace, state } = bucket(10);
    await pace.expect(3);
    pace.forget();
    state.freeAt = 60_000;
    expect(pace.take(1)).not.toBe(true);
    pace.turnAway();
  });
});
