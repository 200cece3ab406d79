/** The dated tree of units, directives, registers of denominators, providers, indicators. */
import { z } from 'zod';
import { unitKinds } from '../enums.ts';
import {
  atQuery,
  count,
  day,
  id,
  instant,
  name,
  page,
  pageQuery,
  PersonRef,
  reason,
  reckonedDay,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';
import { unitChangeKinds } from './unit-change-kinds.ts';

export const Unit = UnitRef.extend({
  /** Vietnamese word of the unit's type: "xã", "thị trấn", "thôn", "khu phố". */
  type: z.string(),
  code: z.string().nullable(),
  parent: UnitRef.nullable(),
  validFrom: day,
  validTo: reckonedDay.nullable(),
  /** Where this unit's area went, when it has ended. */
  successors: z.array(UnitRef),
}).meta({ id: 'Unit' });

/** A unit in the list of those directly below another. */
const UnitPart = Unit.extend({
  /** How many units stand directly below it. */
  parts: count,
  /** Where it stood before: it tells apart units of one name, of which each merged commune brings its own. */
  formerParent: UnitRef.nullable(),
}).meta({ id: 'UnitPart' });

const UnitHit = Unit.extend({
  /** The name of another time that was found, where the present one does not match. */
  formerName: z.string().nullable(),
  formerParent: UnitRef.nullable(),
}).meta({ id: 'UnitHit' });

const UnitSummary = z
  .object({
    /** How many units stand below at the date, by what they are called; a country's hamlets are left out. */
    types: z.array(z.object({ kind: z.enum(unitKinds), type: z.string(), count })),
    communesWithoutHamlets: count,
    /** Days on which the tree below changed or will, the newest first, and how many units did. */
    days: z.array(z.object({ day: reckonedDay, units: count })),
  })
  .meta({ id: 'UnitSummary' });

const UnitHeir = z
  .object({ unit: UnitRef, code: z.string().nullable(), on: reckonedDay, basis: z.string().nullable() })
  .meta({ id: 'UnitHeir' });

export const UnitVersion = z
  .object({
    name: z.string(),
    type: z.string(),
    code: z.string().nullable(),
    parentId: id.nullable(),
    parent: UnitRef.nullable(),
    from: day,
    to: reckonedDay.nullable(),
    basis: z.string().nullable(),
  })
  .meta({ id: 'UnitVersion' });

const UnitChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rename'),
      name,
      type: name.optional(),
      code: name.optional(),
      from: day,
      basis: reason,
    }),
    z.strictObject({ kind: z.literal('move'), parentId: id, from: day, basis: reason }),
    z.strictObject({
      kind: z.literal('close'),
      to: day,
      basis: reason,
      successorIds: z.array(id).max(20).default([]),
      /** Where all units that stand directly below go on that day. */
      partsToId: id.optional(),
    }),
    /** Takes back what begins on a day that has not come. */
    z.strictObject({ kind: z.literal('revoke'), from: day, basis: reason }),
  ])
  .meta({ id: 'UnitChange' });

/** Who entered a change of a unit; of those of before this was kept the ones that the log still told. */
export const UnitChangeMade = z
  .object({
    kind: z.enum(unitChangeKinds),
    /** From which day it holds, or would have. */
    on: day,
    basis: z.string().nullable(),
    /** Why it was put right. */
    reason: z.string().nullable(),
    by: PersonRef,
    at: instant,
  })
  .meta({ id: 'UnitChangeMade' });

export const organizationRoutes = {
  searchUnits: route({
    method: 'GET',
    path: '/units',
    summary: 'Search units of my scope by name or code, marks ignored; old names lead to their successors',
    access: 'self',
    query: z.strictObject({
      q: z.string().trim().max(100).optional(),
      kind: z.enum(unitKinds).optional(),
      under: id.optional(),
      at: day.optional(),
      ...pageQuery,
    }),
    response: page(UnitHit).meta({ id: 'UnitPage' }),
  }),
  getUnit: route({
    method: 'GET',
    path: '/units/{unitId}',
    summary: 'One unit as it was at a date',
    access: 'unit.read',
    query: atQuery,
    response: Unit,
  }),
  unitHistory: route({
    method: 'GET',
    path: '/units/{unitId}/history',
    summary: 'Names, codes and parents by date',
    access: 'unit.read',
    whole: 'the names and places that one unit has had',
    response: z.array(UnitVersion),
  }),
  unitChildren: route({
    method: 'GET',
    path: '/units/{unitId}/children',
    summary: 'Units directly below, at a date, in Vietnamese order',
    access: 'unit.browse',
    whole: '34 provinces, at most some 170 communes of a province, the hamlets of one commune',
    query: atQuery,
    response: z.array(UnitPart),
  }),
  unitSummary: route({
    method: 'GET',
    path: '/units/{unitId}/summary',
    summary: 'How many units of which type stand below at a date, and on which days the tree below changes',
    access: 'unit.browse',
    query: atQuery,
    response: UnitSummary,
  }),
  unitLineage: route({
    method: 'GET',
    path: '/units/{unitId}/lineage',
    summary: 'Which units went into this one, and into which it went',
    access: 'unit.read',
    response: z.object({ predecessors: z.array(UnitHeir), successors: z.array(UnitHeir) }).meta({ id: 'UnitLineage' }),
  }),
  unitChanges: route({
    method: 'GET',
    path: '/units/{unitId}/changes',
    summary: 'Who entered what about the unit and by which document, the first one first; also what was taken back',
    access: 'unit.browse',
    whole: 'what was entered about one unit',
    response: z.array(UnitChangeMade),
  }),
  createUnit: route({
    method: 'POST',
    path: '/units',
    summary: 'A new unit',
    access: 'unit.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        kind: z.enum(unitKinds),
        type: name,
        name,
        code: name.optional(),
        parentId: id.optional(),
        from: day,
        basis: reason.optional(),
      })
      .meta({ id: 'UnitInput' }),
    response: Unit,
  }),
  changeUnit: route({
    method: 'POST',
    path: '/units/{unitId}/changes',
    summary: 'Rename, move or close a unit from a date, or take back a change whose day has not come',
    access: 'unit.manage',
    command: true,
    body: UnitChange,
    response: Unit,
  }),
};
