/** One hamlet becomes two on a day: what it is made of, and the reform that a commune's committee writes of it. */
import { z } from 'zod';
import { affiliations, teamRoles } from '../../enums.ts';
import { count, day, id, name, PersonRef, UnitRef } from '../../primitives.ts';
import { route } from '../../route.ts';
import { mergerBlocks } from '../reorganisation-kinds.ts';
import { Reorganisation } from '../reorganisations.ts';

export const splitHalf = {
  type: name,
  name,
  /** Both halves together have those of the hamlet, where they are known. */
  households: count,
  memberIds: z.array(id).max(200),
  /** Of open tasks that are not split by households; both halves name the task, and the sum stays. */
  shares: z
    .array(z.strictObject({ taskId: id, target: count }))
    .max(500)
    .default([]),
};
const split = {
  title: name,
  hamletId: id,
  onDate: day,
  /** The resolution; a draft may still lack it. */
  directiveId: id.optional(),
  halves: z.array(z.strictObject(splitHalf).meta({ id: 'HamletHalf' })).length(2),
};
export const SplitInput = z.strictObject(split).meta({ id: 'HamletSplitInput' });

const block = z.object({
  code: z.enum(mergerBlocks),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const HamletToSplit = z
  .object({
    late: z.boolean(),
    unit: UnitRef,
    /** "thôn", "khu phố". */
    type: z.string(),
    households: count.nullable(),
    team: z.object({ id, name: z.string() }).nullable(),
    /** Everybody of the team on the day or later. */
    people: z.array(z.object({ person: PersonRef, affiliation: z.enum(affiliations), role: z.enum(teamRoles) })),
    /** Open tasks, each to be split; what is handed in stays whole. */
    tasks: z.array(
      z.object({ id, title: z.string(), unit: z.string(), unitEn: z.string(), target: count, whole: z.boolean() }),
    ),
    numbers: z.object({
      supporters: count,
      groups: count,
      extensions: count,
      difficulties: count,
      quickReports: count,
      sessions: count,
    }),
    /** What stands against a split whatever is chosen in it. */
    blocks: z.array(block),
  })
  .meta({ id: 'HamletToSplit' });

export const hamletSplitRoutes = {
  hamletToSplit: route({
    method: 'GET',
    path: '/units/{unitId}/hamlet-split',
    summary: 'What one hamlet of the commune is made of that becomes two on a day, and what stands against it',
    access: 'hamlet.merge',
    query: z.strictObject({
      hamletId: id,
      onDate: day,
      /** Of the two new ones, while they are typed. */
      one: z.string().trim().max(200).optional(),
      two: z.string().trim().max(200).optional(),
      directiveId: id.optional(),
      /** The reform that is being changed: it is no other one. */
      reorganisationId: id.optional(),
    }),
    response: HamletToSplit,
  }),
  createSplit: route({
    method: 'POST',
    path: '/units/{unitId}/hamlet-splits',
    summary: 'A draft: one hamlet of the commune becomes two from a day on; nothing changes before it is scheduled',
    access: 'hamlet.merge',
    command: true,
    status: 201,
    bodyKb: 128,
    body: SplitInput,
    response: Reorganisation,
  }),
  changeSplit: route({
    method: 'PUT',
    path: '/reorganisations/{reorganisationId}/split',
    summary: 'The next version of a split that has not begun; it is a draft again until it is scheduled',
    access: 'hamlet.merge',
    command: true,
    bodyKb: 128,
    body: z.strictObject({ ...split, version: count.min(1) }).meta({ id: 'HamletSplitChange' }),
    response: Reorganisation,
  }),
};
