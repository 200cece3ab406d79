/** The log: who did what, who looked at whose number and why, who took which list away. */
import { z } from 'zod';
import { count, day, id, instant, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { exportPurposes, logKinds, unusualUses } from './log-kinds.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const LogEntry = z
  .object({
    id,
    at: instant,
    kind: z.enum(logKinds),
    /** What was done: the name of an event, or of an act that changes nothing. */
    what: z.string(),
    by: PersonRef,
    /** Where it was done, as far as that is known. */
    unit: UnitRef.nullable(),
    /** Whom it was about. */
    person: PersonRef.nullable(),
    /** What it was about: a team, an order, a kind of rule. */
    subject: z.string().nullable(),
    people: count.nullable(),
    purpose: z.string().nullable(),
    screen: z.string().nullable(),
    /** Of what was refused: verb and path. */
    route: z.string().nullable(),
    session: z.object({ id, device: z.string(), openedAt: instant }).nullable(),
    commandId: id.nullable(),
  })
  .meta({ id: 'LogEntry' });

const which = {
  kind: z.enum(logKinds).optional(),
  from: day,
  to: day,
  /** Who did it, or whose number was looked at. */
  personId: id.optional(),
  purpose: z.string().max(40).optional(),
};
const inOrder = { error: 'log.order', path: ['to'] };

export const logRoutes = {
  readLog: route({
    method: 'GET',
    path: '/units/{unitId}/log',
    summary: 'What was done in the unit and below, the newest first',
    access: 'log.read',
    query: z.strictObject({ ...which, ...pageQuery }).refine(({ from, to }) => from <= to, inOrder),
    response: z.object({ items: z.array(LogEntry), nextCursor: z.string().nullable() }).meta({ id: 'LogPage' }),
  }),
  unusualUse: route({
    method: 'GET',
    path: '/units/{unitId}/log/unusual',
    summary:
      'What stands out in the last seven days: many numbers in an hour, at night, of another commune, many lists',
    access: 'log.read',
    whole: 'the twenty that stand out most',
    response: z
      .array(
        z
          .object({
            use: z.enum(unusualUses),
            person: PersonRef,
            /** Numbers, lists or refusals. */
            count,
            from: instant,
            to: instant,
          })
          .meta({ id: 'UnusualUse' }),
      )
      .max(20),
  }),
  logNames: route({
    method: 'POST',
    path: '/units/{unitId}/log/{entryId}/names',
    summary: 'Whose numbers a look or a list was about; reading it stands in the log as well',
    access: 'log.read',
    status: 200,
    response: z
      .object({ people: z.array(PersonRef.extend({ unit: UnitRef.nullable() })).max(500), total: count })
      .meta({ id: 'LogNames' }),
  }),
  exportLog: route({
    method: 'POST',
    path: '/units/{unitId}/log/export',
    summary: 'The same rows as a sheet, for a purpose; the export stands in the log',
    access: 'log.read',
    status: 200,
    body: z
      .strictObject({ ...which, reason: z.enum(exportPurposes) })
      .refine(({ from, to }) => from <= to, inOrder)
      .meta({ id: 'LogExport' }),
    produces: WORKBOOK,
  }),
};
