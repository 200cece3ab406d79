/** Days of service, from work that the commune has confirmed, and what a province pays for them. */
import { z } from 'zod';
import { count, day, id, month, PersonRef, reckonedDay, reckonedMonth, UnitRef } from '../primitives.ts';
import { teamRoles } from '../enums.ts';
import { documentTypes } from './documents.ts';
import { documentFormats } from './report-states.ts';
import { route } from '../route.ts';

/** `none`: from its day on nothing is paid. Persisted data. */
export const allowanceBases = ['team', 'person', 'day', 'none'] as const;
export type AllowanceBasis = (typeof allowanceBases)[number];

export const AllowanceRule = z
  .object({
    id,
    unit: UnitRef,
    basis: z.enum(allowanceBases),
    /** In dong: a month for a team or a person, or for a day of service; 0 with `none`. */
    amount: z.int(),
    from: day,
    /** The day on which another rule begins. */
    until: day.nullable(),
    /** "Nghị quyết 26/2025/NQ-HĐND ngày 18/7/2025". */
    citation: z.string(),
  })
  .meta({ id: 'AllowanceRule' });

const period = { month: reckonedMonth, startsOn: reckonedDay, endsOn: reckonedDay };

/** What confirmed days come to; not money that was paid. */
const Pay = z
  .object({
    basis: z.enum(['team', 'person', 'day']),
    /** Since when the month's last rule holds. */
    from: day,
    /** Days of service by the amount that holds on them: two of these where the rule changed within the month. */
    parts: z.array(z.object({ days: z.int(), amount: z.int() })),
    /** Null where the team is paid and shares it out itself. */
    sum: z.int().nullable(),
  })
  .meta({ id: 'AllowancePay' });

export const MyServiceDays = z
  .object({
    ...period,
    confirmed: z.int(),
    waiting: z.int(),
    pay: Pay.nullable(),
    /** Newest first. A day counts once, whatever was done on it. */
    days: z.array(
      z.object({
        day,
        isConfirmed: z.boolean(),
        /** What was done on it, confirmed work first. */
        works: z.array(
          z.object({ title: z.string(), value: z.int(), unit: z.string(), unitEn: z.string(), minutes: z.int() }),
        ),
      }),
    ),
  })
  .meta({ id: 'MyServiceDays' });

export const ServiceDays = z
  .object({
    unit: UnitRef,
    ...period,
    /** Those that hold within the month, by their days. */
    rules: z.array(AllowanceRule),
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        /** What the team is paid, where a team is paid. */
        sum: z.int().nullable(),
        people: z.array(
          z.object({
            person: PersonRef,
            /** Null for who is no longer in the team. */
            role: z.enum(teamRoles).nullable(),
            confirmed: z.int(),
            waiting: z.int(),
            /** Null where nothing is paid by person or day. */
            sum: z.int().nullable(),
          }),
        ),
      }),
    ),
    confirmed: z.int(),
    waiting: z.int(),
    sum: z.int().nullable(),
  })
  .meta({ id: 'ServiceDays' });

const monthQuery = z.strictObject({ month: month.optional() });
/** Days are the commune's in which the team stood on them, or all of the teams that stand in it now. */
const units = z.enum(['then', 'now']).default('then');

export const serviceDayRoutes = {
  myServiceDays: route({
    method: 'GET',
    path: '/teams/{teamId}/my-service-days',
    summary: "My days of service in the team's commune, by the month of its reports",
    access: 'task.report',
    query: monthQuery,
    response: MyServiceDays,
  }),
  serviceDays: route({
    method: 'GET',
    path: '/units/{unitId}/service-days',
    summary: "A commune's days of service by team and person, and what they come to",
    access: 'report.read',
    query: monthQuery.extend({ units }),
    response: ServiceDays,
  }),
  serviceDaysSheet: route({
    method: 'GET',
    path: '/units/{unitId}/service-days/sheet',
    summary: 'The same as a sheet to sign',
    access: 'report.read',
    query: monthQuery.extend({ units, format: z.enum(documentFormats) }),
    produces: documentTypes,
  }),
  teamServiceDaysSheet: route({
    method: 'GET',
    path: '/teams/{teamId}/service-days/sheet',
    summary: "The team's part of the sheet, for its leader's phone",
    access: 'task.answer',
    query: monthQuery,
    produces: documentTypes[1],
  }),
  allowanceRules: route({
    method: 'GET',
    path: '/units/{unitId}/allowance-rules',
    summary: 'What has been paid in the unit, or in provinces below it, since when, the latest first',
    access: 'report.read',
    whole: 'what provinces have paid since when, a few a decade each',
    response: z.array(AllowanceRule),
  }),
  setAllowanceRule: route({
    method: 'POST',
    path: '/units/{unitId}/allowance-rules',
    summary: "A province's rule from a day on; given again for the same day, it puts that one right",
    access: 'allowance.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({ basis: z.enum(allowanceBases), amount: count, from: day, directiveId: id })
      .refine(({ basis, amount }) => (basis === 'none') === (amount === 0), {
        path: ['amount'],
        error: 'allowance.amount',
      })
      .meta({ id: 'AllowanceRuleInput' }),
    response: AllowanceRule,
  }),
};
