/** Training as a member has it: invitations, seats, calendar, feedback, credits, cards. */
import { z } from 'zod';
import { count, day, instant, link, name } from '../primitives.ts';
import { route } from '../route.ts';
import { topicCode, TrainingTopic, MySession, Certificate, Credit } from './shapes.ts';

export const trainingMemberRoutes = {
  trainingTopics: route({
    method: 'GET',
    path: '/training/topics',
    summary: 'The curriculum of the teams and the wider list',
    access: 'self',
    whole: 'the curriculum',
    response: z.array(TrainingTopic),
  }),
  myTraining: route({
    method: 'GET',
    path: '/me/training',
    summary: 'Sessions I am invited to, those to come first',
    access: 'self',
    whole: 'sessions of one person',
    response: z.array(MySession),
  }),
  myTrainingSession: route({
    method: 'GET',
    path: '/me/training/{sessionId}',
    summary: 'One session that I am invited to',
    access: 'self',
    response: MySession,
  }),
  answerInvitation: route({
    method: 'POST',
    path: '/me/training/{sessionId}/answer',
    summary: 'Take a seat (or a place in the waiting list), give it back, or say that I cannot come',
    access: 'self',
    command: true,
    body: z.strictObject({ answer: z.enum(['take', 'give_back', 'decline']) }).meta({ id: 'InvitationAnswer' }),
    response: MySession,
  }),
  acknowledgeChange: route({
    method: 'POST',
    path: '/me/training/{sessionId}/acknowledge',
    summary: '"Tôi đã biết" of a moved or cancelled session',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ version: count }).meta({ id: 'AcknowledgeChange' }),
  }),
  checkMyselfIn: route({
    method: 'POST',
    path: '/me/training/{sessionId}/check-in',
    summary: "The code on the trainer's phone, scanned by me; may arrive later than it was scanned",
    access: 'self',
    command: true,
    body: z.strictObject({ clientId: z.uuid(), code: z.string().max(200), at: instant }).meta({ id: 'CheckMyselfIn' }),
    response: z.object({ state: z.enum(['counted', 'doubtful']), at: instant }).meta({ id: 'CheckedIn' }),
  }),
  giveFeedback: route({
    method: 'POST',
    path: '/me/training/{sessionId}/feedback',
    summary: 'Three taps: how it was, whether I can do it now, what to learn next',
    access: 'self',
    command: true,
    status: 204,
    body: z
      .strictObject({
        liked: z.int().min(1).max(3),
        canDo: z.int().min(1).max(3),
        nextTopic: topicCode.nullable(),
      })
      .meta({ id: 'Feedback' }),
  }),
  sessionCalendar: route({
    method: 'GET',
    path: '/me/training/{sessionId}/calendar',
    summary: 'One session as an iCalendar file',
    access: 'self',
    produces: 'text/calendar; charset=utf-8',
  }),
  /** No command: the address must be known to its receiver only. */
  openCalendarFeed: route({
    method: 'POST',
    path: '/me/calendar-feed',
    summary: 'A private address that a calendar subscribes to; ends the earlier one',
    access: 'self',
    status: 201,
    response: z.object({ url: z.url() }).meta({ id: 'CalendarFeed' }),
  }),
  closeCalendarFeed: route({
    method: 'DELETE',
    path: '/me/calendar-feed',
    summary: 'End my calendar address',
    access: 'self',
    status: 204,
  }),
  calendarFeed: route({
    method: 'GET',
    path: '/calendar/{feedToken}',
    summary: "The subscribed calendar of a person's sessions",
    access: 'public',
    produces: 'text/calendar; charset=utf-8',
  }),
  myCredits: route({
    method: 'GET',
    path: '/me/credits',
    summary: 'My certificates and my courses elsewhere',
    access: 'self',
    response: z.object({ certificates: z.array(Certificate), credits: z.array(Credit) }).meta({ id: 'MyCredits' }),
  }),
  recordCredit: route({
    method: 'POST',
    path: '/me/credits',
    summary: 'A course elsewhere (MOOC), with a link or a photo as proof',
    access: 'self',
    command: true,
    status: 201,
    body: z
      .strictObject({
        course: name,
        organiser: name,
        topicCode,
        hours: z.number().positive().max(200),
        completedOn: day,
        proofUrl: link.nullable(),
      })
      .meta({ id: 'CreditInput' }),
    response: Credit,
  }),
  addCreditPhoto: route({
    method: 'POST',
    path: '/me/credits/{creditId}/photo',
    summary: 'A photo of the proof',
    access: 'self',
    upload: 'photo',
    status: 204,
  }),
  trainingCards: route({
    method: 'GET',
    path: '/training/cards',
    summary: 'Short cards by topic and by task template, in my language; kept on the phone',
    access: 'self',
    whole: 'the curriculum',
    response: z
      .array(
        z.object({
          code: z.string(),
          topicCode: z.string(),
          templates: z.array(z.string()),
          title: z.string(),
          steps: z.array(z.string()),
          picture: z.string().nullable(),
          minutes: z.int(),
        }),
      )
      .meta({ id: 'TrainingCards' }),
  }),
};
