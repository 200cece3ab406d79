/** A commune's own hamlets, kept by its committee: each change by the resolution that decides it, from a day on. */
import { z } from 'zod';
import { day, id, name, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { Unit } from './organization.ts';

const HamletChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rename'),
      name,
      type: name.optional(),
      code: name.optional(),
      from: day,
      directiveId: id,
    }),
    /** What was entered wrongly: the line that holds since `line` reads so, and holds from `from` on. */
    z.strictObject({
      kind: z.literal('correct'),
      line: day,
      from: day,
      name,
      type: name,
      /** Null: it has none. */
      code: name.nullable(),
      directiveId: id,
      reason,
    }),
    z.strictObject({
      kind: z.literal('close'),
      to: day,
      directiveId: id,
      /** Hamlets of the commune to which its area goes. */
      successorIds: z.array(id).max(20).default([]),
    }),
    /** Takes back what begins on a day that has not come. */
    z.strictObject({ kind: z.literal('revoke'), from: day, reason }),
    /** Its end was entered by mistake: it goes on as if it had not ended. */
    z.strictObject({ kind: z.literal('reopen'), reason }),
  ])
  .meta({ id: 'HamletChange' });

export const hamletRoutes = {
  addHamlet: route({
    method: 'POST',
    path: '/units/{unitId}/hamlets',
    summary: 'A new hamlet of a commune from a day on, by a directive; the administrators above are told',
    access: 'hamlet.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({ type: name, name, code: name.optional(), from: day, directiveId: id })
      .meta({ id: 'HamletInput' }),
    response: Unit,
  }),
  changeHamlet: route({
    method: 'POST',
    path: '/hamlets/{unitId}/changes',
    summary:
      'Rename or end a hamlet from a day on, correct what was entered wrongly, or take a change back; the administrators above are told',
    access: 'hamlet.manage',
    command: true,
    body: HamletChange,
    response: Unit,
  }),
};
