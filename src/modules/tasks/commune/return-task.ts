import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { recordDecision } from '../work/task/decisions.ts';
import type { ProgressLine } from '../work/task/progress-entry.entity.ts';
import { TaskAccess } from '../work/task/task-access.ts';
import type { Outcome } from '../work/task/task-outcome.ts';
import { returnErrors } from '../tasks.errors.ts';
import { taskReturned } from '../tasks.events.ts';
import { NamedProducts } from './named-products.ts';

type Input = RouteBody<typeof routes.returnTask>;

/** Returns a result with reasons. Parts can be confirmed in the same step: their lines are settled, the rest is the team's again. */
@Injectable()
export class ReturnTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly products: NamedProducts,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, input: Input): Promise<Outcome> {
    return this.access.change(actor, taskId, 'result.confirm', async (tx, task, now) => {
      if (task.state === 'returned') return { alreadyBy: task.decidedBy };
      if (input.reasons.includes('other') && input.comment === '')
        throw returnErrors.commentMissing({ path: 'comment' });
      await this.access.move(tx, task, 'return', now, { decidedBy: actor.personId, decidedAt: now });
      const decisionId = await recordDecision(tx, {
        taskId: task.id,
        kind: 'return',
        reasons: input.reasons,
        comment: input.comment,
        byId: actor.personId,
        at: now,
      });
      await this.confirmParts(tx, task.id, input.confirm, { by: actor.personId, at: now, decisionId });
      await this.products.record(tx, actor, { unitId: task.unitId, decisionId }, input.products);
      await this.outbox.append(
        tx,
        taskReturned({ taskId: task.id }, { unitId: task.unitId, changes: { reasons: input.reasons, decisionId } }),
        actor,
      );
      return {};
    });
  }

  private async confirmParts(
    tx: Tx,
    taskId: string,
    parts: Input['confirm'],
    decision: { by: string; at: Date; decisionId: string },
  ): Promise<void> {
    const open = new Map(
      (
        await rowsOf<Pick<ProgressLine, 'entryId' | 'value'>>(
          tx,
          sql`select entry_id as "entryId", value from counted_lines where task_id = ${taskId} and position = 0
            and confirmed_value is null`,
        )
      ).map((row) => [row.entryId, row.value]),
    );
    const seen = new Set<string>();
    for (const [index, { entryId, value }] of parts.entries()) {
      const reported = open.get(entryId);
      if (reported === undefined || seen.has(entryId))
        throw returnErrors.partUnknown({ path: `confirm.${index}.entryId` });
      if (value > reported) throw returnErrors.partTooLarge({ path: `confirm.${index}.value`, reported });
      seen.add(entryId);
    }
    await execute(
      tx,
      sql`update progress_lines l set confirmed_value = p.value, confirmed_by = ${decision.by}, confirmed_at = ${decision.at},
        decision_id = ${decision.decisionId}
         from unnest(${parts.map((part) => part.entryId)}::uuid[], ${parts.map((part) => part.value)}::int[]) as p(entry_id,
           value) where l.entry_id = p.entry_id and l.position = 0`,
    );
  }
}
