/** Orders to so many that a second officer of the same unit approves them before anything is sent. */
import { z } from 'zod';
import { count, day, id, instant, PersonRef, reason, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';
import { AssignmentInput, orderShape, target } from './assignments.ts';

/** Exactly what will be issued: each team with its share. */
export const OrderToApprove = z
  .object({ ...orderShape, shares: z.array(z.object({ teamId: id, target })) })
  .meta({ id: 'OrderToApprove' });
export type OrderToApprove = z.infer<typeof OrderToApprove>;

export const OrderRequestRow = z
  .object({
    id,
    unit: UnitRef,
    title: z.string(),
    dueOn: day,
    target: count,
    teams: z.int(),
    people: z.int(),
    /** What it was written in: changing that makes this void. */
    draftId: id.nullable(),
    asked: z.object({ by: PersonRef, at: instant }),
    /** Null: it waits. Dropped: taken back, or written anew. */
    outcome: z.enum(['approved', 'refused', 'dropped']).nullable(),
    decided: z.object({ by: PersonRef, at: instant, reason: z.string().nullable() }).nullable(),
    /** The order that was issued by it. */
    assignmentId: id.nullable(),
    mayDecide: z.boolean(),
    /** The reader has asked for it. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'OrderRequestRow' });

export const OrderRequestDetail = OrderRequestRow.extend({
  order: OrderToApprove,
  /** Who could decide it. */
  approvers: z.array(PersonRef),
}).meta({ id: 'OrderRequestDetail' });

const one = '/order-requests/{requestId}';
export const orderRequestRoutes = {
  askOrder: route({
    method: 'POST',
    path: '/order-requests',
    summary: 'Put an order to very many before a second officer of the unit',
    access: 'assignment.issue',
    status: 201,
    command: true,
    body: AssignmentInput,
    response: OrderRequestDetail,
  }),
  listOrderRequests: route({
    method: 'GET',
    path: '/units/{unitId}/order-requests',
    summary: 'Orders of the unit that wait for a second officer, the oldest first',
    access: 'assignment.issue',
    whole: 'what waits in one unit, a hundred at most',
    response: z.array(OrderRequestRow),
  }),
  readOrderRequest: route({
    method: 'GET',
    path: one,
    summary: 'An order that waits, as it would be issued, and what became of it',
    access: 'assignment.issue',
    response: OrderRequestDetail,
  }),
  approveOrder: route({
    method: 'POST',
    path: `${one}/approve`,
    summary: 'Issue exactly what was read',
    access: 'assignment.issue',
    command: true,
    body: z
      .strictObject({
        /** Unfinished orders like this one that were seen before approving. */
        knowsOfSimilar: z.array(id).max(5_000).default([]),
      })
      .meta({ id: 'ApproveOrder' }),
    response: OrderRequestDetail,
  }),
  refuseOrder: route({
    method: 'POST',
    path: `${one}/refuse`,
    summary: 'Send nothing, and say why',
    access: 'assignment.issue',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'RefuseOrder' }),
    response: OrderRequestDetail,
  }),
  dropOrderRequest: route({
    method: 'POST',
    path: `${one}/drop`,
    summary: 'Take back what was asked for',
    access: 'assignment.issue',
    command: true,
    response: OrderRequestDetail,
  }),
};
