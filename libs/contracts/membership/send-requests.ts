/** What goes to so many that a second officer of the same unit approves it before anybody is told. */
import { z } from 'zod';
import { Named } from '../access/acts.ts';
import { GroupNames } from '../notifications/channels.ts';
import { RemindInput } from '../notifications/progress.ts';
import { id, instant, month, PersonRef, reason, UnitRef } from '../primitives.ts';
import { CampaignInput, remindedUnits } from '../reporting/board.ts';
import { FormToAsk } from '../reporting/forms.ts';
import { route } from '../route.ts';
import { AssignmentInput, orderShape, target } from '../tasks/assignments.ts';

/** Persisted. */
export const sendKinds = [
  'order',
  'campaign',
  'teamReminder',
  'reportReminder',
  'campaignReminder',
  'groupNames',
  'form',
  'formReminder',
] as const;
export type SendKindName = (typeof sendKinds)[number];

const campaign = z.strictObject({ kind: z.literal('campaign'), unitId: id, campaign: CampaignInput });
const teamReminder = z.strictObject({ kind: z.literal('teamReminder'), assignmentId: id, teams: RemindInput });
const reportReminder = z.strictObject({
  kind: z.literal('reportReminder'),
  unitId: id,
  month,
  unitIds: remindedUnits,
});
const campaignReminder = z.strictObject({
  kind: z.literal('campaignReminder'),
  campaignId: id,
  unitIds: remindedUnits,
});
/** As it was written when it was put before the second officer: one that was changed since is not asked. */
const form = z.strictObject({ kind: z.literal('form'), formId: id, ask: FormToAsk });
const formReminder = z.strictObject({ kind: z.literal('formReminder'), roundId: id, unitIds: remindedUnits });
const groupNames = z.strictObject({ kind: z.literal('groupNames'), unitId: id, ...GroupNames.shape });

/** What is asked for, as the act itself would be sent. */
export const SendInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('order'), order: AssignmentInput }),
    campaign,
    teamReminder,
    reportReminder,
    campaignReminder,
    groupNames,
    form,
    formReminder,
  ])
  .meta({ id: 'SendInput' });
export type SendInput = z.output<typeof SendInput>;

/** Exactly what will be issued: each team with its share. */
export const OrderToApprove = z
  .object({ ...orderShape, shares: z.array(z.object({ teamId: id, target })) })
  .meta({ id: 'OrderToApprove' });

/** As it is kept. An order has each team's share; whom the others reach is chosen anew by what was asked. */
export const SendContent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('order'), order: OrderToApprove }),
    campaign,
    /** `within`: units whose teams whoever asked may remind. */
    teamReminder.extend({ within: z.array(id) }),
    reportReminder,
    campaignReminder,
    groupNames,
    form,
    formReminder,
  ])
  .meta({ id: 'SendContent' });
export type SendContent = z.output<typeof SendContent>;

export const SendRequestRow = z
  .object({
    id,
    kind: z.enum(sendKinds),
    unit: UnitRef,
    /** Of the order, the campaign or the form; of a month's reminder the month, of names of groups empty. */
    title: z.string(),
    /** Teams, or units that are asked, and people, when it was asked. */
    places: z.int(),
    people: z.int(),
    /** What an order was written in: changing that makes this void. */
    draftId: id.nullable(),
    asked: z.object({ by: PersonRef, at: instant }),
    /** Null: it waits. Dropped: taken back, or written anew. */
    outcome: z.enum(['approved', 'refused', 'dropped']).nullable(),
    decided: z.object({ by: PersonRef, at: instant, reason: z.string().nullable() }).nullable(),
    /** The order, the campaign or the round of a form that came of it. */
    resultId: id.nullable(),
    mayDecide: z.boolean(),
    /** The reader has asked for it. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'SendRequestRow' });

/** Whom it reaches now, or has reached, beside whom it would have reached when it was asked. The lists name the first of them. */
export const SendChange = z
  .object({ places: z.int(), gone: z.array(Named), goneCount: z.int(), added: z.array(Named), addedCount: z.int() })
  .meta({ id: 'SendChange' });

export const SendRequestDetail = SendRequestRow.extend({
  content: SendContent,
  /** Null where each team was kept, or nothing was sent. */
  change: SendChange.nullable(),
  /** Who could decide it. */
  approvers: z.array(PersonRef),
}).meta({ id: 'SendRequestDetail' });

const one = '/send-requests/{requestId}';
export const sendRequestRoutes = {
  askSend: route({
    method: 'POST',
    path: '/send-requests',
    summary: 'Put what goes to very many before a second officer of the unit',
    access: 'send.second',
    status: 201,
    command: true,
    bodyKb: 2048,
    body: SendInput,
    response: SendRequestDetail,
  }),
  listSendRequests: route({
    method: 'GET',
    path: '/units/{unitId}/send-requests',
    summary: 'What waits in the unit for a second officer, the oldest first',
    access: 'send.second',
    whole: 'what waits in one unit, a hundred at most',
    response: z.array(SendRequestRow),
  }),
  readSendRequest: route({
    method: 'GET',
    path: one,
    summary: 'What waits, as it was asked, whom it reaches now, and what became of it',
    access: 'send.second',
    response: SendRequestDetail,
  }),
  approveSend: route({
    method: 'POST',
    path: `${one}/approve`,
    summary: 'Send exactly what was read',
    access: 'send.second',
    command: true,
    bodyKb: 192,
    body: z
      .strictObject({
        /** Of an order: unfinished ones like it that were seen before approving. */
        knowsOfSimilar: z.array(id).max(5_000).default([]),
      })
      .meta({ id: 'ApproveSend' }),
    response: SendRequestDetail,
  }),
  refuseSend: route({
    method: 'POST',
    path: `${one}/refuse`,
    summary: 'Send nothing, and say why',
    access: 'send.second',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'RefuseSend' }),
    response: SendRequestDetail,
  }),
  dropSendRequest: route({
    method: 'POST',
    path: `${one}/drop`,
    summary: 'Take back what was asked for',
    access: 'send.second',
    command: true,
    response: SendRequestDetail,
  }),
};
