/** Training: sessions, seats, the door, certificates, coverage. */
import { z } from 'zod';
import { languages } from './enums.ts';
import { day, id, instant, name, page, pageQuery, PersonRef, reason, text, UnitRef } from './primitives.ts';
import { route } from './route.ts';
import {
  checkInMethods,
  invitationStates,
  trainingAudiences,
  trainingClashes,
  trainingSessionStates,
  trainingTopicGroups,
} from './training-states.ts';

const TeamRef = z.object({ id, name: z.string() });
const ProviderRef = z.object({ id, name: z.string() });
const topicCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

export const TrainingTopic = z
  .object({
    code: z.string(),
    title: z.string(),
    /** `team`: the five that every team is trained in; `wide`: what is taught to businesses, households and citizens too. */
    group: z.enum(trainingTopicGroups),
    hours: z.number(),
  })
  .meta({ id: 'TrainingTopic' });

/** What a session is planned as. Times are instants; screens and words use Viet Nam's clock. */
const plan = {
  communeId: id,
  topicCode,
  title: name,
  audience: z.enum(trainingAudiences),
  startsAt: instant,
  endsAt: instant,
  place: z.string().trim().normalize('NFC').min(2).max(300).nullable(),
  mapUrl: z.url().max(500).nullable(),
  onlineUrl: z.url().max(500).nullable(),
  capacity: z.int().min(1).max(2000),
  /** Seats kept for each invited team until `heldUntil`; the rest, and all of them afterwards, go to who asks first. */
  seatsPerTeam: z.int().min(0).max(50),
  heldUntil: day.nullable(),
  language: z.enum(languages),
  materials: text.nullable(),
  /** What to bring, as the invitation says it. */
  bring: z.string().trim().normalize('NFC').max(500).nullable(),
};
export const SessionInput = z
  .strictObject({ ...plan, teamIds: z.array(id).max(2000), trainerId: id.optional() })
  .meta({ id: 'SessionInput' });

export const SessionClash = z
  .object({
    kind: z.enum(trainingClashes),
    /** `refused`: cannot be planned so; `warned`: may be, knowingly. */
    weight: z.enum(['refused', 'warned']),
    /** The other session, market day or team, in words that may be shown. */
    with: z.string(),
    sessionId: id.nullable(),
    from: instant.nullable(),
    to: instant.nullable(),
  })
  .meta({ id: 'SessionClash' });

export const SessionRow = z
  .object({
    id,
    state: z.enum(trainingSessionStates),
    ...plan,
    commune: UnitRef,
    provider: ProviderRef,
    trainer: PersonRef,
    topic: z.string(),
    taken: z.int(),
    waiting: z.int(),
    invited: z.int(),
    attended: z.int(),
    /** Grows when time or place change: who has not acknowledged the last still holds the old one. */
    version: z.int(),
    proposedAt: instant,
  })
  .meta({ id: 'TrainingSessionRow' });

export const TeamSeats = z
  .object({ team: TeamRef, kept: z.int(), taken: z.int(), waiting: z.int(), members: z.int(), answered: z.int() })
  .meta({ id: 'TeamSeats' });

export const CommuneProposal = z
  .object({ startsAt: instant, endsAt: instant, place: z.string().nullable(), note: z.string() })
  .meta({ id: 'CommuneProposal' });

export const SessionDetail = SessionRow.extend({
  teams: z.array(TeamSeats),
  people: z.array(
    z.object({
      person: PersonRef,
      team: TeamRef.nullable(),
      state: z.enum(invitationStates),
      place: z.int().nullable(),
      answeredAt: instant.nullable(),
      acknowledged: z.boolean(),
    }),
  ),
  clashes: z.array(SessionClash),
  proposal: CommuneProposal.nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  remindedAt: instant.nullable(),
  may: z.object({
    change: z.boolean(),
    decide: z.boolean(),
    invite: z.boolean(),
    door: z.boolean(),
    finish: z.boolean(),
    certify: z.boolean(),
  }),
}).meta({ id: 'TrainingSessionDetail' });

