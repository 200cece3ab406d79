/** What of a GeoJSON file can be used, read with care: a stranger's file says what it likes. Pure. */
export type Position = [longitude: number, latitude: number];
export type Ring = Position[];
/** The first ring of a polygon is its outline, the others are holes. */
export type Polygons = Ring[][];

export type PlaceFault = 'swapped' | 'outside';
export type ShapeFault = PlaceFault | 'notPolygon' | 'broken';

export interface Feature {
  /** In the file, counted from 1. */
  row: number;
  properties: Record<string, string>;
  /** What it is, or what is wrong with it. */
  shape: Polygons | ShapeFault;
}

export interface GeoFile {
  features: Feature[];
  /** The file says itself that its coordinates are others than longitude and latitude. */
  otherCoordinates: string | null;
}

export const MOST_FEATURES = 5_000;
export const MOST_POINTS = 600_000;

/** The country with its islands. */
const frame = { west: 102, east: 118, south: 6, north: 24 };
/** Names for WGS 84 in the member "crs" of older files; EPSG 4756 is VN-2000 in degrees, some hundred metres off. */
const wgs84 = /(CRS84|EPSG:{1,2}(\d+(\.\d+)*)?:?4326)$/i;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the file is instead of a list of features; `tooLarge` where it has more of them, or of points, than is read. */
export type FileFault = 'notJson' | 'notFeatures' | 'noFeatures' | 'tooLarge';

export function readGeoJson(text: string): GeoFile | FileFault {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'notJson';
  }
  if (!isObject(json) || json['type'] !== 'FeatureCollection' || !Array.isArray(json['features'])) return 'notFeatures';
  const found = json['features'] as unknown[];
  if (found.length === 0) return 'noFeatures';
  if (found.length > MOST_FEATURES) return 'tooLarge';
  const points = { left: MOST_POINTS };
  const features = found.map((one, index) => featureOf(one, index + 1, points));
  if (points.left < 0) return 'tooLarge';
  return { features, otherCoordinates: otherCoordinates(json['crs']) };
}

function otherCoordinates(crs: unknown): string | null {
  if (!isObject(crs)) return null;
  const name = isObject(crs['properties']) ? crs['properties']['name'] : undefined;
  if (typeof name === 'string') return wgs84.test(name.trim()) ? null : name.trim().slice(0, 60);
  return 'crs';
}

function featureOf(value: unknown, row: number, points: { left: number }): Feature {
  const feature = isObject(value) ? value : {};
  const own = isObject(feature['properties']) ? feature['properties'] : {};
  const given = { ...own, ...(feature['id'] !== undefined && { id: own['id'] ?? feature['id'] }) };
  const properties: Record<string, string> = {};
  for (const [key, one] of Object.entries(given).slice(0, 60))
    if (typeof one === 'string' || typeof one === 'number') properties[key.slice(0, 60)] = textOf(one);
  return { row, properties, shape: shapeOf(feature['geometry'], points) };
}

const textOf = (value: string | number): string => String(value).normalize('NFC').trim().slice(0, 200);

function shapeOf(geometry: unknown, points: { left: number }): Polygons | ShapeFault {
  if (!isObject(geometry)) return 'notPolygon';
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'notPolygon';
  const given: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given) || given.length === 0) return 'broken';
  const polygons: Polygons = [];
  for (const polygon of given as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'broken';
    const rings: Ring[] = [];
    for (const ring of polygon as unknown[]) {
      const read = ringOf(ring, points);
      if (typeof read === 'string') return read;
      rings.push(read);
    }
    polygons.push(rings);
  }
  return placeFault(polygons) ?? polygons.map((rings) => rings.map((ring, n) => turned(ring, n === 0)));
}

function ringOf(value: unknown, points: { left: number }): Ring | 'broken' {
  if (!Array.isArray(value) || value.length < 4) return 'broken';
  points.left -= value.length;
  // The rest of a file that is too large is not looked at.
  if (points.left < 0) return 'broken';
  const ring: Ring = [];
  for (const point of value as unknown[]) {
    if (!Array.isArray(point) || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return 'broken';
    ring.push([point[0] as number, point[1] as number]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed && areaOf(ring) !== 0 ? ring : 'broken';
}

const isIn = ([x, y]: Position): boolean => x >= frame.west && x <= frame.east && y >= frame.south && y <= frame.north;

function placeFault(polygons: Polygons): PlaceFault | undefined {
  const stray = polygons.flat(2).find((point) => !isIn(point));
  if (!stray) return undefined;
  return isIn([stray[1], stray[0]]) ? 'swapped' : 'outside';
}

/** In square degrees; above 0 where it runs against the clock. */
export function areaOf(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let n = 1; n < ring.length; n += 1) {
    const [ax, ay] = ring[n - 1] as Position;
    const [bx, by] = ring[n] as Position;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Outlines clockwise and holes against it, as what draws them on a globe understands: the inside lies on the right. */
function turned(ring: Ring, isOutline: boolean): Ring {
  return areaOf(ring) < 0 === isOutline ? ring : ring.toReversed();
}
