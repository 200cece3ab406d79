/** The log: who did what, who looked at whose number and why, who took which list away. */
import { z } from 'zod';
import { count, day, id, instant, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { actKinds, exportPurposes, logKinds, MOST_OF_ANSWER, unusualUses } from './log-kinds.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Why it was looked or taken, asked of whoever did it: once, and never again. */
export const LogQuestion = z
  .object({ askedBy: PersonRef, askedAt: instant, answer: z.string().nullable(), answeredAt: instant.nullable() })
  .meta({ id: 'LogQuestion' });

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
    session: z
      .object({
        id,
        device: z.string(),
        openedAt: instant,
        /** It is alive, and the reader may end it. */
        canEnd: z.boolean().optional(),
      })
      .nullable(),
    commandId: id.nullable(),
    /** The code that the file of a list carries: "TS-7F3K-22". */
    trace: z.string().nullable().optional(),
    question: LogQuestion.nullable().optional(),
  })
  .meta({ id: 'LogEntry' });

/** A question about a look or a list, for whoever is asked and whoever asked. */
export const OwnLogQuestion = LogQuestion.extend({
  id,
  /** The look or the list. */
  act: z.object({
    at: instant,
    kind: z.enum(actKinds),
    what: z.string(),
    by: PersonRef,
    people: count.nullable(),
    purpose: z.string().nullable(),
    trace: z.string().nullable(),
  }),
  /** Mine to answer, and not answered. */
  isOpen: z.boolean(),
}).meta({ id: 'OwnLogQuestion' });

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
  logByTrace: route({
    method: 'GET',
    path: '/units/{unitId}/log/by-trace',
    summary: 'Who took the list whose file carries this code',
    access: 'log.read',
    query: z.strictObject({ code: z.string().max(40) }),
    response: LogEntry,
  }),
  askLogReason: route({
    method: 'POST',
    path: '/units/{unitId}/log/{entryId}/question',
    summary: 'Ask whoever looked at numbers or took a list why: once',
    access: 'log.read',
    command: true,
    status: 204,
  }),
  cutLoggedSession: route({
    method: 'POST',
    path: '/units/{unitId}/log/{entryId}/session-end',
    summary: 'End the session behind a line; the person is told',
    access: 'log.read',
    command: true,
    status: 204,
  }),
  ownLogQuestion: route({
    method: 'GET',
    path: '/me/log-questions/{questionId}',
    summary: 'A question about a look or a list, for whoever is asked and whoever asked',
    access: 'self',
    response: OwnLogQuestion,
  }),
  answerLogQuestion: route({
    method: 'POST',
    path: '/me/log-questions/{questionId}/answer',
    summary: 'Why I looked or took the list; it stands in the log as it was sent',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ text: reason.max(MOST_OF_ANSWER) }).meta({ id: 'LogAnswer' }),
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
