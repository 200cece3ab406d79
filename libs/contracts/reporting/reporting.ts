/** A unit's own reports: what is due, drafting, typed figures, sending, deciding, versions. */
import { z } from 'zod';
import { count, day, id, instant, month, PersonRef, reason, text } from '../primitives.ts';
import { reportSections } from './report-states.ts';
import { FigureChange, FigureSource, Report, ReportFigure, ReportHead, ReportWords } from './shapes.ts';
import { route } from '../route.ts';

const amount = z.number().int().min(0).max(1_000_000_000_000);
const code = z.string().regex(/^[A-Z]{2}\d{2}$/);

export const reportRoutes = {
  listReports: route({
    method: 'GET',
    path: '/units/{unitId}/reports',
    summary: "The unit's reports, newest first: what is due, sent, returned",
    access: 'report.read',
    whole: 'twelve months a year, of one unit',
    query: z.strictObject({ year: z.coerce.number().int().min(2022).max(2100).optional() }),
    response: z.array(ReportHead),
  }),
  openReport: route({
    method: 'POST',
    path: '/units/{unitId}/reports',
    summary: "A month's report, opened if it is not yet",
    access: 'report.write',
    command: true,
    body: z.strictObject({ month }).meta({ id: 'OpenReport' }),
    response: Report,
  }),
  withdrawReport: route({
    method: 'POST',
    path: '/reports/{reportId}/withdraw',
    summary: 'Take back a month that was opened by mistake: opened after its due day, never sent, nothing written',
    access: 'report.write',
    command: true,
    status: 204,
  }),
  readReport: route({
    method: 'GET',
    path: '/reports/{reportId}',
    summary: 'One report with its figures: live until it is sent, then as sent',
    access: 'report.read',
    response: Report,
  }),
  seeReport: route({
    method: 'POST',
    path: '/reports/{reportId}/look',
    summary: 'I have seen these figures: later changes are shown against them',
    access: 'report.read',
    status: 204,
    body: z.strictObject({ figuresHash: z.string().max(64) }).meta({ id: 'ReportLook' }),
  }),
  writeReport: route({
    method: 'PUT',
    path: '/reports/{reportId}/words',
    summary: 'The words beside the figures; refused when somebody else wrote meanwhile',
    access: 'report.write',
    command: true,
    bodyKb: 1024,
    body: z
      .strictObject({
        /** The version that was edited. */
        version: count,
        sections: z
          .array(z.strictObject({ key: z.enum(reportSections), text: z.string().normalize('NFC').max(20_000) }))
          .max(reportSections.length),
        notes: z
          .array(z.strictObject({ code, note: text }))
          .max(60)
          .optional(),
        silent: z
          .array(z.strictObject({ teamId: id, reason: z.string().trim().max(500) }))
          .max(2000)
          .optional(),
      })
      .meta({ id: 'ReportWordsInput' }),
    response: ReportWords,
  }),
  typeFigure: route({
    method: 'PUT',
    path: '/reports/{reportId}/figures',
    summary: 'A figure from outside our records, with its source; null takes it away',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        code,
        numerator: amount.nullable(),
        denominator: amount.nullable().default(null),
        source: z.string().trim().normalize('NFC').max(300).default(''),
      })
      .meta({ id: 'TypedFigureInput' }),
    response: ReportFigure,
  }),
  planFigures: route({
    method: 'PUT',
    path: '/units/{unitId}/figure-plans',
    summary: 'What the unit means to reach in a year',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        year: z.int().min(2022).max(2100),
        plans: z.array(z.strictObject({ code, value: amount.nullable() })).max(60),
      })
      .meta({ id: 'FigurePlans' }),
    response: z.array(z.object({ code: z.string(), value: z.number() })),
  }),
  figureSource: route({
    method: 'GET',
    path: '/reports/{reportId}/source',
    summary: 'The records behind a figure',
    access: 'report.read',
    query: z.strictObject({ code, teamId: id.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: FigureSource,
  }),
  submitReport: route({
    method: 'POST',
    path: '/reports/{reportId}/submit',
    summary: 'Send: figures and words are frozen as a version',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        wordsVersion: count,
        figuresHash: z.string().max(64),
        /** Needed after the due day. */
        lateReason: reason.optional(),
        /** Consolidated reports: sent although units are missing. */
        withMissing: z.boolean().default(false),
      })
      .meta({ id: 'SubmitReport' }),
    response: Report,
  }),
  askApproval: route({
    method: 'POST',
    path: '/reports/{reportId}/ask-approval',
    summary: 'Put before the head of the unit: checked as if it were sent, and sent when it is approved',
    access: 'report.write',
    command: true,
    body: z
      .strictObject({
        wordsVersion: count,
        figuresHash: z.string().max(64),
        lateReason: reason.optional(),
        withMissing: z.boolean().default(false),
        note: z.string().trim().max(500).default(''),
      })
      .meta({ id: 'AskApproval' }),
    response: Report,
  }),
  dropApproval: route({
    method: 'POST',
    path: '/reports/{reportId}/drop-approval',
    summary: 'Whoever asked takes it back',
    access: 'report.write',
    command: true,
    response: Report,
  }),
  approveReport: route({
    method: 'POST',
    path: '/reports/{reportId}/approve',
    summary: 'The head of the unit approves what stands there, which sends it',
    access: 'report.approve',
    command: true,
    body: z
      .strictObject({
        wordsVersion: count,
        figuresHash: z.string().max(64),
        /** Needed when it became late after it was asked for. */
        lateReason: reason.optional(),
      })
      .meta({ id: 'ApproveReport' }),
    response: Report,
  }),
  refuseApproval: route({
    method: 'POST',
    path: '/reports/{reportId}/refuse-approval',
    summary: 'The head of the unit gives it back before it is sent',
    access: 'report.approve',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'RefuseApproval' }),
    response: Report,
  }),
  askRevision: route({
    method: 'POST',
    path: '/reports/{reportId}/ask-revision',
    summary: 'The sender asks to have it back',
    access: 'report.write',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'AskRevision' }),
    response: Report,
  }),
  askLateDay: route({
    method: 'POST',
    path: '/reports/{reportId}/ask-day',
    summary: 'The sender of a closed report asks its receiver for a day on which it may still come',
    access: 'report.write',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'AskLateDay' }),
    response: Report,
  }),
  acceptReport: route({
    method: 'POST',
    path: '/reports/{reportId}/accept',
    summary: 'The receiver accepts the version',
    access: 'report.decide',
    command: true,
    body: z.strictObject({ version: count.min(1) }).meta({ id: 'AcceptReport' }),
    response: Report,
  }),
  returnReport: route({
    method: 'POST',
    path: '/reports/{reportId}/return',
    summary: 'The receiver gives it back, naming cells',
    access: 'report.decide',
    command: true,
    bodyKb: 128,
    body: z
      .strictObject({
        version: count.min(1),
        note: z.string().trim().max(1000).default(''),
        comments: z
          .array(z.strictObject({ cell: z.string().min(1).max(40), comment: reason }))
          .min(1, 'report.commentMissing')
          .max(60),
      })
      .meta({ id: 'ReturnReport' }),
    response: Report,
  }),
  allowLateReport: route({
    method: 'POST',
    path: '/reports/{reportId}/exception',
    summary: 'It may still be sent until a day; the exception expires alone',
    access: 'report.decide',
    command: true,
    body: z.strictObject({ until: day, reason }).meta({ id: 'ReportException' }),
    response: Report,
  }),
  reportVersions: route({
    method: 'GET',
    path: '/reports/{reportId}/versions',
    summary: 'What was sent, and what each version changed',
    access: 'report.read',
    whole: 'as often as one report was sent back',
    response: z.array(
      z
        .object({
          version: z.int(),
          submittedAt: instant,
          submittedBy: PersonRef,
          daysLate: z.int(),
          lateReason: z.string().nullable(),
          contentHash: z.string(),
          decision: z.enum(['accepted', 'returned']).nullable(),
          decidedAt: instant.nullable(),
          /** Against the version before it. */
          changes: z.array(FigureChange),
          sections: z.array(z.object({ key: z.enum(reportSections), before: z.string(), after: z.string() })),
        })
        .meta({ id: 'ReportVersion' }),
    ),
  }),
};
