/** A team's task: how it is answered, reported on and handed in. */
import { z } from 'zod';
import { declineReasons, evidenceKinds, pillars, quickReportKinds, returnReasons } from '../enums.ts';
import { count, day, id, instant, link, month, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { skills } from '../membership/skill-kinds.ts';
import { taskStates } from './task-states.ts';
import { DatedWords } from '../organization/dimensions.ts';
import { Figures, IndicatorRef } from './assignments.ts';
import { followUpOn, MyFollowUps } from './follow-ups.ts';

const state = z.enum(taskStates);
/** A row of "Việc của tôi". */
export const TaskCard = z
  .object({
    id,
    assignmentId: id,
    title: z.string(),
    pillar: z.enum(pillars),
    templateCode: z.string(),
    state,
    dueOn: day,
    replyByOn: day,
    indicator: IndicatorRef,
    figures: Figures,
    team: z.object({ id, name: z.string() }),
    doer: PersonRef.nullable(),
    doerIsMe: z.boolean(),
    returnedBecause: z.string().nullable(),
    submittedAt: instant.nullable(),
    extension: z.object({ id, until: day, answeredAt: instant.nullable(), granted: z.boolean().nullable() }).nullable(),
    priority: z.enum(['normal', 'urgent']),
    confirmedSeen: z.boolean(),
  })
  .meta({ id: 'TaskCard' });

export const Photo = z
  .object({ id, url: z.string(), width: z.int(), height: z.int(), bytes: z.int(), takenBy: PersonRef, at: instant })
  .meta({ id: 'Photo' });
const BreakdownLine = z
  .strictObject({ by: z.string().max(40), kind: z.string().max(40), value: count.min(1) })
  .meta({ id: 'BreakdownLine' });
export const ToldLine = BreakdownLine.extend({ name: z.string(), nameEn: z.string() }).meta({ id: 'ToldLine' });
export const breakdown = z.array(BreakdownLine).max(60);
/** Products by name, each with its place and link. */
export const products = z.array(z.strictObject({ productId: id, marketplace: z.string().max(40), link })).max(50);
/** A product of the register that a part of the work names. */
const EntryProduct = z
  .object({
    productId: id,
    name: z.string(),
    marketplace: z.string(),
    /** The marketplace in the words of the day of the work. */
    place: z.string(),
    link: z.string(),
    /** False: it was named before, or stood on a marketplace already. */
    counted: z.boolean(),
    /** Who has named it before. */
    firstBy: PersonRef.nullable(),
    /** Who named it too, and is not counted for it. */
    alsoBy: z.array(PersonRef),
  })
  .meta({ id: 'EntryProduct' });
export const ProgressEntry = z
  .object({
    id,
    receipt: z.string(),
    happenedOn: day,
    recordedAt: instant,
    by: PersonRef,
    value: count,
    note: z.string().nullable(),
    links: z.array(z.string()),
    applicationCodes: z.array(z.string()),
    photos: z.array(Photo),
    photosPending: z.int(),
    correctsId: id.nullable(),
    correctedById: id.nullable(),
    confirmedValue: count.nullable(),
    confirmedAt: instant.nullable(),
    periodMonth: month,
    mine: z.boolean(),
    /** Of a quick report: its word; absent elsewhere, and from older servers. */
    quickKind: z.enum(quickReportKinds).optional(),
    /** So many of it are of this kind, in the words of the day of the work; absent from older servers. */
    breakdown: z.array(ToldLine).optional(),
    /** The products behind the number, where the order asks for them by name. */
    products: z.array(EntryProduct).optional(),
    /** Of advice: on which day its giver still asks how it went. */
    followUpOn: day.nullable().optional(),
  })
  .meta({ id: 'ProgressEntry' });
export const TrailItem = z
  .object({ at: instant, kind: z.string(), by: PersonRef.nullable(), params: z.record(z.string(), z.unknown()) })
  .meta({ id: 'TrailItem' });

export const TaskDetail = TaskCard.extend({
  work: z.string(),
  issuer: UnitRef,
  issuedBy: PersonRef,
  issuedAt: instant,
  acceptedAt: instant.nullable(),
  acceptedBy: PersonRef.nullable(),
  declined: z
    .object({ reason: z.enum(declineReasons), note: z.string().nullable(), at: instant, by: PersonRef })
    .nullable(),
  returned: z
    .object({ reasons: z.array(z.enum(returnReasons)), comment: z.string(), at: instant, by: PersonRef })
    .nullable(),
  confirmed: z.object({ at: instant, by: PersonRef, periodMonth: month }).nullable(),
  cancelled: z.object({ reason: z.string(), at: instant }).nullable(),
  /** The last change of the order that touched this team; absent from older servers. */
  changed: z
    .object({
      at: instant,
      by: PersonRef,
      reason: z.string(),
      dueFrom: day.optional(),
      dueTo: day.optional(),
      targetFrom: count.optional(),
      targetTo: count.optional(),
      reworded: z.boolean(),
      /** The team had accepted the version before. */
      afterAcceptance: z.boolean(),
    })
    .nullable()
    .optional(),
  /** The team's commune became another one after the order was given; absent where it did not, and from older servers. */
  moved: z
    .object({
      from: UnitRef,
      to: UnitRef,
      on: day,
      /** Later where the change was entered after its day; absent from older servers. */
      confirmsFrom: day.optional(),
      /** The former commune is no more, and the order was its own. */
      ended: z.boolean(),
      issued: z.boolean(),
      title: z.string().nullable(),
      citation: z.string().nullable(),
    })
    .nullable()
    .optional(),
  directive: z.object({ id, citation: z.string(), abstract: z.string() }),
  supporters: z.array(PersonRef),
  guide: z.array(z.string()),
  evidence: z.array(z.enum(evidenceKinds)),
  /** What every part says beside its number, and in which words, by the day of the work. */
  asks: z.array(z.string()).optional(),
  words: z.array(DatedWords).optional(),
  minimumCodes: z.int().nullable().optional(),
  /** What handing in would be refused for; photos that are announced count. */
  evidenceMissing: z.array(z.enum(evidenceKinds)).optional(),
  entries: z.array(ProgressEntry),
  /** Of the team, and what each can help with: a hint for whoever passes the task on. */
  members: z.array(PersonRef.extend({ skills: z.array(z.enum(skills)).optional() })),
  missingProducts: z
    .array(
      z.object({
        id,
        name: z.string(),
        owner: z.string(),
        marketplace: z.string().nullable(),
        listedOn: day.nullable(),
        stars: z.int().nullable().optional(),
        /** Of another hamlet of the commune: its name. */
        hamlet: z.string().nullable().optional(),
        /** Named by work that the commune has not decided about. */
        taken: z.object({ entryId: id, by: PersonRef, at: instant, place: z.string() }).nullable().optional(),
      }),
    )
    .nullable(),
  commune: z.object({ unit: UnitRef, target: count, confirmed: count, otherTeams: z.int() }),
  byPerson: z.array(z.object({ person: PersonRef, value: count })),
  /** Of joint work: the company, and what it says that the two have reached. Absent from older servers. */
  partner: z.object({ name: z.string(), reported: count, reportedOn: day.nullable() }).nullable().optional(),
}).meta({ id: 'TaskDetail' });

export const TaskReceipt = z
  .object({ task: TaskDetail, receipt: z.string().nullable(), alreadyBy: PersonRef.nullable() })
  .meta({ id: 'TaskReceipt' });

export const ProgressInput = z
  .strictObject({
    happenedOn: day,
    value: count,
    note: z.string().trim().normalize('NFC').max(1000).optional(),
    links: z.array(link).max(50).default([]),
    applicationCodes: z.array(z.string().trim().max(60)).max(200).default([]),
    /** What the order asks for beside the number; a correction without it takes over what is clear. */
    breakdown: breakdown.optional(),
    /** As many as the number, where the order asks for products by name. */
    products: products.optional(),
    followUpOn: followUpOn.optional(),
    /** Ids (v4, made by the phone) of photos that will follow as their own commands. */
    photoIds: z.array(id).max(6).default([]),
    complete: z.boolean().default(false),
  })
  .meta({ id: 'ProgressInput' });

/** Commands on a task answer with the task as it is now. */
export const answerTask = { status: 200, command: true, repeats: true, response: TaskReceipt } as const;

export const taskRoutes = {
  myTasks: route({
    method: 'GET',
    path: '/me/tasks',
    summary: "My teams' tasks, due first",
    access: 'self',
    query: z.strictObject({
      closed: z.stringbool().default(false),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ tasks: z.array(TaskCard), asOf: instant, ...MyFollowUps }).meta({ id: 'MyTasks' }),
  }),
  getTask: route({
    method: 'GET',
    path: '/tasks/{taskId}',
    summary: 'One task, whole',
    access: 'task.read',
    response: TaskDetail,
  }),
  taskTrail: route({
    method: 'GET',
    path: '/tasks/{taskId}/trail',
    summary: 'What happened to the task, from the audit trail',
    access: 'task.read',
    whole: 'what happened to one task',
    response: z.array(TrailItem),
  }),
  acceptTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/accept',
    summary: 'Accept for the team; the first one wins, the second is told who it was',
    access: 'task.accept',
    ...answerTask,
  }),
  takeBackAcceptance: route({
    method: 'POST',
    path: '/tasks/{taskId}/take-back-acceptance',
    summary: 'Undo an acceptance within a minute',
    access: 'task.accept',
    ...answerTask,
  }),
  declineTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/decline',
    summary: 'Decline with a reason',
    access: 'task.answer',
    body: z
      .strictObject({ reason: z.enum(declineReasons), note: z.string().trim().max(1000).optional() })
      .meta({ id: 'DeclineInput' }),
    ...answerTask,
  }),
  takeBackDecline: route({
    method: 'POST',
    path: '/tasks/{taskId}/take-back-decline',
    summary: 'Undo the own decline within a minute',
    access: 'task.answer',
    ...answerTask,
  }),
  askExtension: route({
    method: 'POST',
    path: '/tasks/{taskId}/extension-requests',
    summary: 'Ask for more time; the task keeps its state',
    access: 'task.answer',
    body: z.strictObject({ until: day, reason: z.string().trim().max(1000).optional() }).meta({ id: 'ExtensionInput' }),
    ...answerTask,
  }),
  delegateTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/delegate',
    summary: 'Pass the task to a member of the team, or back to all of it',
    access: 'task.answer',
    body: z
      .strictObject({ personId: id.nullable(), note: z.string().trim().max(500).optional() })
      .meta({ id: 'DelegateInput' }),
    ...answerTask,
  }),
  reportProgress: route({
    method: 'POST',
    path: '/tasks/{taskId}/progress',
    summary: 'Add a part of the result',
    access: 'task.report',
    bodyKb: 192,
    body: ProgressInput,
    ...answerTask,
  }),
  correctProgress: route({
    method: 'POST',
    path: '/progress/{entryId}/corrections',
    summary: 'A new entry that stands in for a wrong one until the commune confirms it; the old one stays readable',
    access: 'task.report',
    bodyKb: 192,
    body: ProgressInput,
    ...answerTask,
  }),
  addPhoto: route({
    method: 'PUT',
    path: '/progress/{entryId}/photos/{photoId}',
    summary: 'The bytes of a photo announced by an entry (JPEG, PNG or WebP, at most 5 MB)',
    access: 'task.report',
    upload: 'photo',
    response: Photo,
  }),
  photoBytes: route({
    method: 'GET',
    path: '/photos/{photoId}',
    summary: 'The picture behind a signed link of five minutes',
    access: 'public',
    query: z.strictObject({ expires: z.string().regex(/^\d{1,12}$/), signature: z.string().max(100) }),
    produces: 'image/jpeg',
  }),
  completeTask: route({
    method: 'POST',
    path: '/tasks/{taskId}/complete',
    summary: 'Mark as done: goes to the commune for confirmation',
    access: 'task.complete',
    body: z.strictObject({ note: z.string().trim().max(1000).optional() }).meta({ id: 'CompleteInput' }),
    ...answerTask,
  }),
  resultSeen: route({
    method: 'POST',
    path: '/tasks/{taskId}/confirmation-seen',
    summary: 'The confirmed result has been shown',
    access: 'task.read',
    status: 204,
  }),
};
