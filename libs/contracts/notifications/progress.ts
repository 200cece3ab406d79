/** How an order proceeds: sums first, then its teams page by page; who is silent, whom to remind and whom to call. */
import { z } from 'zod';
import { ActPreview, HeldAct } from '../access/acts.ts';
import { teamDeliveryStates } from '../enums.ts';
import { day, id, instant, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { CommuneRollUp, TeamTaskRow } from '../tasks/assignments.ts';
import { routeKey } from './notifications.ts';
import { progressFilters, progressSorts } from './progress-lists.ts';

export * from './progress-lists.ts';

/** One commune of the order, or all that the reader covers. */
const ofCommune = { communeId: id.optional() };
const oneTeam = { teamId: id.optional() };

/** A team's task with what became of its message. */
export const TeamProgressRow = TeamTaskRow.extend({
  /** Its answer, or that it has not heard, or which of the two kinds of silence; `since` when. */
  shown: z.enum(teamDeliveryStates),
  since: instant,
  reachedAt: instant.nullable(),
  seenAt: instant.nullable(),
  via: routeKey.nullable(),
  remindedAt: instant.nullable(),
  calledAt: instant.nullable(),
  /** The last day on which its leader or a deputy cannot work, as they said: the team is not chased until then. */
  busyUntil: day.nullable().optional(),
}).meta({ id: 'TeamProgressRow' });

/** A commune's sums; who has answered was told and has seen. */
export const CommuneProgress = CommuneRollUp.extend({ told: z.int(), seen: z.int() }).meta({ id: 'CommuneProgress' });

export const DeliveryStatus = z
  .object({
    assignmentId: id,
    planned: z.int(),
    sent: z.int(),
    failed: z.int(),
    pending: z.int(),
    funnel: z.object({
      issued: z.int(),
      reached: z.int(),
      seen: z.int(),
      accepted: z.int(),
      submitted: z.int(),
      confirmed: z.int(),
    }),
    /** Teams by what the list of them shows of each. */
    states: z.object({
      not_delivered: z.int(),
      not_seen: z.int(),
      not_answered: z.int(),
      declined: z.int(),
      doing: z.int(),
      submitted: z.int(),
      returned: z.int(),
      confirmed: z.int(),
      cancelled: z.int(),
    }),
    /** Silent teams that a reminder would reach now: told before, and not reminded within the last hours. */
    toRemind: z.int(),
    channels: z.array(
      z.object({ route: routeKey, sent: z.int(), failed: z.int(), pending: z.int(), unknown: z.int() }),
    ),
    asOf: instant,
  })
  .meta({ id: 'DeliveryStatus' });

export const CallListRow = z
  .object({
    person: PersonRef,
    team: z.object({ id, name: z.string() }),
    commune: UnitRef,
    role: z.string(),
    phone: z.string().nullable(),
    reason: z.enum(['no_route', 'not_delivered', 'not_seen', 'not_answered']),
    since: instant,
    told: z.object({ at: instant, by: PersonRef }).nullable(),
    /** The last day on which the person cannot work, as they said. */
    busyUntil: day.nullable().optional(),
  })
  .meta({ id: 'CallListRow' });

/** A few teams by name, or all that are silent and were told: chosen by the server. */
export const RemindInput = z
  .union([
    z.strictObject({ teamIds: z.array(id).min(1).max(500) }),
    z.strictObject({ silent: z.strictObject(ofCommune) }),
  ])
  .meta({ id: 'RemindInput' });

/** How many teams, and those without a word for the longest time by name. */
const TeamsSince = z.object({ teams: z.int(), first: z.array(z.object({ name: z.string(), since: instant })) });
/** How many teams, and the first few of them by name. */
const Teams = z.object({ teams: z.int(), first: z.array(z.string()) });
export const FollowUp = z
  .object({
    assignmentId: id,
    /** Teams for which the first step of chasing has come by the order's own rule: that have heard and not answered. */
    silent: TeamsSince,
    /** Of the same those that nothing has reached. */
    undelivered: TeamsSince,
    declined: Teams,
    /** Who asks for more time. */
    asking: Teams,
  })
  .meta({ id: 'FollowUp' });

export const progressRoutes = {
  followUps: route({
    method: 'GET',
    path: '/units/{unitId}/follow-ups',
    summary: 'What the newest running orders need today: who is silent, who declined, who asks for more time',
    access: 'assignment.read',
    whole: 'the twelve newest running orders, four teams named of each',
    response: z.array(FollowUp),
  }),
  assignmentTasks: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/tasks',
    summary: "Each team's task of the assignment and what became of its message, within my scope, page by page",
    access: 'assignment.read',
    query: z.strictObject({
      ...ofCommune,
      show: z.enum(progressFilters).optional(),
      /** Words of the team's name or its leader's, without marks. */
      q: z.string().trim().max(100).optional(),
      sort: z.enum(progressSorts).default('state'),
      desc: z.stringbool().default(false),
      ...pageQuery,
    }),
    response: page(TeamProgressRow).meta({ id: 'TeamProgressPage' }),
  }),
  assignmentRollUp: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/roll-up',
    summary: 'Figures by commune of today, or of the day on which it was issued; sums equal the parts',
    access: 'assignment.read',
    query: z.strictObject({ units: z.enum(['now', 'then']).default('now') }),
    whole: 'one row for each commune of a province',
    response: z.array(CommuneProgress),
  }),
  deliveryStatus: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/reach',
    summary: 'Funnel and silence in numbers, within my scope',
    access: 'assignment.read',
    query: z.strictObject(ofCommune),
    response: DeliveryStatus,
  }),
  remind: route({
    method: 'POST',
    path: '/assignments/{assignmentId}/reminders',
    summary: 'Remind silent teams, each at most every four hours',
    access: 'assignment.chase',
    command: true,
    body: RemindInput,
    response: z
      .object({
        reminded: z.int(),
        /** Of the teams that were named. */
        skipped: z.array(
          z.object({
            teamId: id,
            because: z.enum(['reminded_recently', 'already_answered', 'extension_open', 'said_busy']),
          }),
        ),
        act: HeldAct.nullable(),
      })
      .meta({ id: 'RemindAnswer' }),
  }),
  previewReminder: route({
    method: 'POST',
    path: '/assignments/{assignmentId}/reminders/preview',
    summary: 'Before silent teams are reminded: who hears of it and how, and which teams are left alone',
    access: 'assignment.chase',
    body: RemindInput,
    response: ActPreview,
  }),
  callList: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/call-list',
    summary: 'Whom to call, with full numbers, commune by commune; each look is logged',
    access: 'assignment.chase',
    query: z.strictObject({ ...ofCommune, ...oneTeam, ...pageQuery }),
    response: page(CallListRow).meta({ id: 'CallListPage' }),
  }),
  told: route({
    method: 'POST',
    path: '/assignments/{assignmentId}/calls',
    summary: '"Đã báo" by phone: counts as reached and seen',
    access: 'assignment.chase',
    command: true,
    status: 204,
    body: z.strictObject({ personId: id, note: z.string().max(500).optional() }).meta({ id: 'ToldInput' }),
  }),
};
