/** Orders: issued, cancelled, chased. */
import {
  assignmentCancelled,
  assignmentChanged,
  type ChangeFacts,
  jointWorkAsked,
  taskAssigned,
  teamsAdded,
  teamsWithdrawn,
} from '#modules/tasks';
import { teamsReminded, teamsSilent } from '../../notifications.events.ts';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { Occurrence } from '#platform/outbox';
import type { AssignmentFacts, MessageFacts } from './facts/message-facts.ts';

/** Names of silent teams in one message. */
const NAMES = 8;

export const orderMessages = {
  /** An order reaches every member of its teams; leaders and deputies cannot mute it. */
  assigned: defineMessage({
    on: [taskAssigned, teamsAdded],
    kind: 'taskAssigned',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    answers: 'task',
    async draft(payload: { assignmentId: string; version?: number }, occurrence, facts) {
      const { assignmentId, version } = payload;
      const order = await facts.assignment(assignmentId);
      if (!order || order.cancelledAt) return undefined;
      if (version !== undefined) return toAdded(order, version, occurrence, facts);
      return {
        params: { ...(await factsOf(order, facts)), work: order.work },
        audience: { by: 'assignment', assignmentId },
        assignmentId,
        issuerUnitId: order.issuerUnitId,
        senderId: order.issuedBy,
        holdUntil: order.holdUntil,
        expiresAt: facts.endOf(order.dueOn),
      };
    },
  }),

  /** The company that is to do it together with the teams. */
  jointAsked: defineMessage({
    on: [jointWorkAsked],
    kind: 'jointWorkAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'jointWork',
    async draft({ assignmentId, providerId }, occurrence, facts) {
      const order = await facts.assignment(assignmentId);
      if (!order || order.cancelledAt) return undefined;
      const personIds = await facts.companyAt(providerId, order.issuerUnitId);
      return {
        params: { title: order.title, issuer: order.issuer, work: order.work, dueOn: order.dueOn },
        audience: { by: 'people', personIds, teamId: null },
        assignmentId,
        issuerUnitId: order.issuerUnitId,
        senderId: occurrence.actorId,
        holdUntil: order.holdUntil,
        expiresAt: facts.endOf(order.dueOn),
      };
    },
  }),

  /** Told to whoever may have heard of the order; a recall within the hold stays silent. */
  cancelled: defineMessage({
    on: [assignmentCancelled],
    writtenOut: true,
    kind: 'assignmentCancelled',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    async draft({ assignmentId, silent, byUnitId }, occurrence, facts) {
      const order = silent ? undefined : await facts.assignment(assignmentId);
      if (!order) return undefined;
      const issuer = byUnitId ? await facts.unitName(byUnitId) : order.issuer;
      return {
        params: { title: order.title, issuer, reason: order.cancelReason ?? '' },
        audience: { by: 'assignment', assignmentId },
        assignmentId,
        issuerUnitId: order.issuerUnitId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** A new version: whoever has something else to do, or another day, hears what; nobody else hears anything. */
  changed: defineMessage({
    on: [assignmentChanged],
    writtenOut: true,
    kind: 'assignmentChanged',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    async draft({ assignmentId, version }, occurrence, facts) {
      const found = await changeOf({ assignmentId, version }, facts);
      if (!found) return undefined;
      const { order, change } = found;
      return {
        ...toTouched(order, change, occurrence),
        params: {
          ...paramsOfChange(order, change, version),
          ...(change.same && { changed: change.same }),
          ...(order.urgent && { urgent: true }),
        },
        audience: { by: 'change', assignmentId, version, kind: 'changed' },
        expiresAt: facts.endOf(order.dueOn),
      };
    },
  }),

  /** The order is no longer theirs. */
  withdrawn: defineMessage({
    on: [teamsWithdrawn],
    kind: 'assignmentWithdrawn',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    async draft({ assignmentId, version, byUnitId }, occurrence, facts) {
      const found = await changeOf({ assignmentId, version }, facts);
      if (!found) return undefined;
      const { order, change } = found;
      return {
        ...toTouched(order, change, occurrence),
        params: {
          ...paramsOfChange(order, change, version),
          // A unit that has ended takes nothing back: who has its teams does.
          ...(byUnitId && { issuer: await facts.unitName(byUnitId) }),
        },
        audience: { by: 'change', assignmentId, version, kind: 'withdrawn' },
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** Leaders and deputies of silent teams, by hand or by the clock. */
  reminded: defineMessage({
    on: [teamsReminded],
    kind: 'assignmentReminded',
    repeatable: true,
    mandatory: 'all',
    opens: 'task',
    answers: 'task',
    async draft({ assignmentId }, occurrence, facts) {
      const order = await facts.assignment(assignmentId);
      if (!order || order.cancelledAt) return undefined;
      return {
        params: await factsOf(order, facts),
        audience: { by: 'chases', roles: ['leader', 'deputy'] },
        assignmentId,
        issuerUnitId: order.issuerUnitId,
        senderId: occurrence.actorId,
        expiresAt: facts.endOf(order.dueOn),
      };
    },
  }),

  /** The second step of chasing: supporters hear which of the teams have not answered. */
  silent: defineMessage({
    on: [teamsSilent],
    kind: 'assignmentSilent',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft({ assignmentId }, occurrence, facts) {
      const order = await facts.assignment(assignmentId);
      if (!order || order.cancelledAt) return undefined;
      const { names, count } = await facts.chased(occurrence.id, NAMES);
      return {
        params: { title: order.title, count, teams: names.join(', ') + (count > NAMES ? ` +${count - NAMES}` : '') },
        audience: { by: 'supporters-of-chased' },
        assignmentId,
        issuerUnitId: order.issuerUnitId,
        expiresAt: staleAfterDays(occurrence, 2),
      };
    },
  }),
};

type Change = NonNullable<Awaited<ReturnType<ChangeFacts['info']>>>;

/** Undefined when it was taken back, or the order with it. */
async function changeOf(
  { assignmentId, version }: { assignmentId: string; version: number },
  facts: MessageFacts,
): Promise<{ order: AssignmentFacts; change: Change } | undefined> {
  const [order, change] = [await facts.assignment(assignmentId), await facts.changes.info(assignmentId, version)];
  if (!order || order.cancelledAt || !change || change.undone) return undefined;
  return { order, change };
}

const toTouched = (order: AssignmentFacts, { changedBy, undoUntil }: Change, { actorId }: Occurrence) => ({
  assignmentId: order.id,
  issuerUnitId: order.issuerUnitId,
  senderId: actorId ?? changedBy,
  holdUntil: undoUntil,
});

const paramsOfChange = ({ title, issuer, unit, unitEn }: AssignmentFacts, { reason }: Change, version: number) => ({
  title,
  issuer,
  unit,
  unitEn,
  version,
  ...(reason && { reason }),
});

/** Teams that come to an order later read it as all others have. */
async function toAdded(
  order: AssignmentFacts,
  version: number,
  occurrence: Occurrence,
  facts: MessageFacts,
): Promise<MessageDraft | undefined> {
  const change = await facts.changes.info(order.id, version);
  if (!change || change.undone) return undefined;
  const { target: _, ...whole } = await factsOf(order, facts);
  return {
    ...toTouched(order, change, occurrence),
    params: {
      ...whole,
      work: order.work,
      version,
      ...(change.replyByOn && { replyBy: change.replyByOn }),
      ...(change.addedTarget !== null && { target: change.addedTarget }),
    },
    audience: { by: 'change', assignmentId: order.id, version, kind: 'added' },
    expiresAt: facts.endOf(order.dueOn),
  };
}

/** What a person needs without opening anything: how much, until when, why, and by when to answer. */
async function factsOf(order: AssignmentFacts, facts: MessageFacts): Promise<MessageParams> {
  const { title, issuer, dueOn, replyByOn, target, unit, unitEn, urgent } = order;
  const basis = await facts.citation(order.directiveId);
  const products = await facts.productsOf(order);
  return {
    title,
    issuer,
    dueOn,
    replyBy: replyByOn,
    unit,
    unitEn,
    ...(target !== null && { target: Number(target) }),
    ...(products && { products }),
    ...(basis && { basis }),
    ...(urgent && { urgent }),
  };
}
