/** Questions and answers as they cross the network; how they are judged stands beside this file, free of zod. */
import { z } from 'zod';
import {
  type Answers,
  checkKinds,
  comparisons,
  levels,
  MOST_LETTERS,
  MOST_NUMBER,
  numberKinds,
  type Question,
  questionKinds,
} from './question-kinds.ts';
import { findingCodes } from './judge.ts';
import { questionFaultCodes } from './faults.ts';
import { personalCodes } from './personal.ts';

/** Of questions, choices, rows and columns: kept in answers for good, and a column's name in workbooks and XLSForms. */
export const questionKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** Money goes into billions. */
const number = z.number().min(-MOST_NUMBER).max(MOST_NUMBER);
const label = z.string().trim().normalize('NFC').max(300);
const field = {
  unit: z.string().trim().normalize('NFC').min(1).max(40).optional(),
  min: number.optional(),
  max: number.optional(),
};
const choice = z.strictObject({ key: questionKey, label });

export const QuestionCondition = z
  .strictObject({
    join: z.enum(['all', 'any']),
    parts: z
      .array(
        z.strictObject({
          of: questionKey,
          is: z.enum(comparisons),
          value: z.union([z.string().max(200), number, z.boolean()]).optional(),
        }),
      )
      .max(10),
  })
  .meta({ id: 'QuestionCondition' });

export const QuestionCheck = z
  .strictObject({
    kind: z.enum(checkKinds),
    min: number.optional(),
    max: number.optional(),
    of: z
      .array(z.strictObject({ question: questionKey, column: questionKey.optional() }))
      .max(20)
      .optional(),
    column: questionKey.optional(),
    sentence: z.string().trim().normalize('NFC').max(300),
    level: z.enum(levels),
  })
  .meta({ id: 'QuestionCheck' });

/** Its lists are not written to once they are read: `Question` says so, and what is answered is typed by it. */
type AsQuestion = z.ZodType<Question, Question>;
/** Longer lists than can be asked, so that whoever has them hears how many are too many. */
export const QuestionShape: AsQuestion = z
  .strictObject({
    id: questionKey,
    kind: z.enum(questionKinds),
    label,
    hint: z.string().trim().normalize('NFC').max(500).optional(),
    required: z.boolean(),
    shownWhen: QuestionCondition.optional(),
    checks: z.array(QuestionCheck).max(10).optional(),
    choices: z.array(choice).max(40).optional(),
    most: z.int().min(1).max(MOST_LETTERS).optional(),
    rows: z.array(choice).max(60).optional(),
    columns: z
      .array(z.strictObject({ key: questionKey, label, kind: z.enum(numberKinds), ...field }))
      .max(20)
      .optional(),
    ...field,
  })
  .meta({ id: 'Question' });
export const Questionnaire = z.array(QuestionShape).max(250);

const answer = z.union([
  number,
  z.boolean(),
  z.string().max(MOST_LETTERS * 2),
  z.array(z.string().max(100)).max(60),
  z.record(questionKey, z.record(questionKey, number)),
]);
/** Of any shape that an answer can have; whether it is an answer to its question, the questions say. */
export const AnswersShape: z.ZodType<Answers, Answers> = z.record(questionKey, answer).meta({ id: 'Answers' });
export const ReasonsShape = z
  .record(questionKey, z.string().trim().normalize('NFC').max(500))
  .meta({ id: 'AnswerReasons' });

const params = z.record(z.string(), z.union([z.string(), z.number()]));
export const QuestionFindingShape = z
  .object({
    question: z.string(),
    cell: z.object({ row: z.string(), column: z.string() }).optional(),
    code: z.enum(findingCodes),
    level: z.enum(levels),
    params,
    sentence: z.string().optional(),
  })
  .meta({ id: 'QuestionFinding' });
export const QuestionFaultShape = z
  .object({ question: z.string().nullable(), code: z.enum(questionFaultCodes), params })
  .meta({ id: 'QuestionFault' });
export const PersonalWarningShape = z
  .object({ question: z.string(), code: z.enum(personalCodes) })
  .meta({ id: 'PersonalWarning' });
