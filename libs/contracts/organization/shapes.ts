/** Outlines of units: a map of what stands below one unit, from a day on. */
import { z } from 'zod';
import { count, day, id, instant, PersonRef, reckonedDay, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

/**
 * What can be said of a file of outlines, in this order. The first of these hold the file back; `nameDiffers` does so until
 * somebody has looked at the names.
 */
export const shapeFindings = [
  'otherCoordinates',
  'swapped',
  'outside',
  'notPolygon',
  'broken',
  'codeTwice',
  'sameShape',
  'nameDiffers',
  'codeUnknown',
  'noCode',
  'missing',
] as const;
export type ShapeFindingKind = (typeof shapeFindings)[number];

const ShapeFinding = z
  .object({
    what: z.enum(shapeFindings),
    count,
    /** The first of them: units, or features of the file by what they are called there. */
    names: z.array(z.string()),
    /** hold: nothing is written; ask: nothing is written before somebody says so; left: goes without. */
    weight: z.enum(['hold', 'ask', 'left']),
  })
  .meta({ id: 'ShapeFinding' });

const arc = z.array(z.array(z.number()));
/** TopoJSON (https://github.com/topojson/topojson-specification): neighbours share their border; ids are those of units. */
export const ShapeMap = z
  .object({
    type: z.literal('Topology'),
    bbox: z.array(z.number()),
    transform: z.object({ scale: z.array(z.number()), translate: z.array(z.number()) }),
    objects: z.object({
      parts: z.object({
        type: z.literal('GeometryCollection'),
        geometries: z.array(
          z.object({ type: z.enum(['Polygon', 'MultiPolygon']), id, arcs: z.array(z.array(z.unknown())) }),
        ),
      }),
    }),
    arcs: z.array(arc),
  })
  .meta({ id: 'ShapeMap' });

/** A file of outlines as it is drawn now: an upload of a later day ends it, one of the same day takes its place. */
const UnitMap = z
  .object({
    id,
    /** For which it was uploaded: the unit itself, or one above it. */
    unit: UnitRef,
    from: day,
    /** The first day on which nothing is drawn by it any more. */
    to: reckonedDay.nullable(),
    /** How many outlines of what stands below the unit that was asked about are its. */
    units: count,
    /** Null where that was not kept. */
    by: PersonRef.nullable(),
    at: instant.nullable(),
  })
  .meta({ id: 'UnitMap' });

export const shapeRoutes = {
  unitShapes: route({
    method: 'GET',
    path: '/units/{unitId}/shapes',
    summary: 'A map of the communes below a unit (of a commune: its hamlets) at a date as TopoJSON, with an ETag',
    access: 'unit.browse',
    query: z.strictObject({ at: day.optional() }),
    produces: 'application/json',
  }),
  unitMaps: route({
    method: 'GET',
    path: '/units/{unitId}/maps',
    summary: 'By which uploaded maps what stands below a unit is drawn, the newest day first',
    access: 'unit.manage',
    whole: 'the maps of one unit: one in years',
    response: z.array(UnitMap),
  }),
  removeMap: route({
    method: 'DELETE',
    path: '/maps/{mapId}',
    summary: 'Take a map away with its outlines: its days are shown by cells, maps of other days stay',
    access: 'unit.manage',
    status: 204,
  }),
  uploadShapes: route({
    method: 'POST',
    path: '/units/{unitId}/shapes',
    summary:
      'GeoJSON of the communes below a unit (of a commune: its hamlets), by their codes: looked at, or written as the map from a day on',
    access: 'unit.manage',
    upload: 'document',
    query: z.strictObject({
      from: day,
      dryRun: z.enum(['true', 'false']).default('true'),
      /** Names that differ from those of the tree have been looked at. */
      takeNames: z.enum(['true', 'false']).default('false'),
    }),
    response: z
      .object({
        /** Which property of the features says which unit one is, and which one what it is called. */
        codeField: z.string(),
        nameField: z.string().nullable(),
        matched: count,
        /** What stands below the unit on that day, by code. */
        parts: z.array(z.object({ id, fullName: z.string() })),
        /** Points of the file that belong to units, and of those how many are kept. */
        points: count,
        kept: count,
        findings: z.array(ShapeFinding),
        /** No finding that holds the file back. */
        ready: z.boolean(),
        written: z.boolean(),
        /** What is or would be drawn; null while the outlines are wrong. */
        map: ShapeMap.nullable(),
      })
      .meta({ id: 'ShapeReport' }),
  }),
};
