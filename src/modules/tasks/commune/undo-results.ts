import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import { eachAlone } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { UndoEntryDecision } from './decide-entry.ts';
import { UndoDecision } from './undo-decision.ts';

/**
 * Takes many decisions back: the same rules as for each alone, in one transaction. What somebody has gone on with meanwhile
 * stays and holds up nothing else. One request: five hundred of them took longer than the minute in which they are allowed.
 */
@Injectable()
export class UndoResults {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly tasks: UndoDecision,
    private readonly entries: UndoEntryDecision,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { taskIds, entryIds }: RouteBody<typeof routes.undoResults>,
  ): Promise<RouteAnswer<typeof routes.undoResults>> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    return this.database.tx(async (tx) => {
      const tasks = await eachAlone(tx, inOrder(taskIds), ({ id }) => this.tasks.execute(actor, id));
      const entries = await eachAlone(tx, inOrder(entryIds), ({ id }) => this.entries.execute(actor, id));
      return {
        undone: [...tasks.done, ...entries.done].map(({ item }) => item.id),
        kept: [...tasks.refused, ...entries.refused].map(({ id, code }) => ({ id, code })),
      };
    });
  }
}

/** Each once, and by id: two officers who take the same back wait for each other in one order. */
const inOrder = (ids: readonly string[]): { id: string }[] => [...new Set(ids)].toSorted().map((id) => ({ id }));
