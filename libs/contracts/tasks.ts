/** Task templates, assignments, the teams' tasks, progress, evidence, confirmation, quick reports, difficulties. */
import { z } from 'zod';
import { declineReasons, difficultyKinds, evidenceKinds, pillars, quickReportKinds, returnReasons } from './enums.ts';
import { atQuery, count, day, id, instant, month, name, page, pageQuery, PersonRef, reason, text, UnitRef } from './primitives.ts';
import { route } from './route.ts';
import { taskStates } from './task-states.ts';

const state = z.enum(taskStates);
/** Figures of one target: reported = confirmed + waiting + still with the team. */
export const Figures = z.object({ target: count, reported: count, confirmed: count, waiting: count }).meta({ id: 'Figures' });
export const IndicatorRef = z.object({ code: z.string(), name: z.string(), nameEn: z.string(), unit: z.string(), unitEn: z.string() }).meta({ id: 'IndicatorRef' });

export const TaskTemplate = z
  .object({ code: z.string(), title: z.string(), titleEn: z.string(), section: z.string(), pillar: z.enum(pillars), indicators: z.array(IndicatorRef), evidence: z.array(z.enum(evidenceKinds)), suggestion: z.string(), guide: z.array(z.string()) })
  .meta({ id: 'TaskTemplate' });

const target = z.int('target.positive').min(1, 'target.positive').max(10_000_000);
export const AssignmentInput = z
  .strictObject({
    unitId: id, templateCode: z.string().max(20), title: name, work: z.string().trim().normalize('NFC').min(10).max(2000), indicatorCode: z.string().max(20), target, dueOn: day, replyByOn: day.optional(), directiveId: id,
    evidence: z.array(z.enum(evidenceKinds)).min(1).max(5), shares: z.array(z.strictObject({ teamId: id, target })).min(1).max(120_000), priority: z.enum(['normal', 'urgent']).default('normal'), draftId: id.optional(),
    /** Ids of the unfinished assignments like this one that the sender has seen in the preview. */
    knowsOfSimilar: z.array(id).max(50).default([]), sendAt: instant.optional(),
  })
  .meta({ id: 'AssignmentInput' });

export const AssignmentRow = z
  .object({
    id, title: z.string(), issuer: UnitRef, templateCode: z.string(), pillar: z.enum(pillars), indicator: IndicatorRef, figures: Figures, dueOn: day, issuedAt: instant, cancelledAt: instant.nullable(), teams: z.int(),
    states: z.object({ assigned: z.int(), accepted: z.int(), declined: z.int(), submitted: z.int(), returned: z.int(), confirmed: z.int(), cancelled: z.int() }),
  })
  .meta({ id: 'AssignmentRow' });

export const AssignmentDetail = AssignmentRow.extend({
  work: z.string(), replyByOn: day, directive: z.object({ id, citation: z.string(), basis: z.string().nullable() }), evidence: z.array(z.enum(evidenceKinds)), issuedBy: PersonRef, recallUntil: instant, recurrence: z.enum(['none', 'monthly']),
}).meta({ id: 'AssignmentDetail' });

export const CommuneRollUp = z.object({ commune: UnitRef, teams: z.int(), accepted: z.int(), declined: z.int(), unanswered: z.int(), submitted: z.int(), confirmed: z.int(), figures: Figures }).meta({ id: 'CommuneRollUp' });

/** A row of "Việc của tôi". */
export const TaskCard = z
  .object({
    id, assignmentId: id, title: z.string(), pillar: z.enum(pillars), templateCode: z.string(), state, dueOn: day, replyByOn: day, indicator: IndicatorRef, figures: Figures, team: z.object({ id, name: z.string() }), doer: PersonRef.nullable(), doerIsMe: z.boolean(),
    returnedBecause: z.string().nullable(), submittedAt: instant.nullable(), extension: z.object({ id, until: day, answeredAt: instant.nullable(), granted: z.boolean().nullable() }).nullable(), priority: z.enum(['normal', 'urgent']), confirmedSeen: z.boolean(),
  })
  .meta({ id: 'TaskCard' });

export const Photo = z.object({ id, url: z.string(), width: z.int(), height: z.int(), bytes: z.int(), takenBy: PersonRef, at: instant }).meta({ id: 'Photo' });
export const ProgressEntry = z
  .object({ id, receipt: z.string(), happenedOn: day, recordedAt: instant, by: PersonRef, value: count, note: z.string().nullable(), links: z.array(z.string()), applicationCodes: z.array(z.string()), photos: z.array(Photo), photosPending: z.int(), correctsId: id.nullable(), correctedById: id.nullable(), confirmedValue: count.nullable(), confirmedAt: instant.nullable(), periodMonth: month, mine: z.boolean() })
  .meta({ id: 'ProgressEntry' });
