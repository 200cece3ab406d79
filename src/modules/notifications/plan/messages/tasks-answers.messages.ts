/** What becomes of one team's task, and of what a team reports by itself. */
import type { ReturnReason } from '#contracts/enums';
import {
  declineTakenBack,
  entryReturned,
  extensionAnswered,
  extensionAsked,
  targetChanged,
  taskAccepted,
  taskConfirmed,
  taskDeclined,
  taskDelegated,
  taskHandedOver,
  taskKept,
  taskReleased,
  taskReturned,
  taskSubmitted,
} from '#modules/tasks';
import type { Occurrence } from '#platform/outbox';
import { type Audience, defineMessage, type MessageDraft, staleAfterDays } from './message-definition.ts';
import type { MessageFacts, TaskFacts } from './facts/message-facts.ts';

interface OfTask {
  taskId: string;
}

export const taskMessages = {
  /** Whoever accepts first accepts for the team: the others hear of it. */
  accepted: defineMessage({
    on: [taskAccepted],
    movedTask,
    kind: 'taskAccepted',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'task',
    draft: toTeam,
  }),

  /** The commune decides what becomes of a declined task. */
  declined: defineMessage({
    on: [taskDeclined],
    movedTask,
    kind: 'taskDeclined',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'inbox',
    draft: toCommittee,
  }),

  /** A slip of the thumb: nothing is to be decided after all. */
  declineTakenBack: defineMessage({
    on: [declineTakenBack],
    movedTask,
    kind: 'declineTakenBack',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'inbox',
    draft: toCommittee,
  }),

  /** The team that had the task is no more: it is this team's now. */
  handedOver: defineMessage({
    on: [taskHandedOver],
    movedTask,
    kind: 'taskHandedOver',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    draft: toTeam,
  }),

  /** After a decline: the order stands, perhaps with another target or day. */
  kept: defineMessage({
    on: [taskKept],
    movedTask,
    kind: 'taskKept',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    draft: toTeam,
  }),

  /** After a decline: the team need not do it. */
  released: defineMessage({
    on: [taskReleased],
    movedTask,
    kind: 'taskReleased',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'task',
    draft: toTeam,
  }),

  /** The doer hears that the task is theirs now. */
  delegated: defineMessage({
    on: [taskDelegated],
    movedTask,
    kind: 'taskDelegated',
    repeatable: true,
    mandatory: 'all',
    opens: 'task',
    async draft({ taskId, personId }, occurrence, facts) {
      const task = await facts.task(taskId);
      if (!task || task.doerId !== personId || personId === occurrence.actorId) return undefined;
      return aboutTask(task, occurrence, facts, { by: 'people', personIds: [personId], teamId: task.teamId });
    },
  }),

  /** A result waits for confirmation. */
  submitted: defineMessage({
    on: [taskSubmitted],
    movedTask,
    kind: 'taskSubmitted',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'inbox',
    draft: toCommittee,
  }),

  /** The team hears that its result counts. */
  confirmed: defineMessage({
    on: [taskConfirmed],
    movedTask,
    kind: 'taskConfirmed',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'task',
    draft: toTeam,
  }),

  /** The team has something to mend. */
  returned: defineMessage({
    on: [taskReturned],
    movedTask,
    kind: 'taskReturned',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    async draft({ taskId }, occurrence, facts) {
      const [draft, why] = [await toTeam({ taskId }, occurrence, facts), await facts.tasks.returned(taskId)];
      if (!draft || !why) return draft;
      const reasons = why.reasons as ReturnReason[];
      return { ...draft, params: { ...draft.params, reasons, ...(why.comment && { reason: why.comment }) } };
    },
  }),

  /** The commune answers; chasing stops until then. */
  extensionAsked: defineMessage({
    on: [extensionAsked],
    movedTask,
    kind: 'extensionAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft({ taskId, requestId }, occurrence, facts) {
      const task = await facts.task(taskId);
      if (!task) return undefined;
      const request = await facts.tasks.extension(requestId);
      const asked = await aboutTask(task, occurrence, facts, await committeeOf(task, occurrence, facts));
      return { ...asked, params: { ...asked.params, ...(request && { until: request.until }) } };
    },
  }),

  /** Who asked for more time hears the answer. */
  extensionAnswered: defineMessage({
    on: [extensionAnswered],
    movedTask,
    kind: 'extensionAnswered',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    async draft({ taskId, requestId }, occurrence, facts) {
      const task = await facts.task(taskId);
      if (!task) return undefined;
      const { teamId } = task;
      const except = occurrence.actorId;
      const request = await facts.tasks.extension(requestId);
      const draft = await aboutTask(task, occurrence, facts, {
        by: 'team',
        teamId,
        roles: ['leader', 'deputy'],
        except,
      });
      return {
        ...draft,
        params: {
          ...draft.params,
          ...(request && { granted: request.granted === true }),
          ...(request?.grantedUntil && { until: request.grantedUntil }),
          ...(request?.note && { reason: request.note }),
        },
      };
    },
  }),

  /** What the team is asked for has changed. */
  targetChanged: defineMessage({
    on: [targetChanged],
    movedTask,
    kind: 'targetChanged',
    repeatable: true,
    mandatory: 'leaders',
    opens: 'task',
    draft: toTeam,
  }),

  /** Whoever sent a quick report hears why the commune does not count it. */
  reportReturned: defineMessage({
    on: [entryReturned],
    kind: 'reportReturned',
    repeatable: true,
    mandatory: 'all',
    opens: 'inbox',
    async draft({ teamId, entryId }, occurrence, facts) {
      const report = await facts.tasks.quickReport(entryId);
      if (!report?.returned) return undefined;
      return {
        params: {
          title: report.receipt,
          team: await facts.teamName(teamId),
          until: report.happenedOn,
          count: report.value,
          reasons: report.returned.reasons as ReturnReason[],
          reason: report.returned.comment ?? '',
        },
        audience: { by: 'people', personIds: [report.byId], teamId },
        teamId,
        issuerUnitId: report.unitId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),
};

function movedTask({ taskId }: OfTask): string {
  return taskId;
}

/** To the team, without whoever did it. */
async function toTeam({ taskId }: OfTask, occurrence: Occurrence, facts: MessageFacts) {
  const task = await facts.task(taskId);
  if (!task) return undefined;
  return aboutTask(task, occurrence, facts, { by: 'team', teamId: task.teamId, except: occurrence.actorId });
}

async function toCommittee({ taskId }: OfTask, occurrence: Occurrence, facts: MessageFacts) {
  const task = await facts.task(taskId);
  if (!task) return undefined;
  return aboutTask(task, occurrence, facts, await committeeOf(task, occurrence, facts));
}

async function committeeOf(task: TaskFacts, { actorId }: Occurrence, facts: MessageFacts): Promise<Audience> {
  const { teamId, communeId } = task;
  return { by: 'people', personIds: await facts.committeeFor(teamId, communeId, actorId), teamId };
}

/** A draft that stands in one team's task: its trace, its board and its link come from there. */
async function aboutTask(
  task: TaskFacts,
  occurrence: Occurrence,
  facts: MessageFacts,
  audience: Audience,
): Promise<MessageDraft> {
  return {
    params: {
      title: task.title,
      team: task.team,
      dueOn: task.dueOn,
      target: task.target,
      actor: await facts.personName(occurrence.actorId),
    },
    audience,
    assignmentId: task.assignmentId,
    taskId: task.id,
    teamId: task.teamId,
    issuerUnitId: task.issuerUnitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}
