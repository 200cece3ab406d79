/** Days that differ from the week's order, kept by an administrator: holidays, and Saturdays or Sundays worked in exchange. */
import { z } from 'zod';
import { day, name } from '../primitives.ts';
import { route } from '../route.ts';

export const workDayKinds = ['holiday', 'swapped_working_day'] as const;

export const WorkDay = z.object({ day, kind: z.enum(workDayKinds), name: z.string() }).meta({ id: 'WorkDay' });

/** Due days of reports that nobody has sent yet follow the calendar where their rule moves them off a day that is not worked. */
const MovedDues = z.array(z.object({ from: day, to: day, reports: z.int() })).meta({ id: 'MovedDues' });

export const workDayRoutes = {
  listWorkDays: route({
    method: 'GET',
    path: '/work-days',
    summary: "A year's holidays and the weekend days that are worked in exchange",
    access: 'report.read',
    whole: 'days of one year',
    query: z.strictObject({ year: z.coerce.number().int().min(2022).max(2100).optional() }),
    response: z.array(WorkDay),
  }),
  addWorkDay: route({
    method: 'POST',
    path: '/work-days',
    summary: 'One more such day; due days of open reports follow',
    access: 'calendar.manage',
    status: 201,
    command: true,
    body: z
      .strictObject({
        day: day.refine((on) => on >= '2022-01-01' && on <= '2100-12-31', 'workday.outOfRange'),
        kind: z.enum(workDayKinds),
        name,
      })
      .meta({ id: 'WorkDayInput' }),
    response: z.object({ workDay: WorkDay, moved: MovedDues }).meta({ id: 'WorkDayAdded' }),
  }),
  renameWorkDay: route({
    method: 'PATCH',
    path: '/work-days/{day}',
    summary: 'Another name for the day; its kind stays, so that no due day moves',
    access: 'calendar.manage',
    command: true,
    body: z.strictObject({ name }).meta({ id: 'WorkDayName' }),
    response: WorkDay,
  }),
  removeWorkDay: route({
    method: 'DELETE',
    path: '/work-days/{day}',
    summary: 'The day follows the week again; due days of open reports follow',
    access: 'calendar.manage',
    response: z.object({ moved: MovedDues }).meta({ id: 'WorkDayRemoved' }),
  }),
};
