/** What goes by time: what would go, what went, and what is held back. For whoever administers the whole installation. */
import { z } from 'zod';
import { type KeptName, keptNames } from '../privacy/kept-records.ts';
import { count, day, id, instant, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { keepingKinds } from './keeping-terms.ts';

const name = z.enum(keptNames as [KeptName, ...KeptName[]]);
const rule = z.enum(keepingKinds).nullable();

export const KeepingBoard = z
  .object({
    at: instant,
    aheadDays: z.int(),
    /** Each kind of record: what of it would go within the days ahead, and how much is held back. */
    records: z.array(
      z.object({
        name,
        /** The dated rule by which it goes; null where none says it. */
        rule,
        /** What is older goes now. */
        before: instant,
        /** 10,000 means "that many or more"; null where it is not counted. */
        count: count.nullable(),
        oldest: instant.nullable(),
        held: count,
      }),
    ),
    /** What went on the last days on which something did, the latest first. */
    runs: z.array(z.object({ onDay: day, name, gone: count })).max(60),
    holds: z
      .array(
        z.object({
          id,
          /** Null: the records of every rule. */
          kind: rule,
          person: PersonRef.nullable(),
          unit: UnitRef.nullable(),
          reason: z.string(),
          heldBy: PersonRef,
          heldAt: instant,
          ended: z.object({ by: PersonRef, at: instant }).nullable(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'KeepingBoard' });

export const keepingRoutes = {
  readKeeping: route({
    method: 'GET',
    path: '/keeping',
    summary: 'What would go by time, what went, and what is held back',
    access: 'channel.manage',
    response: KeepingBoard,
  }),
  holdRecords: route({
    method: 'POST',
    path: '/keeping/holds',
    summary:
      'Records that stay whatever their time: of a person, of a unit and below, of a rule, or of several of these',
    access: 'channel.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({ kind: z.enum(keepingKinds).optional(), personId: id.optional(), unitId: id.optional(), reason })
      .refine(({ kind, personId, unitId }) => kind ?? personId ?? unitId, { error: 'hold.nothing', path: ['kind'] })
      .refine(({ personId, unitId }) => !personId || !unitId, { error: 'hold.oneOfTwo', path: ['unitId'] })
      .meta({ id: 'HoldInput' }),
    response: z.object({ id }).meta({ id: 'HoldMade' }),
  }),
  endHold: route({
    method: 'POST',
    path: '/keeping/holds/{holdId}/end',
    summary: 'What was held goes by its time again',
    access: 'channel.manage',
    status: 204,
    command: true,
  }),
};