/** A session as an invited member sees it. */
export const MySession = z
  .object({
    id,
    state: z.enum(trainingSessionStates),
    title: z.string(),
    topic: z.string(),
    startsAt: instant,
    endsAt: instant,
    place: z.string().nullable(),
    mapUrl: z.string().nullable(),
    onlineUrl: z.string().nullable(),
    commune: UnitRef,
    trainer: PersonRef,
    provider: ProviderRef,
    bring: z.string().nullable(),
    materials: z.string().nullable(),
    capacity: z.int(),
    taken: z.int(),
    heldUntil: day.nullable(),
    team: z.object({ id, name: z.string(), kept: z.int(), left: z.int(), seated: z.array(PersonRef) }).nullable(),
    mine: z.object({
      state: z.enum(invitationStates),
      /** Place in the waiting list, from 1. */
      place: z.int().nullable(),
      /** True when time or place changed since my last look and I have not said that I know. */
      mustAcknowledge: z.boolean(),
      before: z.object({ startsAt: instant, endsAt: instant, place: z.string().nullable() }).nullable(),
      checkedInAt: instant.nullable(),
      feedbackGiven: z.boolean(),
      certificate: z.object({ id, code: z.string(), revoked: z.boolean() }).nullable(),
      /** Makes my door codes on the phone, without network; only while I hold a seat. base64url. */
      codeKey: z.string().nullable(),
    }),
    version: z.int(),
  })
  .meta({ id: 'MyTrainingSession' });

export const CheckInItem = z
  .strictObject({
    /** Made on the phone: the same check-in twice is one. */
    clientId: z.uuid(),
    personId: id.nullable(),
    /** Walk-ins who are on no roster. */
    fullName: name.optional(),
    teamId: id.nullable().optional(),
    method: z.enum(checkInMethods),
    at: instant,
    /** What was scanned or read aloud; needed for `scanned` and `six_digits`. */
    code: z.string().max(200).optional(),
  })
  .meta({ id: 'CheckInItem' });

export const AttendanceRow = z
  .object({
    id,
    person: PersonRef.nullable(),
    fullName: z.string(),
    team: TeamRef.nullable(),
    method: z.enum(checkInMethods),
    at: instant,
    by: PersonRef.nullable(),
    /** `doubtful`: came too late to prove the moment; the trainer decides. */
    state: z.enum(['counted', 'doubtful', 'refused']),
    why: z.string().nullable(),
  })
  .meta({ id: 'AttendanceRow' });

export const Certificate = z
  .object({
    id,
    /** Public: whoever has the paper can ask whether it holds. */
    code: z.string(),
    person: PersonRef,
    title: z.string(),
    topic: z.string(),
    hours: z.number(),
    heldOn: day,
    provider: z.string(),
    issuedAt: instant,
    revokedAt: instant.nullable(),
    revokeReason: z.string().nullable(),
  })
  .meta({ id: 'Certificate' });

export const Credit = z
  .object({
    id,
    person: PersonRef,
    course: z.string(),
    organiser: z.string(),
    topicCode: z.string(),
    hours: z.number(),
    completedOn: day,
    proofUrl: z.string().nullable(),
    photo: z.boolean(),
    state: z.enum(['waiting', 'accepted', 'refused']),
    note: z.string().nullable(),
  })
  .meta({ id: 'Credit' });

export const Coverage = z
  .object({
    since: day,
    topics: z.array(z.object({ code: z.string(), title: z.string() })),
    teams: z.array(
      z.object({
        team: TeamRef,
        members: z.int(),
        /** In the order of `topics`: members of today who have learnt it. */
        trained: z.array(z.int()),
      }),
    ),
    total: z.object({ members: z.int(), trained: z.array(z.int()) }),
    /** Who should be invited first, and why. */
    first: z.array(z.object({ team: TeamRef, people: z.int(), missing: z.array(z.string()) })),
  })
  .meta({ id: 'TrainingCoverage' });