export const TrailItem = z.object({ at: instant, kind: z.string(), by: PersonRef.nullable(), params: z.record(z.string(), z.unknown()) }).meta({ id: 'TrailItem' });

export const TaskDetail = TaskCard.extend({
  work: z.string(), issuer: UnitRef, issuedBy: PersonRef, issuedAt: instant, acceptedAt: instant.nullable(), acceptedBy: PersonRef.nullable(), declined: z.object({ reason: z.enum(declineReasons), note: z.string().nullable(), at: instant, by: PersonRef }).nullable(),
  returned: z.object({ reasons: z.array(z.enum(returnReasons)), comment: z.string(), at: instant, by: PersonRef }).nullable(), confirmed: z.object({ at: instant, by: PersonRef, periodMonth: month }).nullable(), cancelled: z.object({ reason: z.string(), at: instant }).nullable(),
  directive: z.object({ id, citation: z.string(), abstract: z.string() }), supporters: z.array(PersonRef), guide: z.array(z.string()), evidence: z.array(z.enum(evidenceKinds)), entries: z.array(ProgressEntry), members: z.array(PersonRef),
  missingProducts: z.array(z.object({ id, name: z.string(), owner: z.string(), marketplace: z.string().nullable(), listedOn: day.nullable() })).nullable(),
  commune: z.object({ unit: UnitRef, target: count, confirmed: count, otherTeams: z.int() }), byPerson: z.array(z.object({ person: PersonRef, value: count })),
}).meta({ id: 'TaskDetail' });

export const TaskReceipt = z.object({ task: TaskDetail, receipt: z.string().nullable(), alreadyBy: PersonRef.nullable() }).meta({ id: 'TaskReceipt' });

export const ProgressInput = z
  .strictObject({
    happenedOn: day, value: count, note: z.string().trim().normalize('NFC').max(1000).optional(), links: z.array(z.url().max(500)).max(10).default([]), applicationCodes: z.array(z.string().trim().max(20)).max(200).default([]),
    /** Ids (v4, made by the phone) of photos that will follow as their own commands. */
    photoIds: z.array(id).max(6).default([]), complete: z.boolean().default(false),
  })
  .meta({ id: 'ProgressInput' });

export const ResultRow = z
  .object({ task: z.object({ id, title: z.string(), state, dueOn: day, indicator: IndicatorRef, figures: Figures }), team: z.object({ id, name: z.string() }), hamlet: UnitRef, submittedAt: instant, entries: z.array(ProgressEntry), members: z.array(PersonRef) })
  .meta({ id: 'ResultRow' });

export const Difficulty = z
  .object({ id, kind: z.enum(difficultyKinds), text: z.string(), team: z.object({ id, name: z.string() }), taskId: id.nullable(), by: PersonRef, at: instant, answer: z.string().nullable(), answeredAt: instant.nullable() })
  .meta({ id: 'Difficulty' });

export const TeamActivity = z.object({ teamId: id, openTasks: z.int(), lastActivityAt: instant.nullable() }).meta({ id: 'TeamActivity' });

export const AssignmentDraft = z.object({ id, unitId: id, title: z.string(), content: z.record(z.string(), z.unknown()), savedAt: instant }).meta({ id: 'AssignmentDraft' });

export const TeamTaskRow = z
  .object({ taskId: id, team: z.object({ id, name: z.string() }), commune: UnitRef, leader: PersonRef.nullable(), state, stateSince: instant, figures: Figures, lastEntry: z.object({ at: instant, value: count, by: PersonRef }).nullable(), declined: z.object({ reason: z.enum(declineReasons), note: z.string().nullable() }).nullable(), extension: z.object({ id, until: day, reason: z.string().nullable() }).nullable(), supporters: z.array(PersonRef), confirmedBy: PersonRef.nullable() })
  .meta({ id: 'TeamTaskRow' });

const answerTask = { status: 200, command: true, response: TaskReceipt } as const;

