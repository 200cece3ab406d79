import { CodeTries } from './code-tries.ts';

const here = '203.0.113.7';
const there = '203.0.113.8';

describe('codes that are none', () => {
  let now = 0;
  const tries = () => {
    now = 0;
    return new CodeTries(() => now);
  };
  const look = (of: CodeTries, address: string, found: boolean) => of.find(address, async () => found, Boolean);
  const miss = async (of: CodeTries, times: number) => {
    for (let i = 0; i < times; i++) await look(of, here, false);
  };

  it('are thirty within ten minutes from one place, and none is looked up beyond these', async () => {
    const of = tries();
    await miss(of, 29);
    await expect(of.find(here, () => Promise.reject(new Error('not there')), Boolean)).rejects.toThrow('not there');
    await expect(look(of, here, true)).rejects.toMatchObject({
      status: 429,
      code: 'platform.tooManyCodes',
      details: [{ params: { minutes: 10 } }],
    });
    expect(await look(of, there, true)).toBe(true);
    now = 10 * 60_000;
    expect(await look(of, here, true)).toBe(true);
  });

  it('leave those that are right uncounted', async () => {
    const of = tries();
    for (let i = 0; i < 100; i++) expect(await look(of, here, true)).toBe(true);
    await miss(of, 30);
    await expect(look(of, here, true)).rejects.toMatchObject({ status: 429 });
  });
});
