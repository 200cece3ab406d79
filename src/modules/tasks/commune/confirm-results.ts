import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { EntryConfirmations } from './entry-confirmations.ts';
import type { ResultOutcome } from './result-outcome.ts';
import { ResultsToConfirm } from './results-to-confirm.ts';
import { TaskConfirmations } from './task-confirmations.ts';

export interface ManyOutcome {
  results: ResultOutcome[];
  left: number;
  toLook: number;
}

/**
 * Confirms many results of a commune as reported: the same rules as for each alone, in one transaction. What cannot be
 * confirmed holds up nothing else. Products that teams have named come into the register; where they have named none, the
 * number is confirmed all the same. Under a rule of sampling only those may be confirmed that nobody has to look at, and each
 * says so for good.
 */
@Injectable()
export class ConfirmResults {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly choice: ResultsToConfirm,
    private readonly tasks: TaskConfirmations,
    private readonly entries: EntryConfirmations,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.confirmResults>): Promise<ManyOutcome> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    return this.database.tx(async (tx) => {
      const now = this.clock.now();
      const { taskIds, entryIds, manner, refused, left, toLook } = await this.choice.choose(tx, unitId, input);
      const results = [
        ...(await this.tasks.confirm(tx, actor, taskIds, now, manner)),
        ...(await this.entries.confirm(tx, actor, entryIds, now, manner)),
        ...refused,
      ];
      return { results, left, toLook };
    });
  }
}
