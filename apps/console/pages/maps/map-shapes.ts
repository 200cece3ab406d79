/** Outlines as they are drawn: paths, where a number stands, and which neighbour lies in which direction. Pure. */
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Schemas } from '../../api/client.ts';

export type ShapeMap = Schemas['ShapeMap'];

export interface DrawnShape {
  id: string;
  path: string;
  /** Where its number stands. */
  x: number;
  y: number;
  /** Of the whole shape. */
  width: number;
  height: number;
}
export interface DrawnMap {
  width: number;
  height: number;
  shapes: DrawnShape[];
}

const EDGE = 3;

/** As wide as there is room and no higher than asked; the shapes in the order of the map. */
export function drawShapes(map: ShapeMap, width: number, maxHeight: number): DrawnMap {
  const topology = map as Topology<{ parts: GeometryCollection }>;
  const parts = feature(topology, topology.objects.parts);
  // A map that was taken away while its screen still has it.
  if (parts.features.length === 0) return { width, height: 0, shapes: [] };
  const room: [[number, number], [number, number]] = [
    [EDGE, EDGE],
    [width - EDGE, maxHeight - EDGE],
  ];
  const projection = geoMercator().fitWidth(width - 2 * EDGE, parts);
  const fits = geoPath(projection).bounds(parts)[1][1] <= maxHeight - 2 * EDGE;
  if (fits) {
    const [x, y] = projection.translate();
    projection.translate([x + EDGE, y + EDGE]);
  } else projection.fitExtent(room, parts);
  const path = geoPath(projection).digits(1);
  const height = fits ? Math.ceil(path.bounds(parts)[1][1] + EDGE) : maxHeight;
  return {
    width,
    height,
    shapes: parts.features.map((one) => {
      const [[left, top], [right, bottom]] = path.bounds(one);
      const [x, y] = path.centroid(one);
      return { id: String(one.id), path: path(one) ?? '', x, y, width: right - left, height: bottom - top };
    }),
  };
}

const steps: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest shape in the arrow's direction; what lies aside counts as farther. */
export function neighbour(shapes: readonly DrawnShape[], at: number, key: string): DrawnShape | undefined {
  if (key === 'Home') return shapes[0];
  if (key === 'End') return shapes.at(-1);
  const [step, from] = [steps[key], shapes[at]];
  if (!step || !from) return undefined;
  const ahead = shapes.flatMap((shape) => {
    const [dx, dy] = [shape.x - from.x, shape.y - from.y];
    const along = dx * step[0] + dy * step[1];
    const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
    return along > 0.5 && aside <= along * 2 ? [{ shape, far: along + aside * 1.5 }] : [];
  });
  return ahead.sort((a, b) => a.far - b.far)[0]?.shape;
}

/** A figure of so many characters, with some room, lies within a shape of this size. */
export const hasRoom = ({ width, height }: DrawnShape, text: string): boolean =>
  height >= 18 && width >= 10 + text.length * 7;
