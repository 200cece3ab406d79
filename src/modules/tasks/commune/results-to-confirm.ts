import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MOST_RESULTS } from '#contracts/tasks/most-results';
import type { Tx } from '#platform/database';
import { Sampling } from '../work/sampling/sampling.ts';
import type { ConfirmationManner } from '../work/task/task-decision.entity.ts';
import { taskErrors } from '../tasks.errors.ts';
import { refused, type ResultOutcome } from './result-outcome.ts';
import { WaitingResultQueries } from './waiting-result.queries.ts';

interface Chosen {
  taskIds: string[];
  entryIds: string[];
  manner: ConfirmationManner;
  /** Those named that are not confirmed here, and why. */
  refused: ResultOutcome[];
  left: number;
  toLook: number;
}

/** Which results are confirmed where many are meant at once: those named and what waits longest, less what is to be looked at. */
@Injectable()
export class ResultsToConfirm {
  constructor(
    private readonly waiting: WaitingResultQueries,
    private readonly sampling: Sampling,
  ) {}

  async choose(
    tx: Tx,
    unitId: string,
    { taskIds, entryIds, waiting }: RouteBody<typeof routes.confirmResults>,
  ): Promise<Chosen> {
    const named = { taskIds: [...new Set(taskIds)], entryIds: [...new Set(entryIds)] };
    const known = new Set([...named.taskIds, ...named.entryIds]);
    const below = await this.waiting.below(unitId, named);
    const found = waiting ? (await this.waiting.of(unitId, waiting)).filter(({ id }) => !known.has(id)) : [];
    const rule = await this.sampling.ruleOf(unitId);
    const idsOf = (kind: 'task' | 'entry') => found.filter((one) => one.kind === kind).map(({ id }) => id);
    const look = rule
      ? await this.sampling.toLook(tx, rule, {
          taskIds: [...below.taskIds, ...idsOf('task')],
          entryIds: [...below.entryIds, ...idsOf('entry')],
        })
      : new Map<string, unknown>();
    const free = found.filter(({ id }) => !look.has(id));
    const taken = free.slice(0, MOST_RESULTS - known.size);
    const unseen = (ids: readonly string[], kind: 'task' | 'entry') => [
      ...ids.filter((id) => !look.has(id)),
      ...taken.filter((one) => one.kind === kind).map(({ id }) => id),
    ];
    return {
      taskIds: unseen(below.taskIds, 'task'),
      entryIds: unseen(below.entryIds, 'entry'),
      manner: rule ? 'sample' : 'together',
      refused: [
        ...[...below.taskIds, ...below.entryIds]
          .filter((id) => look.has(id))
          .map((id) => refused(id, taskErrors.lookFirst())),
        ...below.elsewhere,
      ],
      left: found.length - taken.length,
      toLook: found.length - free.length,
    };
  }
}
