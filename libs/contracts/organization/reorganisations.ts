/** Reforms of units, each a document with a day from which it holds. Here: those of the hamlets of a commune. */
import { z } from 'zod';
import { affiliations, teamRoles } from '../enums.ts';
import { count, day, id, instant, name, page, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { mergerBlocks, reorganisationStates } from './reorganisation-kinds.ts';

const version = count.min(1);

const merger = {
  /** What the reform is called in lists: "Nhập Thôn 3 và Thôn 4 thành Thôn Tân Minh". */
  title: name,
  hamletIds: z.array(id).length(2),
  /** Of the new hamlet. */
  type: name,
  name,
  onDate: day,
  /** The resolution; a draft may still lack it. */
  directiveId: id.optional(),
  /** Without one the former leaders are deputies together until somebody is chosen. */
  leaderId: id.optional(),
  /** People of the two teams who do not go along. */
  leavingIds: z.array(id).max(100).default([]),
};
export const MergerInput = z.strictObject(merger).meta({ id: 'MergerInput' });

export const Reorganisation = z
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
    /** Two hamlets that become one; null where one becomes two. */
    merger: z
      .object({
        hamlets: z.array(UnitRef),
        type: z.string(),
        name: z.string(),
        /** Since it was applied. */
        into: UnitRef.nullable(),
        leaderId: id.nullable(),
        leavingIds: z.array(id),
      })
      .nullable(),
    /** One hamlet that becomes two. */
    split: z
      .object({
        hamlet: UnitRef,
        halves: z.array(
          z.object({
            type: z.string(),
            name: z.string(),
            households: count,
            memberIds: z.array(id),
            shares: z.array(z.object({ taskId: id, target: count })),
            /** Since it was applied. */
            unit: UnitRef.nullable(),
          }),
        ),
      })
      .nullable(),
    madeAt: instant,
    scheduledAt: instant.nullable(),
    appliedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    revokeReason: z.string().nullable(),
    /** It was taken back for a greater reform; the reason is that one's title. */
    gaveWay: z.boolean(),
  })
  .meta({ id: 'Reorganisation' });

export const MergerRehearsal = z
  .object({
    late: z.boolean(),
    hamlets: z.array(
      z.object({
        unit: UnitRef,
        households: count.nullable(),
        team: z.object({ id, name: z.string() }).nullable(),
        members: count,
        openTasks: count,
      }),
    ),
    /** Everybody of the two teams on the day, each once. */
    people: z.array(
      z.object({
        person: PersonRef,
        affiliation: z.enum(affiliations),
        was: z.array(z.object({ hamletId: id, role: z.enum(teamRoles), since: day })),
      }),
    ),
    numbers: z.object({
      teams: count,
      members: count,
      supporters: count,
      groups: count,
      tasks: z.object({
        assigned: count,
        accepted: count,
        declined: count,
        submitted: count,
        returned: count,
      }),
      /** How many are left where both teams have the same order. */
      tasksAfter: count,
      extensions: count,
      difficulties: count,
      quickReports: count,
      sessions: count,
      registers: count,
    }),
    /** Orders that both teams have open: one task each from the day on, with both targets. */
    ordersOfBoth: z.array(
      z.object({
        assignmentId: id,
        title: z.string(),
        unit: z.string(),
        unitEn: z.string(),
        targets: z.array(count),
        target: count,
      }),
    ),
    blocks: z.array(
      z.object({ code: z.enum(mergerBlocks), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  })
  .meta({ id: 'MergerRehearsal' });

export const reorganisationRoutes = {
  listReorganisations: route({
    method: 'GET',
    path: '/units/{unitId}/reorganisations',
    summary: 'Reforms of the hamlets of a commune: what is being prepared by its day, then what was, the latest first',
    access: 'hamlet.merge',
    query: z.strictObject(pageQuery),
    response: page(Reorganisation).meta({ id: 'ReorganisationPage' }),
  }),
  getReorganisation: route({
    method: 'GET',
    path: '/reorganisations/{reorganisationId}',
    summary: 'One reform as its last version has it',
    access: 'hamlet.merge',
    response: Reorganisation,
  }),
  rehearseMerger: route({
    method: 'GET',
    path: '/units/{unitId}/hamlet-merger',
    summary:
      'What would happen if two hamlets of the commune became one on a day, in numbers, and what stands against it',
    access: 'hamlet.merge',
    query: z.strictObject({
      /** Two ids, with a comma between. */
      hamletIds: z.string().regex(/^[0-9a-f-]{36},[0-9a-f-]{36}$/i),
      onDate: day,
      name: z.string().trim().max(200).optional(),
      type: name.optional(),
      leaderId: id.optional(),
      directiveId: id.optional(),
      /** The reform that is being changed: it is no other one. */
      reorganisationId: id.optional(),
    }),
    response: MergerRehearsal,
  }),
  createMerger: route({
    method: 'POST',
    path: '/units/{unitId}/reorganisations',
    summary: 'A draft: two hamlets of the commune become one from a day on; nothing changes before it is scheduled',
    access: 'hamlet.merge',
    command: true,
    status: 201,
    body: MergerInput,
    response: Reorganisation,
  }),
  changeMerger: route({
    method: 'PUT',
    path: '/reorganisations/{reorganisationId}',
    summary: 'The next version of a reform that has not begun; it is a draft again until it is scheduled',
    access: 'hamlet.merge',
    command: true,
    body: z.strictObject({ ...merger, version }).meta({ id: 'MergerChange' }),
    response: Reorganisation,
  }),
  scheduleReorganisation: route({
    method: 'POST',
    path: '/reorganisations/{reorganisationId}/schedule',
    summary: 'It begins on its day by itself; of a day that has come it is applied at once',
    access: 'hamlet.merge',
    command: true,
    body: z.strictObject({ version }).meta({ id: 'ReorganisationSchedule' }),
    response: Reorganisation,
  }),
  revokeReorganisation: route({
    method: 'POST',
    path: '/reorganisations/{reorganisationId}/revoke',
    summary: 'Before its day: nothing of it happens; its version is kept and can be scheduled again',
    access: 'hamlet.merge',
    command: true,
    body: z.strictObject({ version, reason }).meta({ id: 'ReorganisationRevoke' }),
    response: Reorganisation,
  }),
  discardReorganisation: route({
    method: 'DELETE',
    path: '/reorganisations/{reorganisationId}',
    summary: 'Drops a draft that was never scheduled',
    access: 'hamlet.merge',
    status: 204,
  }),
};
