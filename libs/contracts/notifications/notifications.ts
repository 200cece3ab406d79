/** Inbox, preferences, the plan of an order's messages, and what became of a message. */
import { z } from 'zod';
import { SecondApproval } from '../access/acts.ts';
import { channelIds, deliveryStates } from '../enums.ts';
import { count, day, id, instant, page, pageQuery, PersonRef, timeOfDay } from '../primitives.ts';
import { route } from '../route.ts';
import { AssignmentInput, OcopStockOf } from '../tasks/assignments.ts';
import { ocopObstacles } from '../organization/ocop.ts';

export const InboxEntry = z
  .object({
    id,
    kind: z.string(),
    mandatory: z.boolean(),
    title: z.string(),
    /** The message as one line, at most 24 signs. */
    short: z.string(),
    body: z.string(),
    taskId: id.nullable(),
    assignmentId: id.nullable(),
    /** The session of training that it tells of. */
    sessionId: id.nullable().optional(),
    /** The report that it tells of. */
    reportId: id.nullable().optional(),
    /** The difficulty that it tells of. */
    difficultyId: id.nullable().optional(),
    /** Where in the console it leads. */
    page: z.string().nullable().optional(),
    /** It asks whether a number is still right: answered by `answerNumber` while it is open. */
    number: z.object({ questionId: id, name: z.string(), open: z.boolean(), replyByOn: day }).nullable().optional(),
    /** It asks why I looked at numbers or took a list: answered by `answerLogQuestion` while it is open. */
    question: z.object({ questionId: id, open: z.boolean() }).nullable().optional(),
    /** My team's commune is another one: what it was and is called, since when, and whom to ask; null: nobody is in charge yet. */
    moved: z
      .object({
        from: z.string(),
        to: z.string(),
        on: day,
        ask: z.string().nullable(),
        citation: z.string().nullable(),
      })
      .nullable()
      .optional(),
    at: instant,
    fetchedAt: instant.nullable(),
    seenAt: instant.nullable(),
    via: z.object({ channel: z.enum(channelIds), state: z.enum(deliveryStates), at: instant.nullable() }).nullable(),
    why: z.object({ post: z.string(), citation: z.string().nullable() }),
  })
  .meta({ id: 'InboxEntry' });

export const Preferences = z
  .object({
    muted: z.array(z.string()),
    mandatory: z.array(z.string()),
    optional: z.array(z.string()),
    quietFrom: z.string(),
    quietTo: z.string(),
    email: z.object({ address: z.string().nullable(), on: z.boolean() }),
    /** The person's external routes in the order in which they are tried; the first that is on and works carries messages. */
    routes: z.array(z.object({ channel: z.enum(channelIds), on: z.boolean(), works: z.boolean() })),
  })
  .meta({ id: 'Preferences' });

/** A route is the inbox plus at most one external channel; `none` has neither session nor address. */
export const routeKey = z.union([z.enum(channelIds), z.literal('inbox'), z.literal('none')]);
export const DeliveryPlan = z
  .object({
    people: z.int(),
    reachable: z.int(),
    teams: z.int(),
    routes: z.array(
      z.object({
        route: routeKey,
        people: z.int(),
        costVnd: z.int(),
        finishedAt: instant.nullable(),
        deferredUntil: instant.nullable(),
      }),
    ),
    /** Routes whose quota does not suffice: who takes another one, and who waits for the quota. */
    short: z
      .array(
        z.object({
          route: z.enum(channelIds),
          left: z.int(),
          moved: z.array(z.object({ route: z.enum(channelIds), people: z.int() })),
          waiting: z.int(),
        }),
      )
      .optional(),
    unreachable: z.array(
      z.object({
        person: PersonRef,
        team: z.object({ id, name: z.string() }),
        role: z.string(),
        phoneMasked: z.string().nullable(),
        why: z.enum(['no_session_no_address', 'address_failing']),
      }),
    ),
    similar: z.array(
      z.object({
        assignmentId: id,
        title: z.string(),
        issuedAt: instant,
        unfinished: z.int(),
        /** A few of them by name. */
        unfinishedTeams: z.array(z.string()),
      }),
    ),
    /** An order for OCOP products, by commune, and why it cannot be given; null for any other order. */
    products: z
      .array(
        OcopStockOf.extend({ wanted: count, obstacle: z.enum(ocopObstacles).nullable() }).meta({ id: 'OcopOrder' }),
      )
      .nullable(),
    groups: z.object({ registered: z.int(), teams: z.int() }),
    needsSecondApprover: z.boolean(),
    /** By which rule it waits for a second officer, and who that could be; null: it is sent at once. */
    secondApproval: SecondApproval.nullable().optional(),
    message: z.object({ title: z.string(), body: z.string() }),
    plannedAt: instant,
    ladderHours: z.object({ remind: z.int(), supporter: z.int(), callList: z.int() }),
    /** How long external channels wait, in which a recall is silent. */
    holdSeconds: z.int(),
    quietFrom: z.string(),
    quietTo: z.string(),
  })
  .meta({ id: 'DeliveryPlan' });

