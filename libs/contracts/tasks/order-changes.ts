/** Changes of an order that is issued: each is a new version, with who, when and why; the touched teams are told. */
import { z } from 'zod';
import { count, day, id, instant, name, PersonRef, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { AssignmentDetail, target } from './assignments.ts';

const TeamTarget = z.strictObject({ teamId: id, target });

export const OrderChangeInput = z
  .strictObject({
    /** The version that was on the screen: if there is a newer one, nothing is changed. */
    version: z.int().min(1).max(100_000),
    reason,
    title: name.optional(),
    work: z.string().trim().normalize('NFC').min(10).max(2000).optional(),
    dueOn: day.optional(),
    priority: z.enum(['normal', 'urgent']).optional(),
    /** Of the whole order: what finished teams do not have is split over the others by what they have now. */
    target: target.optional(),
    targets: z.array(TeamTarget).max(10_000).default([]),
    add: z.array(TeamTarget).max(10_000).default([]),
    withdraw: z.array(id).max(10_000).default([]),
  })
  .meta({ id: 'OrderChangeInput' });

/** How many teams by what changes for them; a team may stand in several, and is told once. */
export const ChangedTeams = z
  .object({
    deadline: z.int(),
    target: z.int(),
    /** The wording, or how much it presses. */
    words: z.int(),
    added: z.int(),
    withdrawn: z.int(),
    /** Finished, waiting for confirmation where that is left as it is, or not concerned: they hear nothing. */
    untouched: z.int(),
    /** Of those withdrawn: they have recorded work that the commune has not confirmed. */
    withdrawnWithWork: z.int(),
    /** Wishes for more time that the new day grants. */
    extensions: z.int(),
  })
  .meta({ id: 'ChangedTeams' });

const Stand = z.object({
  title: z.string(),
  work: z.string(),
  target: count,
  dueOn: day,
  replyByOn: day,
  priority: z.enum(['normal', 'urgent']),
});

export const OrderVersion = z
  .object({
    version: z.int(),
    at: instant,
    by: PersonRef,
    /** Null: as it was issued, or a change that was taken back. */
    reason: z.string().nullable(),
    before: Stand.nullable(),
    after: Stand,
    teams: z.object({ changed: z.int(), added: z.int(), withdrawn: z.int() }),
    /** Teams that accepted while this version stood. */
    accepted: z.int(),
    /** The version that this one took back. */
    undoes: z.int().nullable(),
    undone: z.boolean(),
    /** Until then whoever may change the order takes this version back without a word to anybody; null: no longer. */
    undoUntil: instant.nullable(),
  })
  .meta({ id: 'OrderVersion' });

const path = '/assignments/{assignmentId}/changes';
export const orderChangeRoutes = {
  changeAssignment: route({
    method: 'POST',
    path,
    summary: 'Change an issued order as a new version: deadline, target, wording, teams',
    access: 'assignment.issue',
    command: true,
    bodyKb: 1024,
    body: OrderChangeInput,
    response: AssignmentDetail,
  }),
  undoChange: route({
    method: 'POST',
    path: `${path}/undo`,
    summary: 'Take the last change back while nothing of it has left for external channels',
    access: 'assignment.issue',
    command: true,
    body: z.strictObject({ version: z.int().min(2).max(100_000) }).meta({ id: 'UndoChange' }),
    response: AssignmentDetail,
  }),
  orderVersions: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/versions',
    summary: 'Versions of an order, newest first',
    access: 'assignment.read',
    whole: 'the changes of one order, a handful',
    response: z.array(OrderVersion),
  }),
};
