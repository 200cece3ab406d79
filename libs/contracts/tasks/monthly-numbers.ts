/** Numbers of communes that an office gives anew at the start of each period. */
import { z } from 'zod';
import { count, day, id, instant, name, PersonRef, reckonedMonth, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { communeTargets } from './allotments.ts';
import { IndicatorRef } from './assignments.ts';
import { dueDay } from './order-series.ts';

/** By a person; because the last numbers were taken back, their basis no longer holds, or no commune of them is left. */
export const numbersEnds = ['stopped', 'cancelled', 'references', 'no_commune'] as const;
export type NumbersEnd = (typeof numbersEnds)[number];

/** What only the next ones differ in; later ones go by them. */
const Wishes = z.object({
  title: name.nullable(),
  /** Day of the month. */
  dueDay: z.int().nullable(),
  /** Whether other numbers are kept for the next time. */
  numbers: z.boolean(),
});

export const NumberSeries = z
  .object({
    seriesId: id,
    indicator: IndicatorRef,
    setBy: PersonRef,
    setAt: instant,
    endedAt: instant.nullable(),
    endReason: z.enum(numbersEnds).nullable(),
    /** Of those that were not taken back the newest; when all were, the newest. */
    last: z.object({ id, title: z.string(), issuedAt: instant, dueOn: day, communes: z.int(), target: count }),
    /** When the next ones are given; null once the series has ended. */
    next: z.object({ month: reckonedMonth, on: day }).nullable(),
    wishes: Wishes,
    version: z.int(),
  })
  .meta({ id: 'NumberSeries' });

export const NextNumbers = z
  .object({
    month: reckonedMonth,
    on: day,
    /** Why the series would end instead. */
    end: z.enum(numbersEnds).nullable(),
    title: z.string(),
    dueOn: day,
    target: count,
    shares: z.array(z.object({ unit: UnitRef, target: count })),
    /** Communes that are no more: whose number it is now, or nobody's where there is not one heir. */
    ended: z.array(z.object({ unit: UnitRef, target: count, to: UnitRef.nullable() })),
    /** Communes of today that have no number. */
    without: z.array(UnitRef),
  })
  .meta({ id: 'NextNumbers' });

export const monthlyNumberRoutes = {
  listNumberSeries: route({
    method: 'GET',
    path: '/units/{unitId}/number-series',
    summary: 'Numbers that a unit gives communes anew each month, those that ended within a year too',
    access: 'assignment.issue',
    whole: 'the monthly works of one unit, a handful',
    response: z.array(NumberSeries),
  }),
  nextNumbers: route({
    method: 'GET',
    path: '/number-series/{seriesId}/next',
    summary: 'What each commune gets next, as it stands or on another day of the month',
    access: 'assignment.issue',
    query: z.strictObject({ dueDay: dueDay(z.coerce.number().int()).optional() }),
    response: NextNumbers,
  }),
  setNextNumbers: route({
    method: 'PUT',
    path: '/number-series/{seriesId}/next',
    summary: 'What the next numbers differ in from the last ones',
    access: 'assignment.issue',
    command: true,
    bodyKb: 128,
    body: z
      .strictObject({
        /** The version that was on the screen: if there is a newer one, nothing is changed. */
        version: z.int().min(1).max(100_000),
        title: name.nullable(),
        dueDay: dueDay(z.int()).nullable(),
        /** Null: as the last time. */
        shares: communeTargets.nullable(),
      })
      .meta({ id: 'NextNumbersInput' }),
    response: NumberSeries,
  }),
  allotMonthly: route({
    method: 'PUT',
    path: '/allotments/{allotmentId}/recurrence',
    summary: 'Give the numbers anew at the start of each period, or stop',
    access: 'assignment.issue',
    command: true,
    status: 204,
    body: z.strictObject({ recurrence: z.enum(['none', 'monthly']) }).meta({ id: 'NumberRecurrence' }),
  }),
};
