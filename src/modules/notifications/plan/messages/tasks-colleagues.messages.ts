/** What members of one team hear of each other's work. */
import { productNamedAgain, productNamedBefore, workOverlapped } from '#modules/tasks';
import { defineMessage, staleAfterDays } from './message-definition.ts';

export const colleagueMessages = {
  /** Two phones finished one task: whoever was first hears what the other has sent. Both count. */
  overlapped: defineMessage({
    on: [workOverlapped],
    kind: 'workOverlapped',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'task',
    async draft({ taskId, entryId }, occurrence, facts) {
      const task = await facts.task(taskId);
      const part = await facts.tasks.part(entryId);
      if (!task || !part || part.reported <= task.target) return undefined;
      return {
        params: {
          title: task.title,
          actor: await facts.personName(part.byId),
          count: part.value,
          until: part.happenedOn,
          reported: part.reported,
          target: task.target,
        },
        audience: { by: 'people', personIds: part.otherIds, teamId: task.teamId },
        assignmentId: task.assignmentId,
        taskId,
        teamId: task.teamId,
        issuerUnitId: task.issuerUnitId,
        senderId: part.byId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** Somebody ticked a product that this person had ticked before: it counts once, with the first. */
  productNamedAgain: defineMessage({
    on: [productNamedAgain],
    kind: 'productNamedAgain',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'task',
    async draft({ taskId, entryId, againId }, occurrence, facts) {
      const task = await facts.task(taskId);
      const twice = await facts.tasks.namedTwice(entryId, againId);
      if (!task || !twice) return undefined;
      return {
        params: {
          title: task.title,
          actor: await facts.personName(twice.againById),
          name: await facts.productNames(twice.productIds),
        },
        audience: { by: 'people', personIds: [twice.firstById], teamId: task.teamId },
        assignmentId: task.assignmentId,
        taskId,
        teamId: task.teamId,
        issuerUnitId: task.issuerUnitId,
        senderId: twice.againById,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),

  /** The other side of it: whoever ticked second, hours ago without a network perhaps, hears with whom it counts. */
  productNamedBefore: defineMessage({
    on: [productNamedBefore],
    kind: 'productNamedBefore',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'task',
    async draft({ entryId }, occurrence, facts) {
      const before = await facts.tasks.namedBefore(entryId);
      if (!before) return undefined;
      const task = before.taskId ? await facts.task(before.taskId) : undefined;
      const firsts = await Promise.all(before.firstByIds.map((id) => facts.personName(id)));
      return {
        params: { actor: firsts.join(', '), name: await facts.productNames(before.productIds) },
        audience: { by: 'people', personIds: [before.byId], teamId: task?.teamId ?? null },
        ...(task && { assignmentId: task.assignmentId, taskId: task.id, teamId: task.teamId }),
        senderId: null,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),
};
