/** What one unit answers to a form that it is asked, and what of it goes back. */
import { z } from 'zod';
import { count, id, instant, PersonRef, reason, reckonedDay, UnitRef } from '../primitives.ts';
import {
  AnswersShape,
  QuestionFindingShape,
  questionKey,
  QuestionShape,
  ReasonsShape,
} from '../questions/questions.ts';
import { route } from '../route.ts';
import { sheetStates } from './form-states.ts';
import { ReturnedCell, roundHead } from './forms.ts';
import { reportStandings } from './report-standing.ts';

const sentence = z.string().trim().normalize('NFC').min(1).max(500);

export const FormSheet = z
  .object({
    id,
    round: z.object({ ...roundHead, note: z.string().nullable() }),
    unit: UnitRef,
    state: z.enum(sheetStates),
    status: z.enum(reportStandings),
    daysLate: z.int(),
    questions: z.array(QuestionShape),
    answers: AnswersShape,
    reasons: ReasonsShape,
    /** Counts what was written down: two who write at once do not lose each other's. */
    edit: z.int(),
    kept: z.object({ by: PersonRef, at: instant }).nullable(),
    sent: z.object({ by: PersonRef, at: instant }).nullable(),
    findings: z.array(QuestionFindingShape),
    returned: z.array(ReturnedCell),
    revisionReason: z.string().nullable(),
    /** What was answered when it was asked last, of the questions that are asked again. */
    last: z.object({ dueOn: reckonedDay, answers: AnswersShape }).nullable(),
    /** Whoever reads may answer, and it is still taken. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'FormSheet' });

const answered = z.strictObject({ edit: count, answers: AnswersShape, reasons: ReasonsShape.default({}) });
const sheet = '/form-sheets/{sheetId}';

export const formAnswerRoutes = {
  readSheet: route({
    method: 'GET',
    path: sheet,
    summary: "A unit's answers: as they are written down, or as they were sent",
    access: 'report.read',
    response: FormSheet,
  }),
  keepAnswers: route({
    method: 'PUT',
    path: `${sheet}/answers`,
    summary: 'Keep what is answered so far, whole or not; refused when somebody else wrote meanwhile',
    access: 'report.write',
    command: true,
    bodyKb: 512,
    body: answered.meta({ id: 'KeepAnswers' }),
    response: FormSheet,
  }),
  sendSheet: route({
    method: 'POST',
    path: `${sheet}/send`,
    summary: 'Send the answers to whoever asks',
    access: 'report.write',
    command: true,
    bodyKb: 512,
    body: answered.meta({ id: 'SendSheet' }),
    response: FormSheet,
  }),
  askSheetBack: route({
    method: 'POST',
    path: `${sheet}/ask-revision`,
    summary: 'The sender asks to have it back',
    access: 'report.write',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'AskSheetBack' }),
    response: FormSheet,
  }),
  returnCells: route({
    method: 'POST',
    path: `${sheet}/return`,
    summary: 'Give answers back, each with a sentence; whoever sent them answers these anew',
    access: 'report.receive',
    command: true,
    bodyKb: 128,
    body: z
      .strictObject({
        cells: z
          .array(z.strictObject({ question: questionKey, sentence, isApart: z.boolean().default(false) }))
          .min(1)
          .max(60),
      })
      .meta({ id: 'ReturnCells' }),
    response: FormSheet,
  }),
};