export const DeliveryTrace = z
  .object({
    notificationId: id,
    kind: z.string(),
    title: z.string(),
    createdAt: instant,
    fetchedAt: instant.nullable(),
    seenAt: instant.nullable(),
    steps: z.array(
      z.object({
        channel: z.enum(channelIds),
        state: z.enum(deliveryStates),
        attempts: z.int(),
        costVnd: z.int(),
        at: instant,
        nextAttemptAt: instant.nullable(),
        failure: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeliveryTrace' });

export const notificationRoutes = {
  inbox: route({
    method: 'GET',
    path: '/me/inbox',
    summary: 'My messages, newest first; fetching marks them delivered',
    access: 'self',
    query: z.strictObject({ unseen: z.stringbool().optional(), ...pageQuery }),
    response: page(InboxEntry).extend({ unseen: z.int(), mandatoryOpen: z.int() }).meta({ id: 'InboxPage' }),
  }),
  inboxStream: route({
    method: 'GET',
    path: '/me/inbox/stream',
    summary:
      'Server-sent events: `inbox` when a message came, `assignment` {assignmentId} when something moved in one I may follow',
    access: 'self',
    produces: 'text/event-stream',
  }),
  markSeen: route({
    method: 'POST',
    path: '/me/inbox/seen',
    summary: 'Messages that were open for a second',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ ids: z.array(id).min(1).max(200), at: instant.optional() }).meta({ id: 'MarkSeen' }),
  }),
  getPreferences: route({
    method: 'GET',
    path: '/me/preferences',
    summary: 'What I may mute, and what is duty',
    access: 'self',
    response: Preferences,
  }),
  setPreferences: route({
    method: 'PUT',
    path: '/me/preferences',
    summary: 'Mute kinds that may be muted; set my quiet hours',
    access: 'self',
    body: z
      .strictObject({
        muted: z.array(z.string().max(60)).max(50),
        quietFrom: timeOfDay,
        quietTo: timeOfDay,
        emailOn: z.boolean(),
        /** Channels that I do not want, besides e-mail; left as they are when absent. */
        offChannels: z.array(z.enum(channelIds)).max(8).optional(),
      })
      .meta({ id: 'PreferencesInput' }),
    response: Preferences,
  }),
  previewAssignment: route({
    method: 'POST',
    path: '/assignments/preview',
    summary: 'Before sending: who by which route, who by none, what is similar',
    access: 'assignment.issue',
    bodyKb: 2048,
    body: AssignmentInput,
    response: DeliveryPlan,
  }),
  personTrace: route({
    method: 'GET',
    path: '/assignments/{assignmentId}/people/{personId}/trace',
    summary: "What became of an assignment's messages to one person",
    access: 'assignment.read',
    whole: 'messages of one order to one person',
    response: z.array(DeliveryTrace),
  }),
  teamMessages: route({
    method: 'GET',
    path: '/teams/{teamId}/messages',
    summary: "Messages that the team's leader sent, with who has not seen them",
    access: 'task.answer',
    whole: 'the newest of one team',
    response: z
      .array(
        z.object({
          id,
          title: z.string(),
          at: instant,
          people: z.int(),
          reached: z.int(),
          seen: z.int(),
          notSeen: z.array(PersonRef),
        }),
      )
      .meta({ id: 'TeamMessages' }),
  }),
};
