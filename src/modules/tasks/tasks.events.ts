import { z } from 'zod';
import { defineEvent } from '#platform/outbox';

const task = z.object({ taskId: z.uuid() });
const silent = { auditOnly: true };
const rule = z.object({ ruleId: z.uuid() });

export const taskAssigned = defineEvent('task.assigned', z.object({ assignmentId: z.uuid() }));
export const assignmentCancelled = defineEvent(
  'assignment.cancelled',
  /** `byUnitId`: whose office took it back; absent of what was told before that was kept. */
  z.object({ assignmentId: z.uuid(), silent: z.boolean(), byUnitId: z.uuid().optional() }),
);
const changeOfOrder = z.object({ assignmentId: z.uuid(), version: z.int() });
/** A new version of an order; what it is for each team stands in task_changes. */
export const assignmentChanged = defineEvent('assignment.changed', changeOfOrder);
/** Beside it, where the version brought teams to the order, or took it from some. */
export const teamsAdded = defineEvent('assignment.teams-added', changeOfOrder);
export const teamsWithdrawn = defineEvent(
  'assignment.teams-withdrawn',
  changeOfOrder.extend({ byUnitId: z.uuid().optional() }),
);
/** The version was taken back before it had left for external channels. */
export const changeUndone = defineEvent('assignment.change-undone', changeOfOrder);
const numberOfCommune = z.object({ allotmentId: z.uuid(), unitId: z.uuid() });
/** A commune was given a number by an office above, to hand on to its teams. */
export const communeAsked = defineEvent('allotment.asked', numberOfCommune);
/** Its number or the day is another one now; `before` is null where it had none. */
export const communeNumberChanged = defineEvent(
  'allotment.changed',
  numberOfCommune.extend({ version: z.int(), before: z.int().nullable() }),
);
/** It has no number any more, or the whole was taken back. */
export const communeNumberWithdrawn = defineEvent(
  'allotment.withdrawn',
  numberOfCommune.extend({ silent: z.boolean() }),
);
export const taskAccepted = defineEvent('task.accepted', task);
export const acceptanceTakenBack = defineEvent('task.acceptance-taken-back', task, silent);
/** Within a minute: the commune had been told of the decline. */
export const declineTakenBack = defineEvent('task.decline-taken-back', task);
export const taskDeclined = defineEvent('task.declined', task);
/** The commune keeps the order after a decline; `changes` tell of a lower target or a later deadline. */
export const taskKept = defineEvent('task.kept', task);
export const taskReleased = defineEvent('task.released', task);
/** The team that had it is no more: it is this team's from now on. */
export const taskHandedOver = defineEvent('task.handed-over', task.extend({ teamId: z.uuid() }));
/** Its team has become part of another, and with it perhaps other tasks of the same order: it is this team's from now on. */
export const tasksMerged = defineEvent('task.merged', task.extend({ teamId: z.uuid() }), silent);
/** Its team's hamlet has become two: so much of it is this team's from now on. */
export const tasksSplit = defineEvent('task.split', task.extend({ teamId: z.uuid() }), silent);
export const taskDelegated = defineEvent('task.delegated', task.extend({ personId: z.uuid() }));
/** The doer has left the team, or the leader has given the task back to all of it. */
export const doerCleared = defineEvent('task.doer-cleared', task, silent);
export const progressReported = defineEvent('progress.reported', task.extend({ entryId: z.uuid() }));
/** A colleague did the rest too: together it is more than was asked for. */
export const workOverlapped = defineEvent('progress.overlapped', task.extend({ entryId: z.uuid() }));
/** A product that stands in this part was named once more, in another one: it counts here. */
export const productNamedAgain = defineEvent(
  'progress.product-named-again',
  task.extend({ entryId: z.uuid(), againId: z.uuid() }),
);
/** The part named what others had named before it: that much of it does not count. */
export const productNamedBefore = defineEvent('progress.product-named-before', z.object({ entryId: z.uuid() }));
export const quickReported = defineEvent(
  'progress.quick-reported',
  z.object({ teamId: z.uuid(), entryId: z.uuid(), taskId: z.uuid().optional() }),
  silent,
);
export const quickReportTakenBack = defineEvent(
  'progress.taken-back',
  z.object({ teamId: z.uuid(), entryId: z.uuid(), taskId: z.uuid().optional() }),
  silent,
);
const followUp = z.object({ followUpId: z.uuid() });
export const followUpDone = defineEvent('progress.follow-up-done', followUp, silent);
export const followUpMoved = defineEvent('progress.follow-up-moved', followUp, silent);
const entry = z.object({ teamId: z.uuid(), entryId: z.uuid() });
export const entryConfirmed = defineEvent('progress.confirmed', entry, silent);
export const entryReturned = defineEvent('progress.returned', entry);
export const entryDecisionUndone = defineEvent('progress.decision-undone', entry, silent);
export const taskSubmitted = defineEvent('task.submitted', task);
export const taskConfirmed = defineEvent('task.confirmed', task);
export const samplingRuleEnded = defineEvent('sampling.rule-ended', rule, silent);
export const taskReturned = defineEvent('task.returned', task);
export const decisionUndone = defineEvent('task.decision-undone', task, silent);
export const extensionAsked = defineEvent('extension.asked', task.extend({ requestId: z.uuid() }));
export const extensionAnswered = defineEvent('extension.answered', task.extend({ requestId: z.uuid() }));
export const targetChanged = defineEvent('task.target-changed', task);
export const difficultyReported = defineEvent(
  'difficulty.reported',
  z.object({ difficultyId: z.uuid(), taskId: z.uuid().optional() }),
);
const difficulty = z.object({ difficultyId: z.uuid() });
export const difficultyTaken = defineEvent('difficulty.taken', difficulty, silent);
export const difficultyAnswered = defineEvent('difficulty.answered', difficulty);
/** Nobody had answered by its day: it stands before the office above the commune. */
export const difficultyEscalated = defineEvent('difficulty.escalated', difficulty);
/** The commune could not settle it and passed it to the office above. */
export const difficultyPassedUp = defineEvent('difficulty.passed-up', difficulty);
/** A company is to settle it. */
export const difficultyPassedOn = defineEvent('difficulty.passed-on', difficulty.extend({ providerId: z.uuid() }));
/** The answer does not help yet, or not after all. */
export const difficultyAsked = defineEvent('difficulty.asked', difficulty);
export const difficultyClosed = defineEvent('difficulty.closed', difficulty, silent);
/** The day is over by which it was to be settled. */
export const difficultyPromiseOver = defineEvent('difficulty.promise-over', difficulty);
export const knowHowPublished = defineEvent('know-how.published', difficulty);
export const knowHowWithdrawn = defineEvent('know-how.withdrawn', difficulty, silent);
/** An order is for teams and this company together. */
export const jointWorkAsked = defineEvent(
  'task.joint-asked',
  z.object({ assignmentId: z.uuid(), providerId: z.uuid() }),
);
export const partnerReported = defineEvent('task.partner-reported', task, silent);
const entryOfCatalogue = z.object({ unitId: z.uuid(), code: z.string() });
export const templateAdded = defineEvent('catalogue.template-added', entryOfCatalogue, silent);
export const templateEnded = defineEvent('catalogue.template-ended', entryOfCatalogue, silent);
export const nextOfSeriesSet = defineEvent('assignment.next-of-series-set', z.object({ seriesId: z.uuid() }), silent);
export const nextNumbersSet = defineEvent('allotment.next-numbers-set', z.object({ seriesId: z.uuid() }), silent);
export const numberRecurrenceSet = defineEvent('allotment.recurrence-set', z.object({ allotmentId: z.uuid() }), silent);
export const recurrenceSet = defineEvent('assignment.recurrence-set', z.object({ assignmentId: z.uuid() }), silent);
