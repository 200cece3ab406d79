import { moveCursor, shownHours, snapped, withinHours } from './slots.ts';

const hours = { from: 420, to: 1260 };
const cursor = { day: '2022-06-24', from: 480, length: 30 };
const press = (key: string, shift = false, from = cursor) => moveCursor(from, key, shift, hours);

describe('the cursor of the calendar', () => {
  it('goes by half an hour up and down, by a day to the sides, by a week with the page keys', () => {
    expect(press('ArrowDown')).toEqual({ ...cursor, from: 510 });
    expect(press('ArrowUp')).toEqual({ ...cursor, from: 450 });
    expect(press('ArrowRight')?.day).toBe('2022-06-25');
    expect(press('PageUp')?.day).toBe('2022-06-17');
  });

  it('stays within the hours that are shown', () => {
    expect(press('ArrowUp', false, { ...cursor, from: 420 })?.from).toBe(420);
    expect(press('End')?.from).toBe(1230);
    expect(press('ArrowDown', false, { ...cursor, from: 1230 })?.from).toBe(1230);
  });

  it('grows and shrinks with Shift, and is one slot again after it moves', () => {
    const longer = press('ArrowDown', true, { ...cursor, length: 90 });
    expect(longer).toEqual({ ...cursor, length: 120 });
    expect(press('ArrowUp', true)?.length).toBe(30);
    expect(press('ArrowRight', false, { ...cursor, length: 120 })?.length).toBe(30);
    expect(press('ArrowDown', true, { ...cursor, from: 1230, length: 30 })?.length).toBe(30);
  });

  it('leaves other keys to the browser', () => {
    expect(press('Tab')).toBeNull();
    expect(press('a')).toBeNull();
  });
});

describe('the hours of the calendar', () => {
  it('are the working day, and more where a session lies outside of it', () => {
    expect(shownHours([])).toEqual(hours);
    expect(shownHours([{ from: 345, to: 1290 }])).toEqual({ from: 300, to: 1320 });
  });

  it('are no night for the sake of one session, which stands at their edge', () => {
    const shown = shownHours([{ from: 60, to: 120 }]);
    expect(shown).toEqual({ from: 300, to: 1260 });
    expect(withinHours({ from: 60, to: 120 }, shown)).toEqual({ from: 300, to: 330 });
    expect(withinHours({ from: 1410, to: 1440 }, hours)).toEqual({ from: 1230, to: 1260 });
    expect(withinHours({ from: 480, to: 600 }, hours)).toEqual({ from: 480, to: 600 });
  });

  it('take a dragged block to the nearest quarter, never outside', () => {
    expect(snapped(487, 60, hours)).toBe(480);
    expect(snapped(488, 60, hours)).toBe(495);
    expect(snapped(1250, 60, hours)).toBe(1200);
    expect(snapped(100, 60, hours)).toBe(420);
  });
});
