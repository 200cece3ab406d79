import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MOST_RESULTS } from '#contracts/tasks/most-results';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { EntryConfirmations } from './entry-confirmations.ts';
import type { ResultOutcome } from './result-outcome.ts';
import { TaskConfirmations } from './task-confirmations.ts';
import { WaitingResultQueries } from './waiting-result.queries.ts';

export interface ManyOutcome {
  results: ResultOutcome[];
  left: number;
}

/**
 * Confirms many results of a commune as reported: the same rules as for each alone, in one transaction. What cannot be
 * confirmed holds up nothing else. Products behind a number are not named here: their number is confirmed all the same.
 */
@Injectable()
export class ConfirmResults {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly waiting: WaitingResultQueries,
    private readonly tasks: TaskConfirmations,
    private readonly entries: EntryConfirmations,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { taskIds, entryIds, waiting }: RouteBody<typeof routes.confirmResults>,
  ): Promise<ManyOutcome> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    const named = { taskIds: [...new Set(taskIds)], entryIds: [...new Set(entryIds)] };
    const known = new Set([...named.taskIds, ...named.entryIds]);
    const found = waiting ? (await this.waiting.of(unitId, waiting)).filter(({ id }) => !known.has(id)) : [];
    const taken = found.slice(0, MOST_RESULTS - known.size);
    const chosen = (kind: 'task' | 'entry') => taken.filter((one) => one.kind === kind).map(({ id }) => id);
    const below = await this.waiting.below(unitId, named);
    const results = await this.database.tx(async (tx) => {
      const now = this.clock.now();
      return [
        ...(await this.tasks.confirm(tx, actor, [...below.taskIds, ...chosen('task')], now)),
        ...(await this.entries.confirm(tx, actor, [...below.entryIds, ...chosen('entry')], now)),
      ];
    });
    return { results: [...results, ...below.elsewhere], left: found.length - taken.length };
  }
}
