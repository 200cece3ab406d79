/** Many results confirmed, and taken back, by one command. */
import { z } from 'zod';
import { id, instant, PersonRef } from '../primitives.ts';
import { route } from '../route.ts';
import { MOST_RESULTS } from './most-results.ts';

const ids = z.array(id).max(MOST_RESULTS).default([]);

export const ConfirmResultsInput = z
  .strictObject({
    taskIds: ids,
    /** Quick reports that belong to no task. */
    entryIds: ids,
    /** Besides those named: what waits longest. */
    waiting: z
      .strictObject({
        /** What came later has not been seen by whoever confirms. */
        until: instant,
        assignmentId: id.optional(),
      })
      .optional(),
  })
  .refine(({ taskIds, entryIds }) => taskIds.length + entryIds.length <= MOST_RESULTS, 'result.tooMany')
  .meta({ id: 'ConfirmResultsInput' });

export const ConfirmedResults = z
  .object({
    results: z.array(
      z.object({
        /** Of the task, or of the quick report. */
        id,
        outcome: z.enum(['confirmed', 'already', 'refused']),
        /** Who had confirmed it before: one of `people`. */
        byId: id.optional(),
        /** Why it was refused, as a single confirmation would say. */
        code: z.string().optional(),
      }),
    ),
    people: z.array(PersonRef),
    /** Of those that were to be confirmed by `waiting`: how many still wait. */
    left: z.int(),
    /** Of those: how many wait to be looked at, as the rule of sampling asks. */
    toLook: z.int(),
  })
  .meta({ id: 'ConfirmedResults' });

export const UndoResultsInput = z
  .strictObject({ taskIds: ids, entryIds: ids })
  .refine(({ taskIds, entryIds }) => taskIds.length + entryIds.length <= MOST_RESULTS, 'result.tooMany')
  .meta({ id: 'UndoResultsInput' });

export const UndoneResults = z
  .object({
    /** Of tasks, or of quick reports: they wait to be confirmed again. */
    undone: z.array(id),
    /** Those that stay decided, and why, as a single undoing would say. */
    kept: z.array(z.object({ id, code: z.string() })),
  })
  .meta({ id: 'UndoneResults' });

export const confirmationRoutes = {
  undoResults: route({
    method: 'POST',
    path: '/units/{unitId}/results/undo',
    summary: 'Take many decisions of the last minute back, and say which stay',
    access: 'result.confirm',
    status: 200,
    command: true,
    body: UndoResultsInput,
    response: UndoneResults,
  }),
  confirmResults: route({
    method: 'POST',
    path: '/units/{unitId}/results/confirm',
    summary: 'Confirm many results as reported, and say of each what became of it',
    access: 'result.confirm',
    status: 200,
    command: true,
    repeats: true,
    body: ConfirmResultsInput,
    response: ConfirmedResults,
  }),
};