export const AvoidTime = z
  .object({
    id,
    label: z.string(),
    /** Days of the week (1 Monday to 7 Sunday), or of the lunar month (market days); one of the two. */
    weekdays: z.array(z.int().min(1).max(7)),
    lunarDays: z.array(z.int().min(1).max(30)),
    from: day.nullable(),
    to: day.nullable(),
    startTime: z.string(),
    endTime: z.string(),
  })
  .meta({ id: 'AvoidTime' });

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const trainingRoutes = {
  trainingTopics: route({
    method: 'GET',
    path: '/training/topics',
    summary: 'The curriculum of the teams and the wider list',
    access: 'self',
    response: z.array(TrainingTopic),
  }),
  trainingSessions: route({
    method: 'GET',
    path: '/training/sessions',
    summary: "A calendar's sessions within my scope: a provider its own, a commune its own, a district those below",
    access: 'training.read',
    query: z.strictObject({ from: day, to: day, communeId: id.optional() }),
    response: z
      .object({
        sessions: z.array(SessionRow),
        avoid: z.array(z.object({ label: z.string(), from: instant, to: instant, communeId: id })),
      })
      .meta({ id: 'TrainingCalendar' }),
  }),
  trainingSession: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}',
    summary: 'One session with seats, people and clashes',
    access: 'training.read',
    response: SessionDetail,
  }),
  checkSessionPlan: route({
    method: 'POST',
    path: '/training/sessions/check',
    summary: 'Clashes of a plan; writes nothing',
    access: 'training.propose',
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
    body: SessionInput,
    response: SessionDetail,
  }),
  changeSession: route({
    method: 'PUT',
    path: '/training/sessions/{sessionId}',
    summary: 'Change a plan, or move a published session: whoever holds a seat is told and acknowledges',
    access: 'training.propose',
    command: true,
    body: SessionInput.extend({
      /** The version that the change was made from: nothing is overwritten silently. */
      version: z.int(),
      why: reason.optional(),
    }).meta({ id: 'SessionChange' }),
    response: SessionDetail,
  }),
  decideSession: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/decision',
    summary: 'The commune confirms (the session is published), answers with a change, or refuses',
    access: 'training.decide',
    command: true,
    body: z
      .discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('confirm'), version: z.int(), teamIds: z.array(id).max(2000).optional() }),
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
    response: SessionDetail,
  }),
  takeProposal: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/proposal/accept',
    summary: "Take the commune's change: the session is published with it",
    access: 'training.propose',
    command: true,
    response: SessionDetail,
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
    body: z
      .strictObject({ teamIds: z.array(id).max(2000), personIds: z.array(id).max(2000).optional() })
      .meta({ id: 'InviteTeams' }),
    response: SessionDetail,
  }),
  cancelSession: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/cancel',
    summary: 'Cancel: everybody invited is told',
    access: 'training.propose',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'CancelSession' }),
    response: SessionDetail,
  }),
  unacknowledged: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/unacknowledged',
    summary: 'Who still holds the old time or has not heard of the cancellation, with full numbers; the look is logged',
    access: 'training.call',
    response: z
      .array(z.object({ person: PersonRef, team: TeamRef.nullable(), phone: z.string().nullable(), told: z.boolean() }))
      .meta({ id: 'Unacknowledged' }),
  }),
  toldOfChange: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/told',
    summary: 'Told by phone: counts as acknowledged',
    access: 'training.call',
    command: true,
    status: 204,
    body: z.strictObject({ personId: id }).meta({ id: 'ToldOfChange' }),
  }),
  mySessions: route({
    method: 'GET',
    path: '/me/training',
    summary: 'Sessions I am invited to, those to come first',
    access: 'self',
    response: z.array(MySession),
  }),
  mySession: route({
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
    body: z.strictObject({ version: z.int() }).meta({ id: 'AcknowledgeChange' }),
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
  doorPack: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/door',
    summary: "What the trainer's phone needs to check people in without network",
    access: 'training.door',
    response: z
      .object({
        session: SessionRow,
        /** base64url; makes the rotating code and the people's keys. */
        secret: z.string(),
        people: z.array(
          z.object({
            person: PersonRef,
            team: TeamRef.nullable(),
            state: z.enum(invitationStates),
            checkedInAt: instant.nullable(),
          }),
        ),
        until: instant,
      })
      .meta({ id: 'DoorPack' }),
  }),
  sendCheckIns: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/check-ins',
    summary: "A trainer's phone's check-ins; merged with those of others, none counted twice",
    access: 'training.door',
    command: true,
    body: z.strictObject({ items: z.array(CheckInItem).min(1).max(500) }).meta({ id: 'CheckIns' }),
    response: z
      .object({
        counted: z.int(),
        repeated: z.int(),
        refused: z.array(z.object({ clientId: z.uuid(), code: z.string() })),
      })
      .meta({ id: 'CheckInsMerged' }),
  }),
  attendance: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/attendance',
    summary: 'Who was there, and how that is known',
    access: 'training.read',
    response: z.array(AttendanceRow),
  }),
  decideCheckIn: route({
    method: 'POST',
    path: '/training/check-ins/{checkInId}/decision',
    summary: 'Count or refuse a doubtful check-in',
    access: 'training.door',
    command: true,
    status: 204,
    body: z.strictObject({ counts: z.boolean() }).meta({ id: 'CheckInDecision' }),
  }),
  paperSheet: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/sheet',
    summary: 'The sheet to sign at the door, as PDF',
    access: 'training.door',
    produces: 'application/pdf',
  }),
  addSheetPhoto: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/sheet-photos',
    summary: 'A photo of the signed sheet: the source of what was keyed in',
    access: 'training.door',
    upload: 'photo',
    status: 201,
    response: z.object({ id, url: z.string() }).meta({ id: 'SheetPhoto' }),
  }),
  finishSession: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/finish',
    summary: 'The session is over: attendance counts, feedback is asked for',
    access: 'training.door',
    command: true,
    response: SessionDetail,
  }),
  sessionResult: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/result',
    summary: 'Hours, attendance by team, feedback, sheet photos, certificates',
    access: 'training.read',
    response: z
      .object({
        hours: z.number(),
        attended: z.int(),
        teams: z.array(z.object({ team: TeamRef.nullable(), attended: z.int(), members: z.int() })),
        feedback: z.object({
          answers: z.int(),
          liked: z.array(z.int()).length(3),
          canDo: z.array(z.int()).length(3),
          next: z.array(z.object({ topic: z.string(), people: z.int() })),
        }),
        photos: z.array(z.object({ id, url: z.string() })),
        certificates: z.array(Certificate),
      })
      .meta({ id: 'SessionResult' }),
  }),
  issueCertificates: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/certificates',
    summary: 'Certificates for those who were there and have none yet',
    access: 'training.certify',
    command: true,
    body: z.strictObject({ personIds: z.array(id).max(2000).optional() }).meta({ id: 'IssueCertificates' }),
    response: z.array(Certificate),
  }),
  certificatePdf: route({
    method: 'GET',
    path: '/training/certificates/{certificateId}/pdf',
    summary: 'A certificate as PDF, for its holder and its provider',
    access: 'self',
    produces: 'application/pdf',
  }),
  revokeCertificate: route({
    method: 'POST',
    path: '/training/certificates/{certificateId}/revoke',
    summary: 'The certificate no longer holds',
    access: 'training.certify',
    command: true,
    status: 204,
    body: z.strictObject({ reason }).meta({ id: 'RevokeCertificate' }),
  }),
  verifyCertificate: route({
    method: 'GET',
    path: '/certificates/{code}',
    summary: 'Whether a certificate holds: what is printed on it and nothing more',
    access: 'public',
    response: z
      .object({
        holds: z.boolean(),
        fullName: z.string(),
        title: z.string(),
        hours: z.number(),
        heldOn: day,
        provider: z.string(),
        revokedAt: instant.nullable(),
      })
      .meta({ id: 'CertificateCheck' }),
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
        proofUrl: z.url().max(500).nullable(),
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
    query: z.strictObject({ since: day.optional(), group: z.enum(trainingTopicGroups).optional() }),
    response: Coverage,
  }),
  coverageCell: route({
    method: 'GET',
    path: '/teams/{teamId}/training-coverage',
    summary: 'Who of a team has learnt what, and when',
    access: 'training.read',
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
    response: z.array(AvoidTime),
  }),
  setAvoidTimes: route({
    method: 'PUT',
    path: '/units/{unitId}/avoid-times',
    summary: 'Replace the list of times to keep free',
    access: 'training.decide',
    command: true,
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
  trainingCards: route({
    method: 'GET',
    path: '/training/cards',
    summary: 'Short cards by topic and by task template, in my language; kept on the phone',
    access: 'self',
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
