import { placeInColumns } from './columns.ts';

const span = (from: number, to: number, day = '2022-06-24') => ({ day, from, to });

describe('sessions at the same time', () => {
  it('have the column to themselves when nothing touches them', () => {
    expect(placeInColumns([span(480, 600), span(600, 660), span(480, 600, '2022-06-25')])).toEqual([
      { index: 0, of: 1 },
      { index: 0, of: 1 },
      { index: 0, of: 1 },
    ]);
  });

  it('stand side by side, and a column that is free again is taken', () => {
    expect(placeInColumns([span(480, 600), span(540, 660), span(600, 720)])).toEqual([
      { index: 0, of: 2 },
      { index: 1, of: 2 },
      { index: 0, of: 2 },
    ]);
  });

  it('share as many columns as hold at once, whatever order they come in', () => {
    const columns = placeInColumns([span(600, 630), span(480, 720), span(480, 540), span(500, 700)]);
    expect(columns.map(({ of }) => of)).toEqual([3, 3, 3, 3]);
    expect(new Set([columns[1]!.index, columns[2]!.index, columns[3]!.index]).size).toBe(3);
    expect(columns[0]!.index).toBe(columns[2]!.index);
  });

  it('are nothing when there are none', () => {
    expect(placeInColumns([])).toEqual([]);
  });
});
