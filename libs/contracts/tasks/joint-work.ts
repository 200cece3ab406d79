/** Work that an order gives to a team and a company together: one task and one result, which counts once. */
import { z } from 'zod';
import { count, day, id, instant, link, page, pageQuery, PersonRef, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { IndicatorRef } from './assignments.ts';
import { taskStates } from './task-states.ts';

export const Partner = z
  .object({
    provider: z.object({ id, name: z.string() }),
    /** What the company says that the two have reached. It is added to nothing. */
    reported: count,
    reports: z.array(
      z.object({
        id,
        value: count,
        happenedOn: day,
        note: z.string().nullable(),
        link: z.string().nullable(),
        by: PersonRef,
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Partner' });

export const jointWorkRoutes = {
  listJointTasks: route({
    method: 'GET',
    path: '/units/{unitId}/joint-tasks',
    summary: "Tasks that the actor's company does together with teams, by their day",
    access: 'task.partner',
    query: z.strictObject({ all: z.stringbool().optional(), ...pageQuery }),
    response: page(
      z
        .object({
          id,
          title: z.string(),
          work: z.string(),
          state: z.enum(taskStates),
          dueOn: day,
          target: count,
          indicator: IndicatorRef,
          /** What the team has reported. */
          reported: count,
          team: z.object({ id, name: z.string() }),
          hamlet: UnitRef,
          partner: Partner.nullable(),
        })
        .meta({ id: 'JointTask' }),
    ).meta({ id: 'JointTaskPage' }),
  }),
  reportAsPartner: route({
    method: 'POST',
    path: '/tasks/{taskId}/partner-reports',
    summary: "The company's side of a joint task: the commune sees it beside the team's number and confirms once",
    access: 'task.partner',
    command: true,
    repeats: true,
    status: 201,
    body: z
      .strictObject({
        value: count.min(1),
        happenedOn: day,
        note: z.string().trim().normalize('NFC').max(1000).optional(),
        link: link.optional(),
      })
      .meta({ id: 'PartnerReportInput' }),
    response: Partner,
  }),
};
