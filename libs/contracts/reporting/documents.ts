/** Documents of reporting: Appendix 1, reports by decree 30/2020, and the way to the agency's signing tool and back. */
import { z } from 'zod';
import { exportPurposes } from '../access/log-kinds.ts';
import { day, id, instant, name, PersonRef, reason, UnitRef } from '../primitives.ts';
import { documentFormats, reportSections, signableFormats, signingCapacities } from './report-states.ts';
import { route } from '../route.ts';
import { signatureReasons, signatureStates } from './signatures.ts';

/** Media types by `documentFormats`, in their order. */
export const documentTypes = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
const signableTypes = [documentTypes[0], documentTypes[1]] as const;

const line = z.string().trim().normalize('NFC').min(1).max(200);

export const DocumentSettings = z
  .object({
    /** Where the data comes from: this unit, one above it, or null for what holds everywhere. */
    fromUnitId: id.nullable(),
    symbol: z.string(),
    capacity: z.enum(signingCapacities),
    signerPost: z.string(),
    signer: z.string().nullable(),
    place: z.string().nullable(),
    /** Without the first line "Như trên" and the last "Lưu: VT". */
    recipients: z.array(z.string()),
    /** Who drafts them, behind "Lưu: VT"; of this very unit. */
    drafter: z.string().nullable().optional(),
    /** Of this very unit, null where none is known. Whether it was tried, and where copies are mailed: `Recipients.own`. */
    mailbox: z.string().nullable(),
    from: day,
  })
  .meta({ id: 'DocumentSettings' });

const SignatureFact = z
  .object({
    state: z.enum(signatureStates),
    reason: z.enum(signatureReasons).nullable(),
    /** Names by the certificate; null where none could be read. */
    signer: z.string().nullable(),
    issuer: z.string().nullable(),
    signedAt: instant.nullable(),
    /** By a trusted authority of time; else only the signer says so. */
    isStamped: z.boolean(),
    /** Something stands behind the bytes that it covers. */
    addedAfter: z.boolean(),
  })
  .meta({ id: 'SignatureFact' });

const SignedFile = z
  .object({
    id,
    hash: z.string(),
    by: PersonRef,
    at: instant,
    /** The worst signature speaks for the file; without signatures it came in before they were looked at. */
    check: z.object({
      state: z.enum(signatureStates),
      addedAfter: z.boolean(),
      signatures: z.array(SignatureFact),
    }),
  })
  .meta({ id: 'SignedFile' });

export const SigningExport = z
  .object({
    id,
    version: z.int(),
    format: z.enum(signableFormats),
    /** SHA-256 of the exported file, hex: the signing tool's clerk can compare it. */
    hash: z.string(),
    exportedBy: PersonRef,
    exportedAt: instant,
    signed: SignedFile.nullable(),
    /** Signed files that were set aside with a reason, the latest first. */
    earlier: z.array(
      SignedFile.extend({ setAside: z.object({ by: PersonRef, at: instant, reason: z.string() }) }).meta({
        id: 'EarlierSignedFile',
      }),
    ),
  })
  .meta({ id: 'SigningExport' });

