import { Injectable } from '@nestjs/common';
import { memberLeft, memberReplaced } from '#modules/membership';
import { Database, rowsOf, sql } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import type { Task } from './work/task/task.entity.ts';
import { doerCleared, taskDelegated } from './tasks.events.ts';

/** Open work follows the team: who comes takes over what was passed to who leaves, else it is the whole team's again. */
@Injectable()
export class TasksSubscribers {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(memberLeft, 'tasks.clear-doer')
  async clearDoer({ teamId, personId }: { teamId: string; personId: string }): Promise<void> {
    await this.move(teamId, personId, null);
  }

  @OnEvent(memberReplaced, 'tasks.move-doer')
  async moveDoer({
    teamId,
    fromPersonId,
    toPersonId,
  }: {
    teamId: string;
    fromPersonId: string;
    toPersonId: string;
  }): Promise<void> {
    await this.move(teamId, fromPersonId, toPersonId);
  }

  private async move(teamId: string, fromPersonId: string, toPersonId: string | null): Promise<void> {
    await this.database.tx(async (tx) => {
      const moved = await rowsOf<Pick<Task, 'id' | 'unitId'>>(
        tx,
        sql`update tasks set doer_id = ${toPersonId} where team_id = ${teamId} and doer_id = ${fromPersonId}
          and state not in ('confirmed', 'cancelled') returning id, unit_id as "unitId"`,
      );
      for (const { id: taskId, unitId } of moved) {
        await this.outbox.append(
          tx,
          toPersonId
            ? taskDelegated({ taskId, personId: toPersonId }, { unitId, changes: { personId: toPersonId } })
            : doerCleared({ taskId }, { unitId }),
        );
      }
    });
  }
}
