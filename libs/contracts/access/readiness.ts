/** How far a unit's communes are on the way to their first order. */
import { z } from 'zod';
import { count, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

/** What a commune lacks first; invite: nobody of its teams has come in; none: it can be given work, and somebody gets it. */
export const lacks = ['focal', 'entry', 'roster', 'invite', 'none'] as const;
export type Lack = (typeof lacks)[number];

export const Readiness = z
  .object({
    hamlets: count,
    directives: count,
    /** In the order of their codes, so that neighbours stand together; empty above a province, where only the counts are told. */
    communes: z.array(
      z.object({
        unit: UnitRef,
        lacks: z.enum(lacks),
        teams: count,
        hasOffice: z.boolean(),
        /** Members of its teams, and those of them who have been in the application. */
        members: count,
        opened: count,
      }),
    ),
    counts: z.record(z.enum(lacks), count),
    /** Communes whose office has no number to call. */
    withoutOffice: count,
    /** Active teams of communes that can be given work. */
    readyTeams: count,
    /** Of the named communes. */
    members: count,
    opened: count,
    /** Of a hundred members so many have come in: then inviting is done, by the rule of the unit. */
    invitedPercent: count,
  })
  .meta({ id: 'Readiness' });

export const readinessRoutes = {
  readiness: route({
    method: 'GET',
    path: '/units/{unitId}/readiness',
    summary:
      'Of each commune below: does it lack a focal officer, has nobody come in, has it no teams yet, was no member invited',
    access: 'committee.manage',
    response: Readiness,
  }),
};
