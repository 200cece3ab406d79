/** What is held about whoever asks, and who looked at their number. */
import { z } from 'zod';
import { exportPurposes, type PaperPurpose } from '../access/log-kinds.ts';
import { roles } from '../enums.ts';
import { count, day, id, instant, page, pageQuery } from '../primitives.ts';
import { route } from '../route.ts';
import { recordKindNames } from './record-kinds.ts';

export const ownDataRoutes = {
  ownData: route({
    method: 'GET',
    path: '/me/data',
    summary: 'What is held about me: name, numbers, roles, and how many records of each other kind',
    access: 'self',
    response: z
      .object({
        fullName: z.string(),
        /** All but the last three digits hidden: a phone is looked at by a family. */
        phones: z.array(z.string()),
        emails: z.array(z.string()),
        roles: z.array(
          z.object({
            role: z.enum([...roles, 'supporter']),
            /** The team, or the unit. */
            of: z.string(),
            from: day,
            to: day.nullable(),
          }),
        ),
        held: z.array(z.object({ kind: z.enum(recordKindNames), count })),
        /** Of others, in the last 30 days. */
        looks: count,
      })
      .meta({ id: 'OwnData' }),
  }),
  ownLooks: route({
    method: 'GET',
    path: '/me/data/looks',
    summary: 'Who looked at my number or took a list with it, and what for; the latest first',
    access: 'self',
    query: z.strictObject(pageQuery),
    response: page(
      z
        .object({
          id,
          at: instant,
          by: z.object({ fullName: z.string(), unit: z.string().nullable() }),
          kind: z.enum(['look', 'export']),
          /** `own_data`: to give the person what is held, on paper. */
          purpose: z.enum([...exportPurposes, 'own_data' satisfies PaperPurpose]).nullable(),
          /** On the list, where it was one. */
          people: count.nullable(),
        })
        .meta({ id: 'OwnLook' }),
    ).meta({ id: 'OwnLookPage' }),
  }),
  ownDataFile: route({
    method: 'GET',
    path: '/me/data/file',
    summary: 'Everything that is held about me, to be read by a machine',
    access: 'self',
    produces: 'application/json',
  }),
};
