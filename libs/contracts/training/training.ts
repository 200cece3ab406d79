/** Planning sessions: propose, decide, invite, move; coverage and load. */
import { z } from 'zod';
import { count, day, id, instant, name, page, pageQuery, PersonRef, reason } from '../primitives.ts';
import { route } from '../route.ts';
import {
  ProviderRef,
  SessionInput,
  SessionClash,
  SessionRow,
  SessionDetail,
  InvitedPerson,
  PersonToCall,
  TeamSeats,
  Credit,
  Coverage,
  AvoidTime,
} from './shapes.ts';
import { trainingTopicGroups } from './training-states.ts';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const trainingPlanRoutes = {
  trainingSessions: route({
    method: 'GET',
    path: '/training/sessions',
    summary: "A calendar's sessions within my scope: a provider its own, a commune its own, a district those below",
    access: 'training.read',
    query: z.strictObject({
      from: day,
      to: day,
      communeId: id.optional(),
      cursor: pageQuery.cursor,
      limit: pageQuery.limit.unwrap().default(200),
    }),
    response: z
      .object({
        sessions: z.array(SessionRow),
        total: z.int(),
        nextCursor: z.string().nullable(),
        /** With the first page. */
        avoid: z.array(z.object({ label: z.string(), from: instant, to: instant, communeId: id })),
      })
      .meta({ id: 'TrainingCalendar' }),
  }),
  trainingSession: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}',
    summary: 'One session with its teams and clashes; people and seats are counted',
    access: 'training.read',
    response: SessionDetail,
  }),
  invitedPeople: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/people',
    summary: 'Who is invited: who holds a seat, who waits in order, who has not answered, who will not come',
    access: 'training.read',
    query: z.strictObject({ ...pageQuery, q: z.string().trim().min(1).max(100).optional() }),
    response: page(InvitedPerson).meta({ id: 'InvitedPeoplePage' }),
  }),
  invitedTeams: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/teams',
    summary: 'Seats team by team, with their sums',
    access: 'training.read',
    query: z.strictObject(pageQuery),
    response: page(TeamSeats)
      .extend({ sums: TeamSeats.omit({ team: true }) })
      .meta({ id: 'InvitedTeamsPage' }),
  }),
  checkSessionPlan: route({
    method: 'POST',
    path: '/training/sessions/check',
    summary: 'Clashes of a plan; writes nothing',
    access: 'training.propose',
    bodyKb: 128,
    body: SessionInput.extend({ sessionId: id.optional() }).meta({ id: 'SessionCheck' }),
    response: z.object({ clashes: z.array(SessionClash), people: z.int() }).meta({ id: 'SessionChecked' }),
  }),
  proposeSession: route({
    method: 'POST',
    path: '/training/sessions',
    summary: 'Propose a session to a commune within my coverage',
    access: 'training.propose',
    command: true,
    status: 201,
    bodyKb: 128,
    body: SessionInput,
    response: SessionRow,
  }),
  changeSession: route({
    method: 'PUT',
    path: '/training/sessions/{sessionId}',
    summary: 'Change a plan, or move a published session: whoever holds a seat is told and acknowledges',
    access: 'training.propose',
    command: true,
    bodyKb: 128,
    body: SessionInput.extend({
      /** The version that the change was made from: nothing is overwritten silently. */
      version: count,
      why: reason.optional(),
    }).meta({ id: 'SessionChange' }),
    response: SessionRow,
  }),
  decideSession: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/decision',
    summary: 'The commune confirms (the session is published), answers with a change, or refuses',
    access: 'training.decide',
    command: true,
    bodyKb: 128,
    body: z
      .discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('confirm'), version: count, teamIds: z.array(id).max(2000).optional() }),
        z.strictObject({
          outcome: z.literal('change'),
          startsAt: instant,
          endsAt: instant,
          place: z.string().trim().normalize('NFC').min(2).max(300).nullable(),
          note: reason,
        }),
        z.strictObject({ outcome: z.literal('refuse'), note: reason }),
      ])
      .meta({ id: 'SessionDecision' }),
    response: SessionRow,
  }),
  takeProposal: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/proposal/accept',
    summary: "Take the commune's change: the session is published with it",
    access: 'training.propose',
    command: true,
    response: SessionRow,
  }),
  nudgeCommune: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/nudge',
    summary: 'Remind the commune of an open proposal, at most once a day',
    access: 'training.propose',
    command: true,
    status: 204,
  }),
  inviteTeams: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/invitations',
    summary: 'Invite more teams or people; who is invited stays invited',
    access: 'training.invite',
    command: true,
    bodyKb: 192,
    body: z
      .strictObject({ teamIds: z.array(id).max(2000), personIds: z.array(id).max(2000).optional() })
      .meta({ id: 'InviteTeams' }),
    response: SessionRow,
  }),
  cancelSession: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/cancel',
    summary: 'Cancel: everybody invited is told',
    access: 'training.propose',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'CancelSession' }),
    response: SessionRow,
  }),
  unacknowledged: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/unacknowledged',
    summary:
      'Whom to call, with full numbers: who holds the old time, has no route, or on the last day has not answered; the look is logged',
    access: 'training.call',
    query: z.strictObject(pageQuery),
    response: page(PersonToCall).meta({ id: 'PeopleToCallPage' }),
  }),
  toldOfChange: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/told',
    summary: 'Told by phone: counts as acknowledged; who has not answered stays on the list, as told',
    access: 'training.call',
    command: true,
    status: 204,
    body: z.strictObject({ personId: id }).meta({ id: 'ToldOfChange' }),
  }),
  unitCredits: route({
    method: 'GET',
    path: '/units/{unitId}/credits',
    summary: 'Courses elsewhere that wait for a decision, and those decided lately',
    access: 'training.decide',
    query: z.strictObject(pageQuery),
    response: page(Credit).meta({ id: 'CreditPage' }),
  }),
  decideCredit: route({
    method: 'POST',
    path: '/training/credits/{creditId}/decision',
    summary: 'Accept or refuse a course elsewhere',
    access: 'training.decide',
    command: true,
    status: 204,
    body: z
      .strictObject({ accepted: z.boolean(), note: z.string().max(500).optional() })
      .meta({ id: 'CreditDecision' }),
  }),
  trainingCoverage: route({
    method: 'GET',
    path: '/units/{unitId}/training-coverage',
    summary: 'Topic x team: how many members of today have learnt it; whom to invite first',
    access: 'training.read',
    query: z.strictObject({
      since: day.optional(),
      group: z.enum(trainingTopicGroups).optional(),
      /** Teams of today, by the units of that day; without it by those of today. */
      treeOn: day.optional(),
    }),
    response: Coverage,
  }),
  coverageCell: route({
    method: 'GET',
    path: '/teams/{teamId}/training-coverage',
    summary: 'Who of a team has learnt what, and when',
    access: 'training.read',
    whole: 'the members of one team',
    response: z
      .array(
        z.object({
          person: PersonRef,
          topics: z.array(z.object({ code: z.string(), on: day, by: z.enum(['session', 'credit']) })),
        }),
      )
      .meta({ id: 'CoverageCell' }),
  }),
  trainingLoad: route({
    method: 'GET',
    path: '/units/{unitId}/training-load',
    summary: 'Per provider: sessions, people, hours, answers, as the district sees them',
    access: 'training.load',
    whole: 'the companies that train in one unit',
    query: z.strictObject({ from: day, to: day }),
    response: z
      .array(
        z.object({
          provider: ProviderRef,
          proposed: z.int(),
          held: z.int(),
          cancelled: z.int(),
          attended: z.int(),
          hours: z.number(),
          communes: z.int(),
          communesCovered: z.int(),
          liked: z.number().nullable(),
        }),
      )
      .meta({ id: 'TrainingLoad' }),
  }),
  avoidTimes: route({
    method: 'GET',
    path: '/units/{unitId}/avoid-times',
    summary: 'Market days and harvest weeks to keep free',
    access: 'training.read',
    whole: 'market days and harvest weeks of one unit',
    response: z.array(AvoidTime),
  }),
  setAvoidTimes: route({
    method: 'PUT',
    path: '/units/{unitId}/avoid-times',
    summary: 'Replace the list of times to keep free',
    access: 'training.decide',
    command: true,
    bodyKb: 128,
    body: z
      .strictObject({
        items: z
          .array(
            z.strictObject({
              label: name,
              weekdays: z.array(z.int().min(1).max(7)).max(7),
              lunarDays: z.array(z.int().min(1).max(30)).max(30),
              from: day.nullable(),
              to: day.nullable(),
              startTime: hour,
              endTime: hour,
            }),
          )
          .max(50),
      })
      .meta({ id: 'AvoidTimesInput' }),
    response: z.array(AvoidTime),
  }),
};
