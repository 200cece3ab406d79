/** Task templates, drafts, and orders to many teams with their sums. */
import { z } from 'zod';
import { declineReasons, evidenceKinds, pillars } from '../enums.ts';
import {
  atQuery,
  count,
  day,
  id,
  instant,
  name,
  page,
  pageQuery,
  PersonRef,
  reason,
  reckonedMonth,
  UnitRef,
} from '../primitives.ts';
import { nothingLeftReasons } from '../organization/ocop.ts';
import { route } from '../route.ts';
import { teamFilters } from '../membership/team-lists.ts';
import { confirmationManners } from './sampling.ts';
import { taskStates } from './task-states.ts';

const state = z.enum(taskStates);
/** Figures of one target: reported = confirmed + waiting + still with the team. */
export const Figures = z
  .object({ target: count, reported: count, confirmed: count, waiting: count })
  .meta({ id: 'Figures' });
export const IndicatorRef = z
  .object({ code: z.string(), name: z.string(), nameEn: z.string(), unit: z.string(), unitEn: z.string() })
  .meta({ id: 'IndicatorRef' });

export const TaskTemplate = z
  .object({
    code: z.string(),
    title: z.string(),
    titleEn: z.string(),
    section: z.string(),
    pillar: z.enum(pillars),
    indicators: z.array(IndicatorRef),
    evidence: z.array(z.enum(evidenceKinds)),
    suggestion: z.string(),
    guide: z.array(z.string()),
  })
  .meta({ id: 'TaskTemplate' });

/** A whole number above zero, of the indicator's unit. */
export const target = z.int('target.positive').min(1, 'target.positive').max(10_000_000);
/** Active teams as a list of them is filtered: those named, or all but those named. */
export const TeamSelection = z
  .strictObject({
    under: id,
    q: z.string().trim().max(100).optional(),
    filter: z.enum(teamFilters).exclude(['draft']).default('active'),
    only: z.array(id).min(1).max(5_000).optional(),
    except: z.array(id).max(5_000).default([]),
    /** Communes whose teams are left out. */
    exceptUnits: z.array(id).max(5_000).default([]),
    split: z.enum(['households', 'even']),
  })
  .meta({ id: 'TeamSelection' });
/** What an order says, whoever it is for. */
export const orderWords = {
  templateCode: z.string().max(20),
  title: name,
  work: z.string().trim().normalize('NFC').min(10).max(2000),
  indicatorCode: z.string().max(20),
  target,
  dueOn: day,
  directiveId: id,
  evidence: z.array(z.enum(evidenceKinds)).min(1).max(evidenceKinds.length),
  /** Of every part of the work beside its number: dimensions of the indicator, amounts, a link for each. */
  asks: z.array(z.string().max(40)).max(10).default([]),
  /** Codes of applications that there have to be when the work is handed in. */
  minimumCodes: z.int().min(1).max(50).optional(),
  priority: z.enum(['normal', 'urgent']).default('normal'),
  draftId: id.optional(),
};
/** What an order to teams says beside which teams they are. */
export const orderShape = {
  ...orderWords,
  unitId: id,
  replyByOn: day.optional(),
  /** Given anew at the start of each period. */
  recurrence: z.enum(['none', 'monthly']).default('none'),
  /** A company that does the work together with the teams; what they reach counts once. */
  providerId: id.optional(),
  /** What the commune was given by an office above, of which it hands this on. */
  originId: id.optional(),
  /** Ids of the unfinished assignments like this one that the sender has seen in the preview: a province has hundreds. */
  knowsOfSimilar: z.array(id).max(5_000).default([]),
  sendAt: instant.optional(),
};
export const AssignmentInput = z
  .strictObject({
    ...orderShape,
    /** Either each team's share of the target, or which teams: then the server splits it over them. */
    shares: z
      .array(z.strictObject({ teamId: id, target }))
      .min(1)
      .max(25_000)
      .optional(),
    selection: TeamSelection.optional(),
  })
  .refine(({ shares, selection }) => (shares === undefined) !== (selection === undefined), {
    error: 'assignment.teamsMissing',
    path: ['shares'],
  })
  .meta({ id: 'AssignmentInput' });

