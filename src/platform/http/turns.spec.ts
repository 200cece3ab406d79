import { Turns } from './turns.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are taken so many at once, the next wait in line, and who comes beyond is told when to come again', async () => {
    const turns = new Turns({ atOnce: 2, waiting: 1, retryAfterSeconds: 3 });
    let running = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => releases.push(resolve));
      running -= 1;
      return 'done';
    };
    const taken = [turns.take(work), turns.take(work), turns.take(work)];
    await expect(turns.take(work)).rejects.toMatchObject({
      status: 429,
      code: 'platform.busy',
      details: [{ params: { seconds: 3 } }],
      headers: { 'retry-after': '3' },
    });
    while (releases.length > 0 || running > 0) {
      releases.shift()?.();
      await soon();
    }
    expect(await Promise.all(taken)).toEqual(['done', 'done', 'done']);
    expect(most).toBe(2);
  });

  it('are free again after work that failed', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 0, retryAfterSeconds: 1 });
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await soon();
    await expect(turns.take(() => Promise.resolve(1))).resolves.toBe(1);
  });
});
