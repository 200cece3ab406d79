/** An invented map: units beside each other on a grid, with borders that wind and are shared point by point. */
export interface DrawnUnit {
  code: string;
  name: string;
}
export interface DrawnFeature {
  type: 'Feature';
  properties: Record<string, string | number>;
  geometry: { type: string; coordinates: unknown };
}
export interface DrawnMap {
  type: 'FeatureCollection';
  crs?: unknown;
  features: DrawnFeature[];
}
interface Grid {
  /** Points of each side of a unit. */
  points?: number;
  /** Degrees across a unit. */
  size?: number;
  west?: number;
  south?: number;
}

type Point = [number, number];

/** From one corner to the next; what lies between depends on the two alone, so that neighbours agree. */
function side(from: Point, to: Point, points: number, size: number): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return Array.from({ length: points }, (_, n) => {
    const t = n / points;
    const off = n === 0 ? 0 : 0.06 * size * Math.sin(Math.PI * t) * Math.sin(40 * t + 100 * (from[0] + from[1]));
    return [from[0] + dx * t - (off * dy) / size, from[1] + dy * t + (off * dx) / size];
  });
}

export function drawMap(units: readonly DrawnUnit[], grid: Grid = {}): DrawnMap {
  const { points = 30, size = 0.1, west = 105, south = 19.5 } = grid;
  const columns = Math.ceil(Math.sqrt(units.length));
  const corner = (x: number, y: number): Point => [west + x * size, south + y * size];
  const features = units.map(({ code, name }, n): DrawnFeature => {
    const [x, y] = [n % columns, Math.floor(n / columns)];
    const south = side(corner(x, y), corner(x + 1, y), points, size);
    const east = side(corner(x + 1, y), corner(x + 1, y + 1), points, size);
    const north = [...side(corner(x, y + 1), corner(x + 1, y + 1), points, size), corner(x + 1, y + 1)].toReversed();
    const west = [...side(corner(x, y), corner(x, y + 1), points, size), corner(x, y + 1)].toReversed();
    const ring = [...south, ...east, ...north.slice(0, -1), ...west];
    return {
      type: 'Feature',
      properties: { ma_xa: code, ten_xa: name },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { type: 'FeatureCollection', features };
}

export const inFile = (map: DrawnMap): Buffer => Buffer.from(JSON.stringify(map));
