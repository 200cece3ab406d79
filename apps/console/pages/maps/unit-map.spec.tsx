import { jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import type { ShapeMap } from './map-shapes.ts';
import { UnitMap } from './unit-map.tsx';

const square = (x: number) => [
  [x, 0],
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];
const map: ShapeMap = {
  type: 'Topology',
  bbox: [105, 19, 105.2, 19.1],
  transform: { scale: [0.1, 0.1], translate: [105, 19] },
  objects: {
    parts: {
      type: 'GeometryCollection',
      geometries: ['a', 'b', 'gone'].map((id, n) => ({ type: 'Polygon' as const, id, arcs: [[n]] })),
    },
  },
  arcs: [square(0), square(1), square(2)],
};
const areas = [
  { id: 'a', short: '38', said: 'Xã Sông Lam: 38%, 5/13 tổ', level: 'under' },
  { id: 'b', short: '92', said: 'Xã Đồng Cao: 92%, 12/13 tổ', level: 'good' },
];
const onChoose = jest.fn<(id: string) => void>();
const onOpen = jest.fn<(id: string) => void>();
const open = () =>
  show(<UnitMap map={map} areas={areas} label="Bản đồ" chosenId="a" onChoose={onChoose} onOpen={onOpen} />);

describe('a map of units', () => {
  it('says of each shape what its cell says, carries its figure and its colour, and leaves out who is not asked about', async () => {
    open();
    const shapes = await screen.findAllByRole('button');
    expect(shapes.map((shape) => shape.getAttribute('aria-label'))).toEqual(areas.map(({ said }) => said));
    expect(shapes.map((shape) => shape.getAttribute('data-level'))).toEqual(['under', 'good']);
    expect(screen.getByText('38').tagName).toBe('text');
  });

  it('is one stop of the tab key; arrows go to the neighbour, Enter chooses it and opens what is chosen', async () => {
    open();
    const [a, b] = await screen.findAllByRole('button');
    expect([a!.getAttribute('tabindex'), b!.getAttribute('tabindex')]).toEqual(['0', '-1']);
    act(() => a!.focus());
    fireEvent.keyDown(a!, { key: 'Enter' });
    expect(onOpen).toHaveBeenLastCalledWith('a');
    fireEvent.keyDown(a!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(b);
    fireEvent.keyDown(b!, { key: 'Enter' });
    expect(onChoose).toHaveBeenLastCalledWith('b');
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});
