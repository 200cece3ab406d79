/** Shapes of training: sessions, seats, check-in, certificates, coverage. */
import { z } from 'zod';
import { languages } from '../enums.ts';
import { day, id, instant, link, name, PersonRef, reckonedDay, text, UnitRef } from '../primitives.ts';
import {
  checkInMethods,
  invitationStates,
  trainingAudiences,
  trainingClashes,
  trainingSessionStates,
  trainingTopicGroups,
} from './training-states.ts';

export const TeamRef = z.object({ id, name: z.string() });
export const ProviderRef = z.object({ id, name: z.string() });
export const topicCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

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
  mapUrl: link.nullable(),
  onlineUrl: link.nullable(),
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

export const InvitedPerson = z
  .object({
    person: PersonRef,
    team: TeamRef.nullable(),
    state: z.enum(invitationStates),
    /** Place in the waiting list, from 1. */
    place: z.int().nullable(),
    answeredAt: instant.nullable(),
    acknowledged: z.boolean(),
  })
  .meta({ id: 'InvitedPerson' });

/** Who is to be called about a session, with the full number. */
export const PersonToCall = z
  .object({
    person: PersonRef,
    team: TeamRef.nullable(),
    phone: z.string().nullable(),
    why: z.enum(['old_time', 'no_route', 'no_answer']),
    told: z.boolean(),
  })
  .meta({ id: 'PersonToCall' });

export const SessionDetail = SessionRow.extend({
  /** Whom the session is for, at most some thousand; their seats are a list of their own. */
  teamIds: z.array(id),
  /** Who hears of a change: invited, and neither declined nor gone. */
  told: z.int(),
  /** Of them, while it is to come as published, who has not said that the last time and place are known. */
  unaware: z.int(),
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
      /** Makes my check-in codes on the phone, without network; only while I hold a seat. base64url. */
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
    /** `doubtful`: the trainer decides. */
    state: z.enum(['counted', 'doubtful', 'refused']),
    /** Of a doubtful one: it came too late to prove the moment, or its name is there already. */
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
    /** The photo behind a signed link, for the learner and for whoever decides. */
    photoUrl: z.string().nullable(),
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
    to: reckonedDay.nullable(),
    startTime: z.string(),
    endTime: z.string(),
  })
  .meta({ id: 'AvoidTime' });
