/** What a commune decides about results, and what its teams tell without being asked. */
import { z } from 'zod';
import { evidenceKinds, quickReportKinds, returnReasons } from '../enums.ts';
import {
  count,
  day,
  id,
  instant,
  link,
  name,
  page,
  pageQuery,
  PersonRef,
  reason,
  text,
  UnitRef,
} from '../primitives.ts';
import { route } from '../route.ts';
import { lookReasons } from './sampling.ts';
import { taskStates } from './task-states.ts';
import { Figures, IndicatorRef, target } from './assignments.ts';
import { followUpOn } from './follow-ups.ts';
import { Partner } from './joint-work.ts';
import { answerTask, breakdown, products as namedProducts, ProgressEntry } from './tasks.ts';

/** Up to a hundred ids: as many as a page of teams has. */
const idList = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/i;

const state = z.enum(taskStates);
export const ResultRow = z
  .object({
    /** Null: a quick report that belongs to no task. */
    task: z
      .object({
        id,
        title: z.string(),
        state,
        dueOn: day,
        indicator: IndicatorRef,
        figures: Figures,
        /** What the order asks for when the work is handed in. */
        evidence: z.array(z.enum(evidenceKinds)).optional(),
        minimumCodes: z.int().nullable().optional(),
        /** Of joint work: the company's side, which is added to nothing. */
        partner: Partner.nullable().optional(),
      })
      .nullable(),
    /** Only of a quick report without a task: its one entry is decided by itself. */
    report: z.object({ kind: z.enum(quickReportKinds), indicator: IndicatorRef }).nullable(),
    team: z.object({ id, name: z.string() }),
    hamlet: UnitRef,
    submittedAt: instant,
    entries: z.array(ProgressEntry),
    members: z.array(PersonRef),
    /** Only under a rule of sampling, of those that are not confirmed before somebody has looked. */
    look: z.enum(lookReasons).optional(),
  })
  .meta({ id: 'ResultRow' });

/**
 * The products behind a confirmed number of products on marketplaces, as far as they are named. The report is the earliest
 * with room where none is given. Absent: those that the team has named.
 */
const products = z
  .array(z.strictObject({ productId: id, marketplace: name, link: link.optional(), entryId: id.optional() }))
  .max(500)
  .optional();

/** The answer to a decision on a quick report. */
export const EntryReceipt = z
  .object({
    entry: ProgressEntry,
    /** Who had decided the same before. */
    alreadyBy: PersonRef.nullable(),
  })
  .meta({ id: 'EntryReceipt' });
const decideEntry = { status: 200, command: true, repeats: true, response: EntryReceipt } as const;

const QuickReportAnswer = z.object({ entry: ProgressEntry, taskId: id.nullable() }).meta({ id: 'QuickReportAnswer' });

export const TeamActivity = z
  .object({
    teamId: id,
    openTasks: z.int(),
    lastActivityAt: instant.nullable(),
    /** Its last sign of life is longer ago than the rule says. */
    silent: z.boolean(),
  })
  .meta({ id: 'TeamActivity' });

