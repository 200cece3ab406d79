/** Works that a unit gives anew at the start of each period: what runs, what comes next, and what the next one differs in. */
import { z } from 'zod';
import { nothingLeftReasons } from '../organization/ocop.ts';
import { count, day, id, instant, name, PersonRef, reckonedMonth } from '../primitives.ts';
import { route } from '../route.ts';
import { IndicatorRef, target } from './assignments.ts';

/** By a person; because the last order was cancelled, its basis no longer holds, or no team of it is left. */
export const seriesEnds = ['stopped', 'cancelled', 'references', 'no_team'] as const;
export type SeriesEnd = (typeof seriesEnds)[number];

export const dueDay = (number: z.ZodInt | z.ZodCoercedNumber) =>
  number.min(1, 'assignment.dueDay').max(31, 'assignment.dueDay');

/** What only the next order differs in; later ones go by it. */
const NextWishes = z.object({
  title: name.nullable(),
  /** Day of the month. */
  dueDay: z.int().nullable(),
  /** Of the whole order. */
  target: count.nullable(),
  /** Teams of the unit that never were in the series come in, each with the average share. */
  withNewTeams: z.boolean(),
});

export const OrderSeries = z
  .object({
    seriesId: id,
    indicator: IndicatorRef,
    setBy: PersonRef,
    setAt: instant,
    endedAt: instant.nullable(),
    endReason: z.enum(seriesEnds).nullable(),
    /** How many orders it has given. */
    orders: z.int(),
    /** Of its orders that were not cancelled the newest; when all were, the newest. */
    last: z.object({ id, title: z.string(), issuedAt: instant, dueOn: day, teams: z.int(), target: count }),
    /** When the next one is given; null once the series has ended. */
    next: z.object({ month: reckonedMonth, on: day }).nullable(),
    wishes: NextWishes,
    skipped: z.object({ month: reckonedMonth, reason: z.enum(nothingLeftReasons) }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'OrderSeries' });

export const NextOfSeries = z
  .object({
    month: reckonedMonth,
    on: day,
    /** Why the series would end instead. */
    end: z.enum(seriesEnds).nullable(),
    /** Why the period would go by without an order. */
    nothingLeft: z.enum(nothingLeftReasons).nullable(),
    title: z.string(),
    dueOn: day,
    teams: z.int(),
    target: count,
    /** Teams that never were in the series, whether they come in or not; a few of them by name. */
    newTeams: z.object({ n: z.int(), names: z.array(z.string()) }),
    /** Teams of the last order that have ended meanwhile. */
    gone: z.int(),
  })
  .meta({ id: 'NextOfSeries' });

export const orderSeriesRoutes = {
  listOrderSeries: route({
    method: 'GET',
    path: '/units/{unitId}/order-series',
    summary: 'Works that a unit gives anew each month, those that ended within a year too',
    access: 'assignment.issue',
    whole: 'the monthly works of one unit, a handful',
    response: z.array(OrderSeries),
  }),
  nextOfSeries: route({
    method: 'GET',
    path: '/order-series/{seriesId}/next',
    summary: 'What the next order of a series would be, as it stands or with these wishes',
    access: 'assignment.issue',
    query: z.strictObject({
      title: name.optional(),
      dueDay: dueDay(z.coerce.number().int()).optional(),
      target: z.coerce.number().int().min(1, 'target.positive').max(10_000_000).optional(),
      withNewTeams: z.stringbool().default(false),
    }),
    response: NextOfSeries,
  }),
  setNextOfSeries: route({
    method: 'PUT',
    path: '/order-series/{seriesId}/next',
    summary: 'What the next order of a series differs in from the last one',
    access: 'assignment.issue',
    command: true,
    body: z
      .strictObject({
        /** The version that was on the screen: if there is a newer one, nothing is changed. */
        version: z.int().min(1).max(100_000),
        title: name.nullable(),
        dueDay: dueDay(z.int()).nullable(),
        target: target.nullable(),
        withNewTeams: z.boolean(),
      })
      .meta({ id: 'NextOfSeriesInput' }),
    response: OrderSeries,
  }),
};
