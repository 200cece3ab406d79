/** Before an issued order is changed: whom it touches, and how they will hear of it. */
import { z } from 'zod';
import { instant } from '../primitives.ts';
import { route } from '../route.ts';
import { ChangedTeams, OrderChangeInput } from '../tasks/order-changes.ts';
import { DeliveryPlan } from './notifications.ts';

export const ChangePlan = z
  .object({
    version: z.int(),
    changes: ChangedTeams,
    /** Of the whole order. */
    targetBefore: z.int(),
    targetAfter: z.int(),
    /** Who are told, each team once. */
    teams: z.int(),
    people: z.int(),
    reachable: z.int(),
    routes: DeliveryPlan.shape.routes,
    /** What they will read, in Vietnamese; of teams with different values one stands for all. */
    messages: z.array(
      z.object({
        to: z.enum(['changed', 'added', 'withdrawn']),
        teams: z.int(),
        /** Of the team that stands for all; null: the same for all. */
        team: z.string().nullable(),
        title: z.string(),
        body: z.string(),
      }),
    ),
    /** How long the change can be taken back without a word. */
    holdSeconds: z.int(),
    plannedAt: instant,
  })
  .meta({ id: 'ChangePlan' });

export const changePreviewRoutes = {
  previewChange: route({
    method: 'POST',
    path: '/assignments/{assignmentId}/changes/preview',
    summary: 'Before an order is changed: how many teams by what changes for them, who hears by which route',
    access: 'assignment.issue',
    bodyKb: 1024,
    body: OrderChangeInput,
    response: ChangePlan,
  }),
};