export const taskRoutes = {
  listTemplates: route({ method: 'GET', path: '/task-templates', summary: 'Catalogue of task templates valid at a date', access: 'self', query: atQuery, response: z.array(TaskTemplate) }),
  saveDraft: route({ method: 'PUT', path: '/units/{unitId}/assignment-drafts/{draftId}', summary: 'Save a half-typed assignment', access: 'assignment.issue', body: z.strictObject({ title: z.string().max(200), content: z.record(z.string(), z.unknown()) }).meta({ id: 'DraftInput' }), response: AssignmentDraft }),
  listDrafts: route({ method: 'GET', path: '/units/{unitId}/assignment-drafts', summary: 'Half-typed assignments of the unit', access: 'assignment.issue', response: z.array(AssignmentDraft) }),
  deleteDraft: route({ method: 'DELETE', path: '/units/{unitId}/assignment-drafts/{draftId}', summary: 'Drop a half-typed assignment', access: 'assignment.issue', status: 204 }),
  issueAssignment: route({ method: 'POST', path: '/assignments', summary: 'Issue one order to many teams: work, target, deadline and directive are required', access: 'assignment.issue', status: 201, command: true, body: AssignmentInput, response: AssignmentDetail }),
  listAssignments: route({ method: 'GET', path: '/units/{unitId}/assignments', summary: 'Assignments that concern the unit, newest first', access: 'assignment.read', query: z.strictObject({ q: z.string().trim().max(100).optional(), open: z.stringbool().optional(), ...pageQuery }), response: page(AssignmentRow).meta({ id: 'AssignmentPage' }) }),
  getAssignment: route({ method: 'GET', path: '/assignments/{assignmentId}', summary: 'One assignment with its roll-up', access: 'assignment.read', response: AssignmentDetail }),
  assignmentTasks: route({ method: 'GET', path: '/assignments/{assignmentId}/tasks', summary: "Each team's task of the assignment, within my scope", access: 'assignment.read', query: z.strictObject({ communeId: id.optional() }), response: z.array(TeamTaskRow) }),
  assignmentRollUp: route({ method: 'GET', path: '/assignments/{assignmentId}/roll-up', summary: 'Figures by commune; sums equal the parts', access: 'assignment.read', response: z.array(CommuneRollUp) }),
  cancelAssignment: route({ method: 'POST', path: '/assignments/{assignmentId}/cancel', summary: 'Recall (silent within the hold) or cancel with a notice', access: 'assignment.issue', command: true, body: z.strictObject({ reason }).meta({ id: 'CancelAssignment' }), response: AssignmentDetail }),
  issueAgainMonthly: route({ method: 'PUT', path: '/assignments/{assignmentId}/recurrence', summary: 'Issue anew at the start of each period, or stop', access: 'assignment.issue', command: true, body: z.strictObject({ recurrence: z.enum(['none', 'monthly']) }).meta({ id: 'Recurrence' }), response: AssignmentDetail }),

  myTasks: route({ method: 'GET', path: '/me/tasks', summary: "My teams' tasks, due first", access: 'self', query: z.strictObject({ closed: z.stringbool().default(false), limit: z.coerce.number().int().min(1).max(200).default(100) }), response: z.object({ tasks: z.array(TaskCard), asOf: instant }).meta({ id: 'MyTasks' }) }),
  getTask: route({ method: 'GET', path: '/tasks/{taskId}', summary: 'One task, whole', access: 'task.read', response: TaskDetail }),
  taskTrail: route({ method: 'GET', path: '/tasks/{taskId}/trail', summary: 'What happened to the task, from the audit trail', access: 'task.read', response: z.array(TrailItem) }),
  acceptTask: route({ method: 'POST', path: '/tasks/{taskId}/accept', summary: 'Accept for the team; the first one wins, the second is told who it was', access: 'task.accept', ...answerTask }),
  takeBackAcceptance: route({ method: 'POST', path: '/tasks/{taskId}/take-back-acceptance', summary: 'Undo an acceptance within a minute', access: 'task.accept', ...answerTask }),
  declineTask: route({ method: 'POST', path: '/tasks/{taskId}/decline', summary: 'Decline with a reason', access: 'task.answer', body: z.strictObject({ reason: z.enum(declineReasons), note: z.string().trim().max(1000).optional() }).meta({ id: 'DeclineInput' }), ...answerTask }),
  askExtension: route({ method: 'POST', path: '/tasks/{taskId}/extension-requests', summary: 'Ask for more time; the task keeps its state', access: 'task.answer', body: z.strictObject({ until: day, reason: z.string().trim().max(1000).optional() }).meta({ id: 'ExtensionInput' }), ...answerTask }),
  delegateTask: route({ method: 'POST', path: '/tasks/{taskId}/delegate', summary: 'Pass the task to a member of the team', access: 'task.answer', body: z.strictObject({ personId: id, note: z.string().trim().max(500).optional() }).meta({ id: 'DelegateInput' }), ...answerTask }),
  reportProgress: route({ method: 'POST', path: '/tasks/{taskId}/progress', summary: 'Add a part of the result', access: 'task.report', body: ProgressInput, ...answerTask }),
  correctProgress: route({ method: 'POST', path: '/progress/{entryId}/corrections', summary: 'A new entry that stands in for a wrong one (within 24 h); the old one stays readable', access: 'task.report', body: ProgressInput, ...answerTask }),
  addPhoto: route({ method: 'PUT', path: '/progress/{entryId}/photos/{photoId}', summary: 'The bytes of a photo announced by an entry (JPEG, PNG or WebP, at most 5 MB)', access: 'task.report', upload: 'photo', response: Photo }),
  photoBytes: route({ method: 'GET', path: '/photos/{photoId}', summary: 'The picture behind a signed link of five minutes', access: 'public', query: z.strictObject({ expires: z.string().regex(/^\d{1,12}$/), signature: z.string().max(100) }), produces: 'image/jpeg' }),
  completeTask: route({ method: 'POST', path: '/tasks/{taskId}/complete', summary: 'Mark as done: goes to the commune for confirmation', access: 'task.complete', body: z.strictObject({ note: z.string().trim().max(1000).optional() }).meta({ id: 'CompleteInput' }), ...answerTask }),
  resultSeen: route({ method: 'POST', path: '/tasks/{taskId}/confirmation-seen', summary: 'The seal has been shown', access: 'task.read', status: 204 }),

  resultsToConfirm: route({ method: 'GET', path: '/units/{unitId}/results', summary: 'Results that wait for confirmation, oldest first', access: 'result.confirm', response: z.array(ResultRow) }),
  confirmTask: route({ method: 'POST', path: '/tasks/{taskId}/confirm', summary: 'Confirm every entry of a submitted task', access: 'result.confirm', ...answerTask }),
  returnTask: route({
    method: 'POST', path: '/tasks/{taskId}/return', summary: 'Return with reasons; parts may be confirmed at once', access: 'result.confirm',
    body: z.strictObject({ reasons: z.array(z.enum(returnReasons)).min(1, 'return.reasonMissing'), comment: text.default(''), confirm: z.array(z.strictObject({ entryId: id, value: count })).max(500).default([]) }).meta({ id: 'ReturnInput' }), ...answerTask,
  }),
  undoDecision: route({ method: 'POST', path: '/tasks/{taskId}/undo-decision', summary: 'Take a confirmation or return back within a minute', access: 'result.confirm', ...answerTask }),
  answerDecline: route({
    method: 'POST', path: '/tasks/{taskId}/answer-decline', summary: 'After a decline: keep the order, lower the target, give more time, or release the team', access: 'result.confirm',
    body: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('keep'), note: reason }), z.strictObject({ kind: z.literal('lower_target'), target, note: reason }), z.strictObject({ kind: z.literal('extend'), until: day, note: reason }), z.strictObject({ kind: z.literal('release'), note: reason })]).meta({ id: 'AnswerDecline' }), ...answerTask,
  }),
  answerExtension: route({ method: 'POST', path: '/extension-requests/{requestId}/answer', summary: 'Grant or refuse more time', access: 'result.confirm', body: z.strictObject({ granted: z.boolean(), until: day.optional(), note: z.string().max(1000).optional() }).meta({ id: 'AnswerExtension' }), ...answerTask }),

  quickReport: route({
    method: 'POST', path: '/teams/{teamId}/quick-reports', summary: 'A short report at any time; adds to a task when it names one', access: 'task.report', command: true, status: 201,
    body: z.strictObject({ kind: z.enum(quickReportKinds), value: count.min(1), happenedOn: day, taskId: id.optional(), note: z.string().trim().max(1000).optional(), photoIds: z.array(id).max(6).default([]) }).meta({ id: 'QuickReportInput' }),
    response: z.object({ entry: ProgressEntry, taskId: id.nullable() }).meta({ id: 'QuickReportAnswer' }),
  }),
  takeBackQuickReport: route({ method: 'POST', path: '/progress/{entryId}/take-back', summary: 'Take a quick report back within a minute', access: 'task.report', command: true, status: 204 }),
  reportDifficulty: route({ method: 'POST', path: '/teams/{teamId}/difficulties', summary: '"Báo khó khăn"', access: 'difficulty.report', command: true, status: 201, body: z.strictObject({ kind: z.enum(difficultyKinds), text: text.min(3), taskId: id.optional() }).meta({ id: 'DifficultyInput' }), response: Difficulty }),
  teamActivity: route({ method: 'GET', path: '/units/{unitId}/team-activity', summary: 'Open work and last sign of life of each team below the unit', access: 'team.read', response: z.array(TeamActivity) }),
  listDifficulties: route({ method: 'GET', path: '/units/{unitId}/difficulties', summary: "Difficulties of the unit's teams, newest first", access: 'difficulty.read', response: z.array(Difficulty) }),
};