export const documentRoutes = {
  appendix1: route({
    method: 'GET',
    path: '/units/{unitId}/appendix-1',
    summary: 'Appendix 1 with the teams of a date; each number on it stands in the access log',
    access: 'roster.export',
    query: z.strictObject({
      format: z.enum(documentFormats),
      at: day.optional(),
      purpose: z.enum(exportPurposes),
    }),
    produces: documentTypes,
  }),
  teamDecisionDraft: route({
    method: 'GET',
    path: '/units/{unitId}/team-decision',
    summary:
      "The decision that sets up a commune's draft teams, by decree 30 and ready to sign, with its list of members",
    access: 'team.manage',
    query: z.strictObject({
      format: z.enum(signableFormats),
      /** One of them; all drafts when absent. */
      teamId: id.optional(),
      /** Upon whose proposal; left open when absent. */
      proposer: line.optional(),
    }),
    produces: signableTypes,
  }),
  reportDocument: route({
    method: 'GET',
    path: '/reports/{reportId}/document',
    summary: 'The report as a document: a marked draft while it is open, then as sent',
    access: 'report.read',
    query: z.strictObject({
      format: z.enum(documentFormats),
      /** An earlier version that was sent. */
      version: z.coerce.number().int().min(1).max(1_000_000).optional(),
      /** From the registry; left open when absent. */
      number: z.coerce.number().int().min(1).max(1_000_000).max(99_999).optional(),
      issuedOn: day.optional(),
    }),
    produces: documentTypes,
  }),
  addedLines: route({
    method: 'GET',
    path: '/reports/{reportId}/added-lines',
    summary: "What a monthly report's print adds by itself below the words of its sections, in Vietnamese",
    access: 'report.read',
    response: z
      .object({ sections: z.array(z.object({ key: z.enum(reportSections), lines: z.array(z.string()) })) })
      .meta({ id: 'ReportAddedLines' }),
  }),
  readDocumentSettings: route({
    method: 'GET',
    path: '/units/{unitId}/office-papers',
    summary: "What the unit's documents carry: symbol, who signs, recipients",
    access: 'report.read',
    response: DocumentSettings,
  }),
  writeDocumentSettings: route({
    method: 'PUT',
    path: '/units/{unitId}/office-papers',
    summary: 'Changes it from today on; documents of earlier days keep theirs',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        symbol: z
          .string()
          .trim()
          .regex(/^[\p{Lu}\d]+(-[\p{Lu}\d]+)*$/u, 'papers.symbolShape')
          .max(40),
        capacity: z.enum(signingCapacities),
        signerPost: name,
        signer: name.nullable().default(null),
        place: name.nullable().default(null),
        recipients: z.array(line).max(20),
        /** Absent: as it is. */
        drafter: z.string().trim().normalize('NFC').min(1).max(60).nullable().optional(),
        /** Absent: as it is. Not mailed before it is tried. */
        mailbox: z.email('papers.mailboxShape').max(200).nullable().optional(),
      })
      .meta({ id: 'DocumentSettingsInput' }),
    response: DocumentSettings,
  }),
  reportArchive: route({
    method: 'GET',
    path: '/reports/{reportId}/archive',
    summary: 'The copies that stay: what was sent, as it was printed then',
    access: 'report.read',
    whole: 'two files for each version of one report',
    response: z.array(
      z
        .object({
          version: z.int(),
          format: z.enum(documentFormats),
          /** SHA-256, hex. */
          hash: z.string(),
          name: z.string(),
          keptAt: instant,
        })
        .meta({ id: 'ArchivedDocument' }),
    ),
  }),
  archivedFile: route({
    method: 'GET',
    path: '/reports/{reportId}/archive/file',
    summary: 'One of them',
    access: 'report.read',
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000), format: z.enum(documentFormats) }),
    produces: documentTypes,
  }),
  officeMails: route({
    method: 'GET',
    path: '/reports/{reportId}/office-mails',
    summary: "Copies by e-mail to the offices' mailboxes, and what became of them",
    access: 'report.read',
    whole: "mailboxes of one report's offices, for each version",
    response: z.array(
      z
        .object({
          id,
          version: z.int(),
          /** To the receiver, back to the sender, or to an office named in "Nơi nhận". */
          occasion: z.enum(['submitted', 'accepted', 'copy']),
          unit: UnitRef,
          /** Of a copy: the office as "Nơi nhận" names it. */
          recipient: z.string().nullable(),
          /** Which time that it went there: 2 and more were asked for. */
          round: z.int(),
          /** The digitally signed file went, not the printed one. */
          isSigned: z.boolean(),
          address: z.string(),
          state: z.enum(['due', 'sent', 'failed', 'unknown']),
          sentAt: instant.nullable(),
          failureCode: z.string().nullable(),
        })
        .meta({ id: 'OfficeMail' }),
    ),
  }),
  exportForSigning: route({
    method: 'POST',
    path: '/reports/{reportId}/signing-exports',
    summary: "Keep the sent version's file for the agency's signing tool",
    access: 'report.write',
    status: 201,
    command: true,
    body: z
      .strictObject({
        format: z.enum(signableFormats),
        number: z.int().min(1).max(99_999).optional(),
        issuedOn: day.optional(),
      })
      .meta({ id: 'ExportForSigning' }),
    response: SigningExport,
  }),
  signingExports: route({
    method: 'GET',
    path: '/reports/{reportId}/signing-exports',
    summary: 'What was handed out for signing, and what came back',
    access: 'report.read',
    whole: 'as often as one report was handed out for signing',
    response: z.array(SigningExport),
  }),
  exportedFile: route({
    method: 'GET',
    path: '/reports/{reportId}/signing-exports/{exportId}/exported',
    summary: 'The file as it was handed out, byte by byte',
    access: 'report.read',
    produces: signableTypes,
  }),
  takeSignedFile: route({
    method: 'PUT',
    path: '/reports/{reportId}/signing-exports/{exportId}/signed',
    summary: 'The signed file comes back; refused unless it is the exported one with signatures that are not broken',
    access: 'report.write',
    upload: 'document',
    response: SigningExport,
  }),
  setSignedFileAside: route({
    method: 'POST',
    path: '/reports/{reportId}/signing-exports/{exportId}/signed/set-aside',
    summary: 'A signed file was kept by mistake: it stays among the earlier ones, and another one can be sent',
    access: 'report.write',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'SetSignedFileAside' }),
    response: SigningExport,
  }),
  signedFile: route({
    method: 'GET',
    path: '/reports/{reportId}/signing-exports/{exportId}/signed',
    summary: 'The signed file, or one of the earlier ones',
    access: 'report.read',
    query: z.strictObject({ fileId: id.optional() }),
    produces: signableTypes,
  }),
};