/** Whom a selection means, and what each commune's teams get of the target. */
export const AssignmentSplit = z
  .object({
    teams: z.int(),
    members: z.int(),
    households: count,
    /** Teams without a share, which are left out; a few of them by name. */
    without: z.object({ n: z.int(), names: z.array(z.string()) }),
    /** Teams of whose hamlet no households are known. */
    unknown: z.object({ n: z.int(), names: z.array(z.string()) }),
    communes: z.array(z.object({ commune: UnitRef, teams: z.int(), households: count, target: count })),
  })
  .meta({ id: 'AssignmentSplit' });

/** OCOP products of a commune: registered, of those on no marketplace, and what open orders ask for already. */
export const OcopStockOf = z
  .object({ commune: UnitRef, registered: count, missing: count, ordered: count })
  .meta({ id: 'OcopStockOf' });

export const AssignmentRow = z
  .object({
    id,
    title: z.string(),
    issuer: UnitRef,
    templateCode: z.string(),
    pillar: z.enum(pillars),
    indicator: IndicatorRef,
    figures: Figures,
    dueOn: day,
    priority: z.enum(['normal', 'urgent']),
    issuedAt: instant,
    cancelledAt: instant.nullable(),
    teams: z.int(),
    states: z.object({
      assigned: z.int(),
      accepted: z.int(),
      declined: z.int(),
      submitted: z.int(),
      returned: z.int(),
      confirmed: z.int(),
      cancelled: z.int(),
    }),
    /** The period in which a monthly order was not issued again, and why. */
    skipped: z.object({ month: reckonedMonth, reason: z.enum(nothingLeftReasons) }).nullable(),
  })
  .meta({ id: 'AssignmentRow' });

export const AssignmentDetail = AssignmentRow.extend({
  work: z.string(),
  replyByOn: day,
  directive: z.object({ id, citation: z.string(), basis: z.string().nullable() }),
  evidence: z.array(z.enum(evidenceKinds)),
  /** By name what every part of the work says beside its number. */
  asks: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string() })).optional(),
  minimumCodes: z.int().nullable().optional(),
  issuedBy: PersonRef,
  recallUntil: instant,
  /** 1 as it was issued; each change is one more. */
  version: z.int(),
  recurrence: z.enum(['none', 'monthly']),
  /** The number from above of which it hands on a part. */
  origin: z.object({ id, title: z.string(), issuer: UnitRef }).nullable(),
  /** What the reader may take back: all of it, of a unit that has ended the part of the reader's own teams, or nothing. */
  cancels: z.enum(['all', 'own']).nullable().optional(),
}).meta({ id: 'AssignmentDetail' });

export const CommuneRollUp = z
  .object({
    commune: UnitRef,
    teams: z.int(),
    accepted: z.int(),
    declined: z.int(),
    unanswered: z.int(),
    submitted: z.int(),
    confirmed: z.int(),
    figures: Figures,
  })
  .meta({ id: 'CommuneRollUp' });

export const AssignmentDraft = z
  .object({ id, unitId: id, title: z.string(), content: z.record(z.string(), z.unknown()), savedAt: instant })
  .meta({ id: 'AssignmentDraft' });

export const TeamTaskRow = z
  .object({
    taskId: id,
    team: z.object({ id, name: z.string() }),
    commune: UnitRef,
    leader: PersonRef.nullable(),
    state,
    stateSince: instant,
    figures: Figures,
    lastEntry: z.object({ at: instant, value: count, by: PersonRef }).nullable(),
    declined: z.object({ reason: z.enum(declineReasons), note: z.string().nullable() }).nullable(),
    extension: z.object({ id, until: day, reason: z.string().nullable() }).nullable(),
    supporters: z.array(PersonRef),
    confirmedBy: PersonRef.nullable(),
    /** Not looked at by itself: ticked with others, or left out of the sample. */
    confirmedUnseen: z.enum(confirmationManners).exclude(['each']).optional(),
  })
  .meta({ id: 'TeamTaskRow' });

