/** Figures that had better be asked about before their month is accepted: asked back, answered, or left as they are. */
import { z } from 'zod';
import { id, instant, month, PersonRef, reason, reckonedMonth, UnitRef } from '../primitives.ts';
import { oddFigureStates } from './odd-figure-states.ts';
import { ReportIndicator } from './shapes.ts';
import { route } from '../route.ts';

export const OddFigure = z
  .object({
    id,
    unit: UnitRef,
    month,
    reportId: id,
    /** Of the report, in which it was found last. */
    version: z.int(),
    indicator: ReportIndicator,
    /** Null: not reported. */
    value: z.number().nullable(),
    /** What is usual here or in places of its size; null where nobody can say. */
    usual: z.object({ low: z.number(), high: z.number() }).nullable(),
    /** What the sum of the province has too much or too little by it, as a share of what it would be, and the sum itself. */
    effect: z.object({ difference: z.number(), share: z.number(), total: z.number() }).nullable(),
    /** Each a sentence of the catalogue, `oddity.…`, with its values. */
    reasons: z.array(
      z.object({
        check: z.string(),
        reason: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    state: z.enum(oddFigureStates),
    asked: z.object({ by: PersonRef, at: instant, question: z.string() }).nullable(),
    answered: z.object({ by: PersonRef, at: instant, answer: z.string() }).nullable(),
    dismissed: z.object({ by: PersonRef, at: instant, reason: z.string() }).nullable(),
    may: z.object({
      /** Ask back, or leave it as it is: who decides on the report. */
      decide: z.boolean(),
      /** The one asked: who writes the report. */
      answer: z.boolean(),
    }),
  })
  .meta({ id: 'OddFigure' });

const ask = z.strictObject({ question: reason }).meta({ id: 'AskOddFigure' });
const answer = z.strictObject({ answer: reason }).meta({ id: 'AnswerOddFigure' });
const dismiss = z.strictObject({ reason }).meta({ id: 'DismissOddFigure' });

export const oddFigureRoutes = {
  oddFigures: route({
    method: 'GET',
    path: '/units/{unitId}/odd-figures',
    summary: 'Figures of a month below the unit that had better be asked about, those first that move the sum most',
    access: 'report.read',
    query: z.strictObject({ month: month.optional() }),
    response: z
      .object({
        unit: UnitRef,
        month,
        /** The last look of all that are compared with each other; null where nothing was sent yet. */
        looked: z.object({ at: instant, communes: z.int(), figures: z.int() }).nullable(),
        counts: z.object({ open: z.int(), asked: z.int(), answered: z.int(), dismissed: z.int() }),
        /** The two hundred that weigh most. */
        items: z.array(OddFigure),
        /** How many more there are. */
        left: z.int(),
      })
      .meta({ id: 'OddFigures' }),
  }),
  reportOddFigures: route({
    method: 'GET',
    path: '/reports/{reportId}/odd-figures',
    summary: 'Odd figures of a report and what was answered about them',
    access: 'report.read',
    whole: 'one of each indicator',
    response: z.array(OddFigure),
  }),
  readOddFigure: route({
    method: 'GET',
    path: '/odd-figures/{oddFigureId}',
    summary: 'An odd figure with the year before it',
    access: 'report.read',
    response: OddFigure.extend({
      /** The year before, oldest first, in what the unit was made of; null where it was not reported. */
      past: z.array(z.object({ month: reckonedMonth, value: z.number().nullable() })),
    }).meta({ id: 'OddFigureWithPast' }),
  }),
  askOddFigure: route({
    method: 'POST',
    path: '/odd-figures/{oddFigureId}/ask',
    summary: 'Ask back: whoever entered the figure is asked once',
    access: 'report.decide',
    command: true,
    body: ask,
    response: OddFigure,
  }),
  answerOddFigure: route({
    method: 'POST',
    path: '/odd-figures/{oddFigureId}/answer',
    summary: 'The answer stands beside the figure for every level',
    access: 'report.write',
    command: true,
    body: answer,
    response: OddFigure,
  }),
  dismissOddFigure: route({
    method: 'POST',
    path: '/odd-figures/{oddFigureId}/dismiss',
    summary: 'It is right as it is: the checks that found it are quiet about it',
    access: 'report.decide',
    command: true,
    body: dismiss,
    response: OddFigure,
  }),
};
