import { z } from 'zod';
import { reminderDays } from '#contracts/reporting/due-days';
import { HeldAct } from '#contracts/access/acts';
import { defineEvent } from '#platform/outbox';

const report = z.object({ reportId: z.uuid() });
const version = report.extend({ version: z.int() });
const silent = { auditOnly: true };

export const reportSubmitted = defineEvent('reporting.submitted', version);
/** The time that it was asked for names it: a report can be put before its head again. */
const approval = report.extend({ approvalId: z.uuid() });
export const approvalAsked = defineEvent('reporting.approval-asked', approval);
export const approvalRefused = defineEvent('reporting.approval-refused', approval);
export const approvalDropped = defineEvent('reporting.approval-dropped', approval, { auditOnly: true });
export const reportApproved = defineEvent('reporting.approved', approval.extend({ version: z.int() }));
export const reportAccepted = defineEvent('reporting.accepted', version);
export const reportReturned = defineEvent('reporting.returned', version);
export const revisionAsked = defineEvent('reporting.revision-asked', version);
export const lateDayAsked = defineEvent('reporting.day-asked', report);
export const lateReportAllowed = defineEvent('reporting.late-allowed', report);
export const reportReminded = defineEvent(
  'reporting.reminded',
  report.extend({ step: z.union(reminderDays.map((day) => z.literal(day))) }),
);
export const reportChased = defineEvent('reporting.chased', report.extend({ act: HeldAct.optional() }));
export const reportWordsChanged = defineEvent('reporting.words-changed', report, silent);
export const figureTyped = defineEvent('reporting.figure-typed', report.extend({ code: z.string() }), silent);
export const partsEntered = defineEvent('reporting.parts-entered', report, silent);
export const figuresPlanned = defineEvent('reporting.figures-planned', z.object({ unitId: z.uuid() }), silent);
export const pastFiguresImported = defineEvent('reporting.past-imported', z.object({ importId: z.uuid() }), silent);
export const pastFiguresTakenBack = defineEvent('reporting.past-taken-back', z.object({ importId: z.uuid() }), silent);
export const workDaysChanged = defineEvent('reporting.work-days-changed', z.object({ day: z.iso.date() }), silent);
export const allowanceRuleSet = defineEvent('reporting.allowance-rule-set', z.object({ unitId: z.uuid() }), silent);
export const listReady = defineEvent('reporting.list-ready', z.object({ jobId: z.uuid() }));
export const obligationPassedOn = defineEvent('reporting.obligation-passed-on', report, silent);
export const campaignStarted = defineEvent('reporting.campaign-started', z.object({ campaignId: z.uuid() }));
/** With the communes that need not send it any more; `silent`: within the time in which nothing has left yet. */
export const campaignCancelled = defineEvent(
  'reporting.campaign-cancelled',
  z.object({ campaignId: z.uuid(), unitIds: z.array(z.uuid()), silent: z.boolean() }),
);
export const reportWithdrawn = defineEvent('reporting.withdrawn', report, silent);
const odd = report.extend({ oddFigureId: z.uuid() });
export const oddFigureAsked = defineEvent('reporting.odd-figure-asked', odd);
export const oddFigureAnswered = defineEvent('reporting.odd-figure-answered', odd);
export const oddFigureDismissed = defineEvent('reporting.odd-figure-dismissed', odd, silent);

const form = z.object({ formId: z.uuid() });
export const formWritten = defineEvent('forms.written', form, silent);
export const formPublished = defineEvent('forms.published', form.extend({ version: z.int() }), silent);
const round = z.object({ roundId: z.uuid() });
export const formAsked = defineEvent('forms.asked', round);
/** With the units that need not answer any more; `silent`: within the time in which nothing has left yet. */
export const formRecalled = defineEvent(
  'forms.recalled',
  round.extend({ unitIds: z.array(z.uuid()), silent: z.boolean() }),
);
const sheet = z.object({ sheetId: z.uuid() });
export const sheetReminded = defineEvent(
  'forms.reminded',
  sheet.extend({ step: z.union(reminderDays.map((day) => z.literal(day))) }),
);
export const sheetChased = defineEvent('forms.chased', sheet.extend({ act: HeldAct.optional() }));
export const sheetKept = defineEvent('forms.answers-kept', sheet, silent);
/** `number`: how often it was sent. */
export const sheetSent = defineEvent('forms.sent', sheet.extend({ number: z.int() }), silent);
export const sheetReturned = defineEvent('forms.returned', sheet.extend({ number: z.int() }));
export const sheetRevisionAsked = defineEvent('forms.revision-asked', sheet);
