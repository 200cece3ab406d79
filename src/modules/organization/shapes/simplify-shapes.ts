/** Outlines with as few points as a screen shows, neighbours with one border between them, and the answer made of them. Pure. */
import type { MultiPolygon, Polygon } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { areaOf, type Position, type Ring } from './geojson.ts';
import type { Shape } from './match-shapes.ts';

/** A map is drawn no larger than this; what is smaller than one of its points is left out. */
const ACROSS = 1_000;
/** Of a whole map: 166 communes of 90 points. */
const MOST_KEPT = 15_000;
/** Ends of borders that differ in the file by less than this part of the map are one. */
const SNAP = 1e6;
/** Of what is stored: a metre. */
const DIGITS = 1e5;
/** Steps of the answer's grid. */
const GRID = 1e4;
/** A unit smaller than a point of the map keeps so many of its own. */
const TINY_RING = 40;

export interface StoredShape {
  unitId: string;
  geometry: MultiPolygon;
}

type Parts = { parts: GeometryCollection };
const collection = (shapes: readonly { unitId: string; geometry: Polygon | MultiPolygon }[]) => ({
  type: 'FeatureCollection' as const,
  features: shapes.map(({ unitId, geometry }) => ({ type: 'Feature' as const, id: unitId, properties: {}, geometry })),
});

/** Borders are simplified as such, so that neighbours keep one between them, without gaps. */
export function simplifyShapes(shapes: readonly Shape[]): StoredShape[] {
  if (shapes.length === 0) return [];
  const given = shapes.map(({ unitId, polygons }) => ({
    unitId,
    geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
  }));
  const whole = presimplify(topology({ parts: collection(given) }, SNAP) as Topology<Parts>);
  const small = simplify(whole, weightOf(whole));
  const found = feature(small, small.objects.parts);
  return found.features.map(({ geometry }, n) => {
    const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : [];
    const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : rings;
    const kept = polygons.map((polygon) => visible(polygon as Ring[])).filter((polygon) => polygon.length > 0);
    const { unitId, polygons: own = [] } = shapes[n] ?? { unitId: '' };
    return { unitId, geometry: { type: 'MultiPolygon', coordinates: kept.length > 0 ? kept : tiny(own) } };
  });
}

/** The area of the least triangle that is kept, in square degrees: a point of the map, or more where there are too many. */
function weightOf(whole: Topology<Parts>): number {
  const [west = 0, south = 0, east = 0, north = 0] = whole.bbox ?? [];
  const point = Math.max(east - west, north - south) / ACROSS;
  const all = whole.arcs.reduce((sum, arc) => sum + arc.length, 0);
  // Borders count once here, and twice where they are stored.
  const share = MOST_KEPT / 2 / all;
  return share < 1 ? Math.max(point * point, quantile(whole, share)) : point * point;
}

const rounded = (ring: Ring): Ring => {
  const grid = ring.map(([x, y]): Position => [Math.round(x * DIGITS) / DIGITS, Math.round(y * DIGITS) / DIGITS]);
  return grid.filter((point, n) => n === 0 || point[0] !== grid[n - 1]?.[0] || point[1] !== grid[n - 1]?.[1]);
};
const isRing = (ring: Ring): boolean => ring.length >= 4 && areaOf(ring) !== 0;

/** Without what has shrunk to a line; nothing where that is the outline. */
function visible(polygon: Ring[]): Ring[] {
  const [outline = [], ...holes] = polygon.map(rounded);
  return isRing(outline) ? [outline, ...holes.filter(isRing)] : [];
}

/** The largest piece of a unit that is smaller than what is drawn. */
function tiny(polygons: Shape['polygons']): Ring[][] {
  const largest = polygons
    .map(([outline = []]) => outline)
    .toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
  if (!largest) return [];
  const every = Math.ceil(largest.length / TINY_RING);
  const kept = largest.filter((_, n) => n % every === 0 || n === largest.length - 1);
  return [[kept.length >= 4 ? kept : largest]];
}

export const pointsOf = (geometry: MultiPolygon): number => geometry.coordinates.flat(2).length;

const emptyMap: Topology<Parts> = {
  type: 'Topology',
  bbox: [0, 0, 0, 0],
  transform: { scale: [1, 1], translate: [0, 0] },
  objects: { parts: { type: 'GeometryCollection', geometries: [] } },
  arcs: [],
};

/** One map of stored outlines, borders once, on a grid. */
export function mapOf(shapes: readonly StoredShape[]): Topology<Parts> {
  if (shapes.length === 0) return emptyMap;
  return quantize(topology({ parts: collection(shapes) }) as Topology<Parts>, GRID);
}
