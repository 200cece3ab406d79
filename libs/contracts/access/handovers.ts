/** A post that changes hands: what goes with it, what stays with the person, and what the next one finds. */
import { z } from 'zod';
import { count, day, id, instant, name, PersonRef, reason, reckonedDay, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { handoverModes, openWorkKindNames } from './handover-modes.ts';
import { officeRoles } from './office-roles.ts';

/** How many of a kind are open, and the first by their day. A report is called by its month, '2026-11'. */
export const OpenWorkPart = z
  .object({
    kind: z.enum(openWorkKindNames),
    count,
    first: z.array(z.object({ id, label: z.string(), dueOn: reckonedDay.nullable() })),
  })
  .meta({ id: 'OpenWorkPart' });

const HandoverPost = z
  .object({ id, role: z.enum(officeRoles), title: z.string(), unit: UnitRef })
  .meta({ id: 'HandoverPost' });

export const HandoverPreview = z
  .object({
    post: HandoverPost,
    holder: PersonRef,
    since: day,
    /** Already given to somebody for a time. */
    standIn: z.boolean(),
    parts: z.array(OpenWorkPart),
    /** Teams of which the person is the supporter. */
    supports: z.array(z.object({ id, name: z.string() })),
    /** Under the person's own name for good; and sessions that are open now. */
    stays: z.object({ confirmed: count, reports: count, sessions: count }),
    /** Who sees to all of it when nobody is named: the next of the committee, colleagues, or who may appoint somebody. */
    otherwise: z.object({ by: z.enum(['caretaker', 'colleagues', 'administrators']), people: z.array(PersonRef) }),
    /** People of the unit who could take it, and where they have posts beside it. */
    candidates: z.array(z.object({ person: PersonRef, elsewhere: z.array(z.string()) })),
  })
  .meta({ id: 'HandoverPreview' });

export const Handover = z
  .object({
    id,
    mode: z.enum(handoverModes),
    post: HandoverPost,
    from: PersonRef,
    to: PersonRef.nullable(),
    fromOn: day,
    /** Of a stand-in: the last day. */
    lastOn: reckonedDay.nullable(),
    basis: z.string().nullable(),
    readAt: instant.nullable(),
    /** Whether it came to the reader. */
    received: z.boolean(),
    /** What is open of what came, from its day on. */
    parts: z.array(OpenWorkPart),
  })
  .meta({ id: 'Handover' });

export const handoverRoutes = {
  previewHandover: route({
    method: 'GET',
    path: '/officers/{postId}/handover',
    summary: 'What goes with a post from a day on, what stays with its holder, and who could take it; changes nothing',
    access: 'post.manage',
    query: z.strictObject({ from: day.optional() }),
    response: HandoverPreview,
  }),
  handOver: route({
    method: 'POST',
    path: '/officers/{postId}/handover',
    summary: 'The post goes to another person from a day on, for good or for a time, or stays empty; both are told',
    access: 'post.manage',
    command: true,
    status: 201,
    body: z
      .strictObject({
        mode: z.enum(['replace', 'stand_in', 'vacate']),
        /** First day without the holder; of a stand-in the first day beside them. */
        from: day,
        /** A stand-in's last day. */
        lastDay: day.optional(),
        /** Who receives it: somebody known, or by name. */
        personId: id.optional(),
        fullName: name.optional(),
        phone: z.string().max(60).optional(),
        email: z.email().max(200).optional(),
        /** The decision; needed where the post goes to somebody for good. */
        basis: reason.optional(),
      })
      .meta({ id: 'HandoverInput' }),
    response: z.object({ id: id.nullable(), person: PersonRef.nullable() }).meta({ id: 'HandedOver' }),
  }),
  takeBackHandover: route({
    method: 'POST',
    path: '/handovers/{handoverId}/take-back',
    summary: 'Before its day: everything stays as it was',
    access: 'post.manage',
    command: true,
    status: 204,
  }),
  myHandovers: route({
    method: 'GET',
    path: '/me/handovers',
    summary: 'Posts that came to me or went from me, with what is open of what came; the newest first',
    access: 'self',
    whole: 'the posts of one person that changed hands in the last year',
    response: z.array(Handover),
  }),
  readHandover: route({
    method: 'POST',
    path: '/handovers/{handoverId}/read',
    summary: 'I have seen what came with the post',
    access: 'self',
    command: true,
    status: 204,
  }),
};
