/** What people ask about their data, in the app or on paper: a case with a clock, an owner, and an answer with its reason. */
import { z } from 'zod';
import { count, day, id, instant, name, page, pageQuery, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { Gap } from '../membership/membership.ts';
import { recordKindNames } from './record-kinds.ts';
import { dataRequestKinds, dataStops, requesterProofs } from './request-kinds.ts';

const phone = z.string().trim().min(6).max(40);

/** What is asked for. To correct something takes what is right: a name, a number, or words. */
const asked = {
  kind: z.enum(dataRequestKinds),
  words: reason.optional(),
  fullName: name.optional(),
  phone: phone.optional(),
};
const saysWhat = ({
  kind,
  words,
  fullName,
  phone: number,
}: {
  kind: string;
  words?: unknown;
  fullName?: unknown;
  phone?: unknown;
}) => (kind !== 'correct' || Boolean(words || fullName || number)) && (kind !== 'object' || Boolean(words));
const told = { error: 'input.invalid_type', path: ['words'] };

const outcome = z.enum(['answered', 'refused']).nullable();

export const OwnDataRequest = z
  .object({
    id,
    /** "YC-0031" */
    code: z.string(),
    kind: z.enum(dataRequestKinds),
    receivedAt: instant,
    /** The last day of the answer, inclusive. */
    dueOn: day,
    unit: z.string(),
    outcome,
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    stops: z.array(z.enum(dataStops)),
    /** An officer wants to erase me from that day on, by paper; until then I say if it was not me. Absent before 0.3. */
    erasedFrom: day.nullable().optional(),
  })
  .meta({ id: 'OwnDataRequest' });

export const DataRequestRow = z
  .object({
    id,
    code: z.string(),
    kind: z.enum(dataRequestKinds),
    person: PersonRef,
    unit: UnitRef,
    source: z.enum(['app', 'paper']),
    receivedAt: instant,
    dueOn: day,
    /** Working days until then; 0 on the last one, below when it is late. */
    daysLeft: z.int(),
    verified: z.boolean(),
    owner: PersonRef.nullable(),
    /** Unanswered by its day: the office above has been told. */
    escalatedAt: instant.nullable(),
    outcome,
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'DataRequestRow' });

export const HeldRecords = z
  .object({
    kind: z.enum(recordKindNames),
    count,
    erasure: z.enum(['erase', 'unname', 'keep']),
  })
  .meta({ id: 'HeldRecords' });

const LackingTeam = z
  .object({
    team: z.object({ id, name: z.string() }),
    /** The person leads it. */
    leads: z.boolean(),
    gaps: z.array(Gap.omit({ rule: true, citation: true, fits: true })),
  })
  .meta({ id: 'LackingTeam' });

const PlannedErasing = z
  .object({
    by: PersonRef,
    at: instant,
    /** The first day on which it is done; until the day before it is taken back. */
    on: day,
    second: z.object({ by: PersonRef, at: instant }).nullable(),
    /** Who could say so as the second. */
    seconds: z.array(PersonRef),
    maySecond: z.boolean(),
  })
  .meta({ id: 'PlannedErasing' });

export const DataRequestDetail = DataRequestRow.extend({
  /** Where the person is, or was last: "Thôn 3, Xã Thọ Bình". */
  place: z.string(),
  /** The last day on which they belonged there; null while they do. */
  leftOn: day.nullable(),
  /** The last three digits of the main number. */
  phoneEnd: z.string().nullable(),
  verification: z
    .object({ at: instant, how: z.enum([...requesterProofs, 'account']), by: PersonRef.nullable() })
    .nullable(),
  words: z.string().nullable(),
  wish: z.object({ fullName: z.string().nullable(), phone: z.string().nullable() }),
  holds: z.array(HeldRecords),
  /** Why the reader cannot erase; null: they can. */
  erasing: z.enum(['unverified', 'holdsPost', 'elsewhere', 'own', 'held']).nullable(),
  /** On paper: it takes a second officer and so many working days. */
  waits: z.int().nullable(),
  planned: PlannedErasing.nullable(),
  /** What teams lack once the person is erased. */
  lacking: z.array(LackingTeam),
  /** The reader's own: somebody else answers it. */
  isOwn: z.boolean(),
  answer: z.string().nullable(),
  answeredBy: PersonRef.nullable(),
  stops: z.array(z.enum(dataStops)),
}).meta({ id: 'DataRequestDetail' });

const one = '/data-requests/{requestId}';

export const dataRequestRoutes = {
  fileDataRequest: route({
    method: 'POST',
    path: '/me/data-requests',
    summary: 'Ask to see, correct, object to or erase what is held about me',
    access: 'self',
    status: 201,
    command: true,
    body: z.strictObject(asked).refine(saysWhat, told).meta({ id: 'DataRequestInput' }),
    response: OwnDataRequest,
  }),
  myDataRequests: route({
    method: 'GET',
    path: '/me/data-requests',
    summary: 'What I have asked for, and what became of it',
    access: 'self',
    whole: 'the twenty latest of one person',
    response: z.array(OwnDataRequest),
  }),
  listDataRequests: route({
    method: 'GET',
    path: '/units/{unitId}/data-requests',
    summary: 'What people of the unit have asked for: open ones by their day, or answered ones',
    access: 'data.answer',
    query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'answered']).default('open') }),
    response: page(DataRequestRow)
      .extend({
        /** Late: open ones now, and all of this year. */
        counts: z.object({ open: count, answered: count, late: count, lateThisYear: count }),
      })
      .meta({ id: 'DataRequestPage' }),
  }),
  readDataRequest: route({
    method: 'GET',
    path: one,
    summary: 'One of them, with what is held about the person and what would become of it',
    access: 'data.answer',
    response: DataRequestDetail,
  }),
  dataRequestCopy: route({
    method: 'GET',
    path: `${one}/copy`,
    summary: 'What the person asks to see, on paper: in words, with why, how long, and who looked',
    access: 'data.answer',
    produces: 'application/pdf',
  }),
  recordDataRequest: route({
    method: 'POST',
    path: '/people/{personId}/data-requests',
    summary: 'Enter a request that came on paper',
    access: 'data.answer',
    status: 201,
    command: true,
    body: z
      .strictObject({ ...asked, receivedOn: day })
      .refine(saysWhat, told)
      .meta({ id: 'PaperDataRequest' }),
    response: DataRequestDetail,
  }),
  verifyRequester: route({
    method: 'POST',
    path: `${one}/verify`,
    summary: 'Say that it is the person who asks, and how that was made sure',
    access: 'data.answer',
    command: true,
    body: z.strictObject({ how: z.enum(requesterProofs) }).meta({ id: 'VerifyRequester' }),
    response: DataRequestDetail,
  }),
  dataRequestOfficers: route({
    method: 'GET',
    path: `${one}/officers`,
    summary: 'Who could take it on: of the unit, and of those above',
    access: 'data.answer',
    whole: 'who answers in one unit and above it',
    response: z.array(PersonRef),
  }),
  passOnDataRequest: route({
    method: 'POST',
    path: `${one}/pass-on`,
    summary: 'Another officer sees to it',
    access: 'data.answer',
    command: true,
    body: z.strictObject({ personId: id }).meta({ id: 'PassOnDataRequest' }),
    response: DataRequestDetail,
  }),
  answerDataRequest: route({
    method: 'POST',
    path: `${one}/answer`,
    summary: 'Answer; what is to be corrected or stopped is, in the same moment',
    access: 'data.answer',
    command: true,
    body: z
      .strictObject({
        answer: reason,
        /** Write the name and number that the person gave. */
        apply: z.boolean().default(false),
        stops: z.array(z.enum(dataStops)).max(dataStops.length).default([]),
      })
      .meta({ id: 'AnswerDataRequest' }),
    response: DataRequestDetail,
  }),
  refuseDataRequest: route({
    method: 'POST',
    path: `${one}/refuse`,
    summary: 'Do not do it, and say why',
    access: 'data.answer',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'RefuseDataRequest' }),
    response: DataRequestDetail,
  }),
  eraseOnRequest: route({
    method: 'POST',
    path: `${one}/erase`,
    summary: 'Erase the person, for good, and answer; of paper: after a second officer and a wait',
    access: 'data.answer',
    command: true,
    body: z.strictObject({ answer: reason }).meta({ id: 'EraseOnRequest' }),
    response: DataRequestDetail,
  }),
  secondErasing: route({
    method: 'POST',
    path: `${one}/erase/second`,
    summary: 'Say so as the second officer: the person is erased on the day',
    access: 'data.answer',
    command: true,
    response: DataRequestDetail,
  }),
  dropErasing: route({
    method: 'POST',
    path: `${one}/erase/drop`,
    summary: 'Take an erasing back before its day: the request is open as before',
    access: 'data.answer',
    command: true,
    response: DataRequestDetail,
  }),
  keepMyData: route({
    method: 'POST',
    path: '/me/data-requests/{requestId}/keep',
    summary: 'I did not ask for that: I am not erased, and the request is closed',
    access: 'self',
    command: true,
    body: z.strictObject({ answer: reason }).meta({ id: 'KeepMyData' }),
    response: OwnDataRequest,
  }),
};
