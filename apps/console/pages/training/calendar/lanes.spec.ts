import { layLanes } from './lanes.ts';

const span = (from: number, to: number, day = '2022-06-24') => ({ day, from, to });

describe('sessions at the same time', () => {
  it('have the column to themselves when nothing touches them', () => {
    expect(layLanes([span(480, 600), span(600, 660), span(480, 600, '2022-06-25')])).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
  });

  it('stand side by side, and a lane that is free again is taken', () => {
    expect(layLanes([span(480, 600), span(540, 660), span(600, 720)])).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 2 },
    ]);
  });

  it('share as many lanes as hold at once, whatever order they come in', () => {
    const lanes = layLanes([span(600, 630), span(480, 720), span(480, 540), span(500, 700)]);
    expect(lanes.map(({ lanes }) => lanes)).toEqual([3, 3, 3, 3]);
    expect(new Set([lanes[1]!.lane, lanes[2]!.lane, lanes[3]!.lane]).size).toBe(3);
    expect(lanes[0]!.lane).toBe(lanes[2]!.lane);
  });

  it('are nothing when there are none', () => {
    expect(layLanes([])).toEqual([]);
  });
});