export const assignmentRoutes = {
  listTemplates: route({
    method: 'GET',
    path: '/task-templates',
    summary: 'Catalogue of task templates valid at a date',
    access: 'self',
    whole: 'the national catalogue, some thirty',
    query: atQuery,
    response: z.array(TaskTemplate),
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/units/{unitId}/assignment-drafts/{draftId}',
    summary: 'Save a half-typed assignment',
    access: 'assignment.issue',
    body: z
      .strictObject({ title: z.string().max(200), content: z.record(z.string().max(100), z.unknown()) })
      .meta({ id: 'DraftInput' }),
    response: AssignmentDraft,
  }),
  listDrafts: route({
    method: 'GET',
    path: '/units/{unitId}/assignment-drafts',
    summary: 'Half-typed assignments of the unit',
    access: 'assignment.issue',
    whole: 'what the officers of one unit have begun and not sent, thirty of each at most',
    response: z.array(AssignmentDraft),
  }),
  deleteDraft: route({
    method: 'DELETE',
    path: '/units/{unitId}/assignment-drafts/{draftId}',
    summary: 'Drop a half-typed assignment',
    access: 'assignment.issue',
    status: 204,
  }),
  productsToList: route({
    method: 'GET',
    path: '/units/{unitId}/products-to-list',
    summary: 'OCOP products that can be ordered in each commune of the unit',
    access: 'assignment.issue',
    whole: 'at most one row for each commune of a province',
    response: z.array(OcopStockOf),
  }),
  splitAssignment: route({
    method: 'POST',
    path: '/assignments/split',
    summary: 'Before it is issued: what each commune gets of a target that is split over chosen teams',
    access: 'assignment.issue',
    bodyKb: 512,
    body: z
      .strictObject({ unitId: id, target: target.optional(), selection: TeamSelection })
      .meta({ id: 'AssignmentSplitInput' }),
    response: AssignmentSplit,
  }),
  issueAssignment: route({
    method: 'POST',
    path: '/assignments',
    summary: 'Issue one order to many teams: work, target, deadline and directive are required',
    access: 'assignment.issue',
    status: 201,
    command: true,
    bodyKb: 2048,
    body: AssignmentInput,
    response: AssignmentDetail,
  }),
  listAssignments: route({
    method: 'GET',
    path: '/units/{unitId}/assignments',
    summary: 'Assignments that concern the unit, newest first',
    access: 'assignment.read',
    query: z.strictObject({
      q: z.string().trim().max(100).optional(),
      open: z.stringbool().optional(),
      /** Only orders in which this team has a task. */
      teamId: id.optional(),
      ...pageQuery,
      /** Each row sums all tasks of its order: two hundred of a province would take seconds. */
      limit: pageQuery.limit.unwrap().max(50).default(50),
    }),
    response: page(AssignmentRow).meta({ id: 'AssignmentPage' }),
  }),
  getAssignment: route({
    method: 'GET',
    path: '/assignments/{assignmentId}',
    summary: 'One assignment with its roll-up',
    access: 'assignment.read',
    response: AssignmentDetail,
  }),
  cancelAssignment: route({
    method: 'POST',
    path: '/assignments/{assignmentId}/cancel',
    summary: 'Recall (silent within the hold) or cancel with a notice',
    access: 'assignment.issue',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'CancelAssignment' }),
    response: AssignmentDetail,
  }),
  issueAgainMonthly: route({
    method: 'PUT',
    path: '/assignments/{assignmentId}/recurrence',
    summary: 'Issue anew at the start of each period, or stop',
    access: 'assignment.issue',
    command: true,
    body: z.strictObject({ recurrence: z.enum(['none', 'monthly']) }).meta({ id: 'Recurrence' }),
    response: AssignmentDetail,
  }),
};
