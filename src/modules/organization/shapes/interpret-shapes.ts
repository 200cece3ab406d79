/** What a file of outlines means; runs in the process that reads files. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type FileFault, readGeoJson } from './geojson.ts';
import { type Finding, matchShapes, type NamedUnit } from './match-shapes.ts';
import { mapOf, pointsOf, simplifyShapes, type StoredShape } from './simplify-shapes.ts';

export interface InterpretedShapes {
  fault: FileFault | 'noCodes' | null;
  codeField: string;
  nameField: string | null;
  matched: number;
  points: number;
  kept: number;
  findings: Finding[];
  shapes: StoredShape[];
  /** Null while outlines are wrong. */
  map: Topology<{ parts: GeometryCollection }> | null;
}

const none: InterpretedShapes = {
  fault: null,
  codeField: '',
  nameField: null,
  matched: 0,
  points: 0,
  kept: 0,
  findings: [],
  shapes: [],
  map: null,
};

export function interpret(bytes: Uint8Array, { units }: { units: NamedUnit[] }): InterpretedShapes {
  const file = readGeoJson(new TextDecoder().decode(bytes));
  if (typeof file === 'string') return { ...none, fault: file };
  const matched = matchShapes(file, units);
  if (!matched) return { ...none, fault: 'noCodes' };
  const { codeField, nameField, findings } = matched;
  const points = matched.shapes.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0);
  const told = { ...none, codeField, nameField, findings, matched: matched.shapes.length, points };
  if (findings.some(({ weight }) => weight === 'hold')) return told;
  const shapes = simplifyShapes(matched.shapes);
  const kept = shapes.reduce((sum, { geometry }) => sum + pointsOf(geometry), 0);
  return { ...told, shapes, kept, map: mapOf(shapes) };
}
