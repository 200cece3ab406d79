/** Check-in and afterwards: what the phones need and send, sheets, results, certificates. */
import { z } from 'zod';
import { day, id, instant, PersonRef, reason } from '../primitives.ts';
import { route } from '../route.ts';
import { TeamRef, SessionRow, CheckInItem, AttendanceRow, Certificate } from './shapes.ts';
import { invitationStates } from './training-states.ts';

export const checkInRoutes = {
  checkInPack: route({
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
        /** Invited beside them: of a session to which more are invited than a door lets in. */
        more: z.int().optional(),
        until: instant,
      })
      .meta({ id: 'CheckInPack' }),
  }),
  sendCheckIns: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/check-ins',
    summary: "A trainer's phone's check-ins; merged with those of others, none counted twice",
    access: 'training.door',
    command: true,
    repeats: true,
    bodyKb: 256,
    body: z.strictObject({ items: z.array(CheckInItem).min(1).max(500) }).meta({ id: 'CheckIns' }),
    response: z
      .object({
        counted: z.int(),
        repeated: z.int(),
        /** Kept, but counted only when the trainer says so: walk-ins of a name that is there already. */
        doubtful: z.int(),
        refused: z.array(z.object({ clientId: z.uuid(), code: z.string() })),
      })
      .meta({ id: 'CheckInsMerged' }),
  }),
  attendance: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/attendance',
    summary: 'Who was there, and how that is known',
    access: 'training.read',
    whole: "who was let in at one session's door, as many as its place holds",
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
  attendanceSheet: route({
    method: 'GET',
    path: '/training/sessions/{sessionId}/sheet',
    summary: 'The attendance sheet to sign, as PDF',
    access: 'training.door',
    produces: 'application/pdf',
  }),
  addSheetPhoto: route({
    method: 'POST',
    path: '/training/sessions/{sessionId}/sheet-photos',
    summary: 'A photo of the signed sheet: the source of what was keyed in',
    access: 'training.door',
    command: true,
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
    response: SessionRow,
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
    bodyKb: 128,
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
  fileBytes: route({
    method: 'GET',
    path: '/files/{fileHash}',
    summary: 'A kept picture behind a signed link of five minutes',
    access: 'public',
    query: z.strictObject({ expires: z.string().max(20), signature: z.string().max(100) }),
    produces: 'image/jpeg',
  }),
};
