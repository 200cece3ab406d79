import { drawShapes, hasRoom, neighbour, type ShapeMap } from './map-shapes.ts';

/** Two squares beside each other and one above the first; each arc is a border. */
const map: ShapeMap = {
  type: 'Topology',
  bbox: [105, 19, 105.2, 19.2],
  transform: { scale: [0.1, 0.1], translate: [105, 19] },
  objects: {
    parts: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'west', arcs: [[0]] },
        { type: 'Polygon', id: 'east', arcs: [[1]] },
        { type: 'Polygon', id: 'north', arcs: [[2]] },
      ],
    },
  },
  arcs: [
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
    [
      [1, 0],
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
    [
      [0, 1],
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
  ],
};

describe('a map as it is drawn', () => {
  it('is as wide as there is room, and keeps its proportions', () => {
    const wide = drawShapes(map, 400, 640);
    expect(wide.width).toBe(400);
    // A degree of latitude is longer than one of longitude here.
    expect(wide.height).toBeGreaterThan(400);
    expect(wide.height).toBeLessThan(440);
    expect(drawShapes(map, 400, 200).height).toBe(200);
    for (const shape of wide.shapes) expect(shape.path).toMatch(/^M[\d.,LZ]+Z$/);
  });

  it('puts north above south and east to the right', () => {
    const { shapes } = drawShapes(map, 400, 640);
    const [west, east, north] = shapes;
    expect(east!.x).toBeGreaterThan(west!.x);
    expect(north!.y).toBeLessThan(west!.y);
  });

  it('lets arrows go to the neighbour in their direction, and nowhere where there is none', () => {
    const { shapes } = drawShapes(map, 400, 640);
    const from = (at: number, key: string) => neighbour(shapes, at, key)?.id;
    expect([from(0, 'ArrowRight'), from(0, 'ArrowUp'), from(1, 'ArrowLeft'), from(2, 'ArrowDown')]).toEqual([
      'east',
      'north',
      'west',
      'west',
    ]);
    expect([from(0, 'ArrowLeft'), from(0, 'a'), from(-1, 'ArrowUp')]).toEqual([undefined, undefined, undefined]);
    expect([from(1, 'Home'), from(0, 'End')]).toEqual(['west', 'north']);
  });

  it('writes a figure only where it fits', () => {
    const shape = { id: 'a', path: '', x: 0, y: 0, width: 30, height: 20 };
    expect([hasRoom(shape, '92'), hasRoom(shape, 'đúng'), hasRoom({ ...shape, height: 12 }, '9')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('draws nothing of a map that was taken away meanwhile', () => {
  const none: ShapeMap = { ...map, objects: { parts: { type: 'GeometryCollection', geometries: [] } }, arcs: [] };
  expect(drawShapes(none, 600, 400)).toEqual({ width: 600, height: 0, shapes: [] });
});
