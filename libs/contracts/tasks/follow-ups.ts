/** "Hẹn hỏi lại": on the day that came with a piece of advice, its giver asks how it went. */
import { z } from 'zod';
import { quickReportKinds } from '../enums.ts';
import { day, id, PersonRef } from '../primitives.ts';
import { route } from '../route.ts';

/** Of advice: a day from that of the work to a year ahead; null takes away what a corrected part said. */
export const followUpOn = day.nullable();

export const AdviceFollowUp = z
  .object({
    id,
    /** The part of the result with which the advice was told. */
    entryId: id,
    /** Null of a quick report that belongs to no task. */
    task: z.object({ id, title: z.string() }).nullable(),
    /** What a quick report told that is no advice by what it counts; absent from older servers. */
    kind: z.enum(quickReportKinds).nullable().optional(),
    team: z.object({ id }),
    by: PersonRef,
    mine: z.boolean(),
    /** The day of the advice. */
    happenedOn: day,
    askOn: day,
    note: z.string().nullable(),
  })
  .meta({ id: 'AdviceFollowUp' });

/** Of what is not closed: mine, and for leaders the team's; absent from older servers. */
export const MyFollowUps = { followUps: z.array(AdviceFollowUp).optional() };

export const followUpRoutes = {
  teamFollowUps: route({
    method: 'GET',
    path: '/teams/{teamId}/follow-ups',
    summary: 'What a team still asks about, for whoever confirms its results; the next day first',
    access: 'result.confirm',
    whole: 'what one team still asks about, a hundred at most',
    response: z.array(AdviceFollowUp),
  }),
  closeFollowUp: route({
    method: 'POST',
    path: '/me/follow-ups/{followUpId}/done',
    summary: 'I have asked how my advice went; said again, it stays as it is',
    access: 'self',
    command: true,
    status: 204,
  }),
  moveFollowUp: route({
    method: 'POST',
    path: '/me/follow-ups/{followUpId}/move',
    summary: 'I ask on another day, at most a year ahead',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ askOn: day }).meta({ id: 'FollowUpMove' }),
  }),
};
