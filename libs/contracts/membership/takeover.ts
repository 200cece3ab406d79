/** "Bàn giao": what a commune took over by a reform, what of it waits, who is new, whom to ask. Not the hand-over of a post. */
import { z } from 'zod';
import { affiliations, teamRoles } from '../enums.ts';
import { count, day, id, instant, month, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { takeoverNumbers, takeoverRowKinds, takeoverTicks } from './takeover-kinds.ts';

const signed = z.object({ by: PersonRef, at: instant });

const TakeoverRow = z
  .object({
    kind: z.enum(takeoverRowKinds),
    /** How many are open; of a done row how many were answered. */
    count,
    /** Since when the first of it waits. */
    since: instant.nullable(),
    dueOn: day.nullable(),
    /** From which former units most of it came; of names the names that are alike. */
    named: z.array(z.object({ name: z.string(), count })),
    /** Of a report: which, of which unit and month. */
    report: z.object({ id, unit: UnitRef, month, own: z.boolean() }).nullable(),
    /** Null: it is open. */
    done: z.object({ at: instant, by: PersonRef.nullable() }).nullable(),
  })
  .meta({ id: 'TakeoverRow' });

const Takeover = z
  .object({
    /** From which day it holds. */
    on: day,
    reform: z.object({ title: z.string(), citation: z.string().nullable() }).nullable(),
    units: count,
    rows: z.array(TakeoverRow),
    /** Teams that go on by the decision of a former unit. */
    teamsOfOldDecisions: count,
    /** Who closed it when everything was settled. */
    closed: signed.nullable(),
    /** It is in the menu: it is open, or was closed a few days ago. */
    shown: z.boolean(),
  })
  .meta({ id: 'Takeover' });

const numbers = z.object({
  hamlets: count,
  teams: count,
  members: count,
  tasks: count,
  results: count,
  sessions: count,
});

const TakeoverReceived = z
  .object({
    units: z.array(
      z.object({
        unit: UnitRef,
        ended: z.boolean(),
        whole: z.boolean(),
        /** What its hamlets are called: "tiểu khu". */
        partType: z.string().nullable(),
        numbers,
        /** What was missing when it came. */
        missing: z.array(
          z.object({
            kind: z.enum(['no_team', 'min_members', 'role_count', 'affiliation']),
            need: count,
            role: z.enum(teamRoles).nullable(),
            affiliation: z.enum(affiliations).nullable(),
            count,
            first: z.string(),
          }),
        ),
      }),
    ),
    total: numbers,
    /** Hamlets of the former units that stand nowhere; there are none unless something went wrong. */
    lost: count,
  })
  .meta({ id: 'TakeoverReceived' });

const TakeoverColleague = z
  .object({
    person: PersonRef,
    /** Where they were before, by title. */
    before: z.object({ title: z.string(), unit: UnitRef }).nullable(),
    supports: count,
    phoneMasked: z.string().nullable(),
  })
  .meta({ id: 'TakeoverColleague' });

const TakeoverFormer = z
  .object({
    person: PersonRef,
    title: z.string(),
    unit: UnitRef,
    /** Where they are today. */
    now: z.object({ title: z.string(), unit: UnitRef }).nullable(),
  })
  .meta({ id: 'TakeoverFormer' });

const Received = z.object({ id, label: z.string(), unit: UnitRef.nullable() }).meta({ id: 'TakeoverReceivedItem' });

export const takeoverRoutes = {
  getTakeover: route({
    method: 'GET',
    path: '/units/{unitId}/takeover',
    summary: 'What the commune took over last and what of it waits or has to be chosen; null where nothing came',
    access: 'assignment.read',
    response: z.object({ takeover: Takeover.nullable() }).meta({ id: 'TakeoverAnswer' }),
  }),
  takeoverReceived: route({
    method: 'GET',
    path: '/units/{unitId}/takeover/received',
    summary: 'What came with each former unit, and what was missing then',
    access: 'assignment.read',
    response: TakeoverReceived,
  }),
  listTakeoverReceived: route({
    method: 'GET',
    path: '/units/{unitId}/takeover/received/items',
    summary: 'What one number of the table counts, of one former unit or of all',
    access: 'assignment.read',
    query: z.strictObject({ number: z.enum(takeoverNumbers), fromId: id.optional(), ...pageQuery }),
    response: page(Received).meta({ id: 'TakeoverReceivedPage' }),
  }),
  takeoverPeople: route({
    method: 'GET',
    path: '/units/{unitId}/takeover/people',
    summary: 'Who is new in the commune, and who held posts in the former units and holds none here',
    access: 'assignment.read',
    response: z
      .object({ colleagues: z.array(TakeoverColleague), former: z.array(TakeoverFormer) })
      .meta({ id: 'TakeoverPeople' }),
  }),
  tickTakeover: route({
    method: 'POST',
    path: '/units/{unitId}/takeover/ticks',
    summary: 'What may stay as it is counts as settled, or no longer; `all` closes it when nothing else is open',
    access: 'committee.manage',
    command: true,
    body: z.strictObject({ on: day, kind: z.enum(takeoverTicks), done: z.boolean() }).meta({ id: 'TakeoverTick' }),
    response: z.object({ takeover: Takeover.nullable() }).meta({ id: 'TakeoverTicked' }),
  }),
};
