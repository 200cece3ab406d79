import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { TaskAccess } from '../../work/task/task-access.ts';

/** The seal of a confirmed task was shown to this person; it is not shown by itself again. */
@Injectable()
export class MarkConfirmationSeen {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, taskId: string): Promise<void> {
    await this.access.require(actor, 'task.read', await this.access.placeOf(taskId, actor));
    await this.database.rows(
      sql`insert into confirmation_views (task_id, person_id, at) select id, ${actor.personId}, ${this.clock.now()} from tasks
        where id = ${taskId} and state = 'confirmed' on conflict do nothing`,
    );
  }
}
