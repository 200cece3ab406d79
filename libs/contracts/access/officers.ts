/** Posts of officers and trainers: who holds which, given and ended by administrators. */
import { z } from 'zod';
import {
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
import { handoverModes } from './handover-modes.ts';
import { officeRoles } from './office-roles.ts';

/**
 * What a post's row needs: nobody holds it, its holder asks for help, has never been in, stands in for a time, or begins
 * later; else it is held.
 */
export const postStates = ['vacant', 'asking', 'never', 'standIn', 'later', 'held'] as const;
export type PostState = (typeof postStates)[number];

export const Officer = z
  .object({
    id,
    person: PersonRef,
    role: z.enum(officeRoles),
    title: z.string(),
    from: day,
    to: reckonedDay.nullable(),
    signedIn: z.boolean(),
  })
  .meta({ id: 'Officer' });

/** It changes hands on a day that has not come; null where it does not. */
const handover = z.object({ id, mode: z.enum(handoverModes), to: PersonRef.nullable(), fromOn: day }).nullable();

export const OfficerPost = z
  .object({
    /** Null for a focal officer's post that nobody holds. */
    id: id.nullable(),
    unit: UnitRef,
    role: z.enum(officeRoles),
    title: z.string(),
    person: PersonRef.nullable(),
    standIn: z.boolean(),
    from: day.nullable(),
    to: reckonedDay.nullable(),
    state: z.enum(postStates),
    lastSeenAt: instant.nullable(),
    /** When the newest invite was issued that still works. */
    invitedAt: instant.nullable(),
    askedAt: instant.nullable(),
    /** Looks after the focal post while nobody holds it. */
    caretaker: z.boolean(),
    handover,
    /** Of a company's person who teaches in several units: where, each of them a post that is given and ended by itself. */
    places: z.array(z.object({ id, unit: UnitRef, from: day, to: reckonedDay.nullable(), handover })),
    /** Whether an address is known to which an invite could be sent. */
    hasEmail: z.boolean(),
    hasSecondFactor: z.boolean(),
  })
  .meta({ id: 'OfficerPost' });

export const officerRoutes = {
  listPosts: route({
    method: 'GET',
    path: '/units/{unitId}/posts',
    summary:
      'Posts of the unit and of all units below that are no hamlets, today and later; communes without a focal officer too',
    access: 'committee.manage',
    query: z.strictObject({
      q: z.string().trim().max(100).optional(),
      state: z.enum(postStates).optional(),
      ...pageQuery,
    }),
    response: page(OfficerPost)
      .extend({ counts: z.record(z.enum(postStates), count), posts: count })
      .meta({ id: 'OfficerPostPage' }),
  }),
  appointOfficer: route({
    method: 'POST',
    path: '/units/{unitId}/officers',
    summary: 'Give a person a post at the unit from a day, for a time if wanted',
    access: 'post.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        personId: id.optional(),
        fullName: name,
        phone: z.string().max(60).optional(),
        email: z.email().max(200).optional(),
        role: z.enum(officeRoles),
        title: name,
        /** A trainer's: whom they teach for. */
        providerId: id.optional(),
        /** Of a focal officer: has the post's rights beside its holder. */
        standIn: z.boolean().default(false),
        from: day,
        /** The last day; a stand-in's is needed. */
        lastDay: day.optional(),
        /** The decision. */
        basis: reason.optional(),
      })
      .meta({ id: 'OfficerInput' }),
    response: Officer,
  }),
};
