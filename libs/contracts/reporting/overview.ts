/** What goes wrong below a unit, then where, then the figures: one request, and a list behind each of them. */
import { z } from 'zod';
import { day, id, month, page, pageQuery, PersonRef, reckonedDay, UnitRef } from '../primitives.ts';
import { LateBefore, StandingCounts } from './board.ts';
import { documentTypes } from './documents.ts';
import { reportStandings } from './report-standing.ts';
import { route } from '../route.ts';

/** `at`: the tree of that day, and without a month the one that people worked on then. */
const monthQuery = z.strictObject({ month: month.optional(), at: day.optional() });
export const overviewLists = ['silent', 'inactive', 'late'] as const;
export type OverviewList = (typeof overviewLists)[number];

/** A commune; of a commune a hamlet, of a country a province with the sums of its communes. */
const OverviewPart = z.object({
  unit: UnitRef,
  teams: z.int(),
  /** Teams with something confirmed in the month's window, and in that of the month before. */
  active: z.int(),
  before: z.object({ active: z.int(), teams: z.int() }),
  /** Null where none is owed, for hamlets and for provinces. */
  report: z.object({ status: z.enum(reportStandings), daysLate: z.int() }).nullable(),
  /** Tasks whose last day lies in the window and has come, and how many of them were handed in by then. */
  due: z.int(),
  inTime: z.int(),
  /** Of today: null where another day is looked at. */
  silent: z.int().nullable(),
  waiting: z.int().nullable(),
  difficulties: z.int().nullable(),
  lateDifficulties: z.int().nullable(),
  /** Communes without a focal officer today; null for hamlets and for another day. */
  vacant: z.int().nullable(),
  /** Focal officer of the commune today; null where there is none, for other kinds of unit and for another day. */
  officer: PersonRef.nullable(),
});

export const Overview = z
  .object({
    unit: UnitRef,
    month,
    /** The month that people work on: only then is there something to be done about it. */
    isCurrent: z.boolean(),
    /** The day whose units stand here. */
    at: reckonedDay,
    startsOn: reckonedDay,
    endsOn: reckonedDay,
    dueOn: reckonedDay,
    /** Of all communes that owe a report of the month, also of those that have ended since; null for a commune itself. */
    reports: StandingCounts.nullable(),
    /** By code, so that neighbours stand together. */
    parts: z.array(OverviewPart),
    warnings: z.object({
      /** A few days before the due day: late in half of the last six months or more, nothing written and nothing sent of this one. */
      likelyLate: z.array(id),
      /** The same units, with how often they were late. */
      lateBefore: z.array(LateBefore),
      overdue: z.array(id),
      /** Units whose report is overdue, ended ones included, the latest first; of a country the first fifty. */
      missing: z.array(z.object({ unit: UnitRef, daysLate: z.int() })),
      /** Communes without a focal officer, and since when; empty for a country, whose parts count theirs. */
      vacant: z.array(z.object({ unitId: id, since: day.nullable() })),
    }),
    silentAfterDays: z.int(),
    /** Who is named as likely late: so many days before the due day, late so often in so many months. */
    lateWarning: z.object({ days: z.int(), times: z.int(), months: z.int() }),
    /** Whether any of the parts has an outline: a map can be drawn. */
    hasMap: z.boolean(),
  })
  .meta({ id: 'Overview' });

const OverviewTeam = z
  .object({
    id,
    name: z.string(),
    unit: UnitRef,
    /** Days since anything was recorded. */
    quietDays: z.int(),
    lateTasks: z.int(),
  })
  .meta({ id: 'OverviewTeam' });

export const overviewRoutes = {
  overview: route({
    method: 'GET',
    path: '/units/{unitId}/overview',
    summary: 'What needs a hand below the unit in a month, and how each commune (of a commune: each hamlet) stands',
    access: 'report.read',
    query: monthQuery,
    response: Overview,
  }),
  overviewSheet: route({
    method: 'GET',
    path: '/units/{unitId}/overview/sheet',
    summary: 'The same figures as a workbook',
    access: 'report.read',
    query: monthQuery,
    produces: documentTypes[2],
  }),
  overviewTeams: route({
    method: 'GET',
    path: '/units/{unitId}/overview/teams',
    summary: 'The teams behind a figure of the overview: silent, without anything confirmed, or late',
    access: 'report.read',
    query: monthQuery.extend({ what: z.enum(overviewLists), ...pageQuery }),
    response: page(OverviewTeam).meta({ id: 'OverviewTeamPage' }),
  }),
} as const;
