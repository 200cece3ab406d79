import { inBatches } from './in-batches.ts';

const batchesOf = async (count: number, most?: number) => {
  const batches: number[][] = [];
  const rows = Array.from({ length: count }, (_, n) => n);
  await inBatches(rows, async (batch) => batches.push([...batch]), most);
  return batches;
};

describe('rows in batches', () => {
  it('come whole, in their order and one batch after the other', async () => {
    expect(await batchesOf(5, 2)).toEqual([[0, 1], [2, 3], [4]]);
    expect(await batchesOf(4, 2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('ask nothing where there is no row', async () => {
    expect(await batchesOf(0)).toEqual([]);
  });

  it('are never as many as the teams of a country', async () => {
    const batches = await batchesOf(100_000);
    expect(Math.max(...batches.map(({ length }) => length))).toBe(20_000);
    expect(batches.flat()).toHaveLength(100_000);
  });

  it('end with the first that fails', async () => {
    const seen: number[] = [];
    const fail = async ([first]: readonly number[]) => {
      seen.push(first as number);
      if (first === 2) throw new Error('full');
    };
    await expect(inBatches([0, 1, 2, 3, 4, 5], fail, 2)).rejects.toThrow('full');
    expect(seen).toEqual([0, 2]);
  });
});