export const resultRoutes = {
  resultsToConfirm: route({
    method: 'GET',
    path: '/units/{unitId}/results',
    summary: 'Results that wait for confirmation, oldest first',
    access: 'result.confirm',
    query: z.strictObject({ ...pageQuery, limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: page(ResultRow).meta({ id: 'ResultPage' }),
  }),
  confirmTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/confirm',
    summary: 'Confirm every entry of a submitted task',
    access: 'result.confirm',
    bodyKb: 256,
    body: z.strictObject({ products }).meta({ id: 'ConfirmTaskInput' }),
    ...answerTask,
  }),
  returnTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/return',
    summary: 'Return with reasons; parts may be confirmed at once',
    access: 'result.confirm',
    bodyKb: 256,
    body: z
      .strictObject({
        reasons: z.array(z.enum(returnReasons)).min(1, 'return.reasonMissing').max(returnReasons.length),
        comment: text.default(''),
        confirm: z
          .array(z.strictObject({ entryId: id, value: count }))
          .max(500)
          .default([]),
        products,
      })
      .meta({ id: 'ReturnInput' }),
    ...answerTask,
  }),
  undoDecision: route({
    method: 'POST',
    path: '/tasks/{taskId}/undo-decision',
    summary: 'Take a confirmation or return back within a minute',
    access: 'result.confirm',
    ...answerTask,
  }),
  confirmEntry: route({
    method: 'POST',
    path: '/entries/{entryId}/confirm',
    summary: 'Confirm a quick report that belongs to no task, as reported or with a lower figure',
    access: 'result.confirm',
    bodyKb: 256,
    body: z.strictObject({ value: count.min(1).optional(), products }).meta({ id: 'ConfirmEntryInput' }),
    ...decideEntry,
  }),
  returnEntry: route({
    method: 'POST',
    path: '/entries/{entryId}/return',
    summary: 'A quick report that belongs to no task does not count, for these reasons',
    access: 'result.confirm',
    body: z
      .strictObject({
        reasons: z.array(z.enum(returnReasons)).min(1, 'return.reasonMissing').max(returnReasons.length),
        comment: text.default(''),
      })
      .meta({ id: 'ReturnEntryInput' }),
    ...decideEntry,
  }),
  undoEntryDecision: route({
    method: 'POST',
    path: '/entries/{entryId}/undo-decision',
    summary: 'Take the decision on a quick report back within a minute',
    access: 'result.confirm',
    ...decideEntry,
  }),
  answerDecline: route({
    method: 'POST',
    path: '/tasks/{taskId}/answer-decline',
    summary: 'After a decline: keep the order, lower the target, give more time, or release the team',
    access: 'result.confirm',
    body: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('keep'), note: reason }),
        z.strictObject({ kind: z.literal('lower_target'), target, note: reason }),
        z.strictObject({ kind: z.literal('extend'), until: day, note: reason }),
        z.strictObject({ kind: z.literal('release'), note: reason }),
      ])
      .meta({ id: 'AnswerDecline' }),
    ...answerTask,
  }),
  answerExtension: route({
    method: 'POST',
    path: '/extension-requests/{requestId}/answer',
    summary: 'Grant or refuse more time',
    access: 'result.confirm',
    body: z
      .strictObject({ granted: z.boolean(), until: day.optional(), note: z.string().max(1000).optional() })
      .meta({ id: 'AnswerExtension' }),
    ...answerTask,
  }),

  quickReport: route({
    method: 'POST',
    path: '/teams/{teamId}/quick-reports',
    summary: 'A short report at any time; adds to a task that it names and that counts the same',
    access: 'task.report',
    command: true,
    repeats: true,
    status: 201,
    bodyKb: 128,
    body: z
      .strictObject({
        kind: z.enum(quickReportKinds),
        value: count.min(1),
        happenedOn: day,
        taskId: id.optional(),
        /** Was meant for this task of the team and cannot be added to it: counts by itself, as what the task counts. */
        insteadOfTaskId: id.optional(),
        note: z.string().trim().max(1000).optional(),
        photoIds: z.array(id).max(6).default([]),
        /** Of a task that asks for it. */
        breakdown: breakdown.optional(),
        /** As many as the number: of a task that asks for products by name, or was meant for one. */
        products: namedProducts.optional(),
        /** A day on which whoever sends it asks how it went. */
        followUpOn: followUpOn.optional(),
      })
      .meta({ id: 'QuickReportInput' }),
    response: QuickReportAnswer,
  }),
  takeBackQuickReport: route({
    method: 'POST',
    path: '/progress/{entryId}/take-back',
    summary: 'Take a quick report back within a minute',
    access: 'task.report',
    command: true,
    status: 204,
  }),
  countApart: route({
    method: 'POST',
    path: '/progress/{entryId}/count-apart',
    summary: 'A quick report that was added to a task stands for itself from now on, as what it said',
    access: 'task.report',
    command: true,
    repeats: true,
    response: QuickReportAnswer,
  }),
  teamActivity: route({
    method: 'GET',
    path: '/units/{unitId}/team-activity',
    summary: 'Open work and last sign of life of these teams, which lie below the unit',
    access: 'team.read',
    whole: 'the teams that are asked for, a page of them',
    /** Of a page of teams: their ids, with commas between. */
    query: z.strictObject({ teams: z.string().regex(idList) }),
    response: z.array(TeamActivity),
  }),
};
