/** One act on many: what is shown before it, what it answers, and how it is taken back. */
import { z } from 'zod';
import { channelIds } from '../enums.ts';
import { id, instant, PersonRef } from '../primitives.ts';
import { route } from '../route.ts';

/** It can be taken back until then; null where nothing is held, or nothing was done. */
export const HeldAct = z.object({ id, until: instant }).meta({ id: 'HeldAct' });

/** One of many, by name: a team, a unit, a person. */
export const Named = z.object({ id, name: z.string() }).meta({ id: 'Named' });

/** One of many that cannot be done, by name, with what speaks against it. */
export const RefusedOne = Named.extend({ code: z.string(), params: z.record(z.string(), z.unknown()) }).meta({
  id: 'RefusedOne',
});

/** How a person hears of it; "none" must be called. */
export const personRoutes = [...channelIds, 'inbox', 'none'] as const;
/** Why one of those chosen is left alone. */
export const leftReasons = [
  'sent',
  'today',
  'nobody',
  'already_answered',
  'extension_open',
  'said_busy',
  'reminded_recently',
  'not_delivered',
  'right_name',
  'same_name',
  'no_address',
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Of those told and those left alone so many are named; the numbers count all. */
export const MOST_NAMED = 200;

/** By which rule of a unit an act on very many waits for a second officer, and who that could be. */
export const SecondApproval = z
  .object({ measure: z.enum(['teams', 'people']), above: z.int(), approvers: z.array(PersonRef) })
  .meta({ id: 'SecondApproval' });

export const ActPreview = z
  .object({
    /** Of how many it is done. */
    count: z.int(),
    /** Who hears of it, each once. */
    people: z.int(),
    routes: z.array(z.object({ route: z.enum(personRoutes), people: z.int() })),
    told: z.array(
      Named.extend({
        people: z.array(z.object({ person: PersonRef, isStandIn: z.boolean(), route: z.enum(personRoutes) })),
      }),
    ),
    left: z.array(Named.extend({ why: z.enum(leftReasons) })),
    leftCount: z.int(),
    /** How long what it tells is held, and it can be taken back; 0: it goes at once. */
    holdSeconds: z.int(),
    /** Null, or absent: it is done at once. */
    secondApproval: SecondApproval.nullable().optional(),
  })
  .meta({ id: 'ActPreview' });

export const actRoutes = {
  takeBackAct: route({
    method: 'DELETE',
    path: '/me/acts/{actId}',
    summary: 'Take an act of mine on many back while what it tells is held; a second time gives the first answer',
    access: 'self',
    response: z
      .object({
        /** Of how many it is as it was before. */
        restored: z.int(),
        /** Where somebody has done something else meanwhile, which stays. */
        kept: z.array(Named),
      })
      .meta({ id: 'TakenBack' }),
  }),
};
