/** Reforms of communes and above: what goes into what, from which day on. Nothing changes before it. */
import { z } from 'zod';
import { committeeSeats, officerRoles, textEncodings, unitKinds } from '../enums.ts';
import { count, day, id, instant, name, page, pageQuery, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { Rehearsal, Rehearsed, ReformFinding } from './reform-findings.ts';
import { reformNumbers, reformSteps } from './reform-kinds.ts';
import { reorganisationLineKinds, reorganisationStates } from './reorganisation-kinds.ts';

const version = count.min(1);
const position = z.int().min(1).max(10_000_000);
const code = z.string().regex(/^\d{1,10}$/);
/** Of the whole, in percent. */
const share = z.number().gt(0).max(100);

const head = {
  title: name,
  onDate: day,
  /** The resolution; a draft may still lack it. */
  directiveId: id.optional(),
  /** How long whoever held a post of a unit that ends reads its past; 30 where nothing is said, unchanged where it was. */
  pastDays: count.max(366).optional(),
};

export const ReformSummary = z
  .object({
    id,
    unit: UnitRef,
    title: z.string(),
    onDate: day,
    /** The day was over when it was entered. */
    late: z.boolean(),
    state: z.enum(reorganisationStates),
    version: z.int(),
    directive: z.object({ id, citation: z.string() }).nullable(),
    fileName: z.string().nullable(),
    madeAt: instant,
    scheduledAt: instant.nullable(),
    appliedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    revokeReason: z.string().nullable(),
    /** What follows the tree after the day, step by step; null before. */
    rehoming: z.object({ done: z.int(), total: z.int(), finishedAt: instant.nullable() }).nullable(),
  })
  .meta({ id: 'ReformSummary' });

export const Reform = ReformSummary.extend({
  pastDays: count,
  counts: z.object({
    old: count,
    new: count,
    kept: count,
    whole: count,
    divided: count,
    hamlets: count,
    /** Of focal officers and stand-ins in new communes. */
    emptyPosts: count,
  }),
  /** How many findings keep it from being scheduled, and how many are only told. */
  blocks: count,
  warnings: count,
  steps: z.array(
    z.object({
      step: z.enum(reformSteps),
      done: count,
      total: count,
      startedAt: instant.nullable(),
      finishedAt: instant.nullable(),
    }),
  ),
}).meta({ id: 'Reform' });

const ReformLine = z
  .object({
    position,
    kind: z.enum(reorganisationLineKinds),
    /** Of a part the unit that goes, of a kept one itself; null while it is not known which is meant. */
    unit: UnitRef.nullable(),
    /** Of a new or kept one as it is called from the day on; of a part as the list has it. */
    code: z.string().nullable(),
    type: z.string().nullable(),
    name: z.string().nullable(),
    parent: UnitRef.nullable(),
    parentPosition: position.nullable(),
    intoPosition: position.nullable(),
    share: z.number().nullable(),
    row: z.int().nullable(),
    /** What was a question has an answer. */
    settled: z.boolean(),
    personId: id.nullable(),
    standIn: z.boolean(),
    seat: z.enum(committeeSeats).nullable(),
  })
  .meta({ id: 'ReformLine' });

const Division = z
  .object({
    unit: UnitRef,
    /** Where its parts go; the unit itself where it goes on. */
    heirs: z.array(z.object({ position, fullName: z.string() })),
    hamlets: z.array(
      z.object({
        unit: UnitRef,
        households: count.nullable(),
        intoPosition: position.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReformDivision' });

const ReformEdit = z
  .discriminatedUnion('do', [
    /** Adds or rewrites a unit that is there from the day on: a new one, or one that goes on under this name. */
    z.strictObject({
      do: z.literal('unit'),
      position: position.optional(),
      unitId: id.optional(),
      kind: z.enum(unitKinds).optional(),
      /** A new one has both; one that goes on keeps what is not said. */
      type: name.optional(),
      name: name.optional(),
      code: code.optional(),
      parentId: id.optional(),
      parentPosition: position.optional(),
    }),
    /** A unit goes there, whole or in part. With a position it says which unit a line of the list means. */
    z.strictObject({
      do: z.literal('part'),
      position: position.optional(),
      unitId: id,
      intoPosition: position.optional(),
      whole: z.boolean().default(true),
      share: share.optional(),
    }),
    /** Of units that bear the code of another one today: a new one, or still the same. */
    z.strictObject({
      do: z.literal('answer'),
      positions: z.array(position).min(1).max(20_000),
      as: z.enum(['new', 'same']),
    }),
    z.strictObject({ do: z.literal('drop'), positions: z.array(position).min(1).max(20_000) }),
    /** Hamlets of a divided unit go there; null: it is open again. */
    z.strictObject({
      do: z.literal('allot'),
      hamletIds: z.array(id).min(1).max(5000),
      intoPosition: position.nullable(),
    }),
    /** Somebody goes on in a unit of the day. Whoever is not named ends with the unit. */
    z.strictObject({
      do: z.literal('post'),
      personId: id,
      role: z.enum(officerRoles),
      title: name,
      /** Of a focal officer's post. */
      standIn: z.boolean().default(false),
      /** In the committee, which is a draft until a decision sets it up. */
      seat: z.enum(committeeSeats).optional(),
      intoPosition: position,
    }),
    /** A hamlet is to be called so; with the council's resolution it is, from that day on. Null: as it is called now. */
    z.strictObject({
      do: z.literal('name'),
      unitId: id,
      type: name.optional(),
      name: name.nullable(),
      decided: z.strictObject({ onDate: day, directiveId: id }).optional(),
    }),
    /** Somebody's office ends with their unit, and that is meant so. */
    z.strictObject({ do: z.literal('leave'), personId: id, intoPosition: position }),
    /** Whose contact card the unit of the day takes over. */
    z.strictObject({ do: z.literal('office'), unitId: id, intoPosition: position }),
  ])
  .meta({ id: 'ReformEdit' });

export const reformRoutes = {
  listReforms: route({
    method: 'GET',
    path: '/units/{unitId}/reforms',
    summary: 'Reforms of communes and above: what is being prepared by its day, then what was, the latest first',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(ReformSummary).meta({ id: 'ReformPage' }),
  }),
  getReform: route({
    method: 'GET',
    path: '/reforms/{reformId}',
    summary: 'One reform as its last version has it, what it still lacks, and after its day how far it is',
    access: 'reform.manage',
    response: Reform,
  }),
  createReform: route({
    method: 'POST',
    path: '/units/{unitId}/reforms',
    summary: 'A draft without lines, within a province or the country; nothing changes before it is scheduled',
    access: 'reform.manage',
    command: true,
    status: 201,
    body: z.strictObject(head).meta({ id: 'ReformInput' }),
    response: Reform,
  }),
  changeReform: route({
    method: 'PUT',
    path: '/reforms/{reformId}',
    summary: 'Title, day and resolution, as the next version; it is a draft again until it is scheduled',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ ...head, version }).meta({ id: 'ReformChange' }),
    response: Reform,
  }),
  loadReformList: route({
    method: 'POST',
    path: '/reforms/{reformId}/list',
    summary:
      'The official list (.xlsx, .csv, .ods: old code, old name, new code, new name, whole or part) in place of the units of the draft; a wrong row is named and nothing is written',
    access: 'reform.manage',
    upload: 'csv',
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(1_000_000),
      fileName: name.optional(),
      encoding: z.enum(textEncodings).optional(),
      /** Which column is old code, old name, new code, new name, relation, new parent's code, from 0; - for none. */
      columns: z
        .string()
        .regex(/^\d{1,3}(,\d{1,3}){3}(,(\d{1,3}|-)){2}$/)
        .optional(),
    }),
    response: Reform,
  }),
  reformLines: route({
    method: 'GET',
    path: '/reforms/{reformId}/lines',
    summary: 'What the reform lays down, line by line; units of the day first, then what goes into them',
    access: 'reform.manage',
    query: z.strictObject({ kind: z.enum(reorganisationLineKinds).optional(), ...pageQuery }),
    response: page(ReformLine).meta({ id: 'ReformLinePage' }),
  }),
  editReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/lines',
    summary: 'Changes of lines, all or none, as the next version',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ version, edits: z.array(ReformEdit).min(1).max(2000) }).meta({ id: 'ReformEdits' }),
    response: Reform,
  }),
  listReformFindings: route({
    method: 'GET',
    path: '/reforms/{reformId}/findings',
    summary: 'What is not settled, what keeps it from being scheduled first',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(ReformFinding).meta({ id: 'ReformFindingPage' }),
  }),
  reformDivision: route({
    method: 'GET',
    path: '/reforms/{reformId}/divided/{dividedId}',
    summary: 'The hamlets of a divided unit and where each goes',
    access: 'reform.manage',
    response: Division,
  }),
  rehearseReform: route({
    method: 'GET',
    path: '/reforms/{reformId}/rehearsal',
    summary: 'What happens on the day, in numbers, and what stands against it; nothing is written',
    access: 'reform.manage',
    response: Rehearsal,
  }),
  listRehearsed: route({
    method: 'GET',
    path: '/reforms/{reformId}/rehearsed',
    summary: 'What one number of the rehearsal counts',
    access: 'reform.manage',
    query: z.strictObject({ number: z.enum(reformNumbers), ...pageQuery }),
    response: page(Rehearsed).meta({ id: 'ReformRehearsedPage' }),
  }),
  scheduleReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/schedule',
    summary: 'It begins on its day by itself; of a day that has come it is applied at once',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ version }).meta({ id: 'ReformSchedule' }),
    response: Reform,
  }),
  revokeReform: route({
    method: 'POST',
    path: '/reforms/{reformId}/revoke',
    summary: 'Before its day: nothing of it happens; its version is kept and can be scheduled again',
    access: 'reform.manage',
    command: true,
    body: z.strictObject({ version, reason }).meta({ id: 'ReformRevoke' }),
    response: Reform,
  }),
  discardReform: route({
    method: 'DELETE',
    path: '/reforms/{reformId}',
    summary: 'Drops a draft that was never scheduled',
    access: 'reform.manage',
    status: 204,
  }),
};
