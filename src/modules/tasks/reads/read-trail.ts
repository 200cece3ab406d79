import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { TaskDesk } from '../task-desk.ts';

interface Row {
  name: string;
  occurred_at: Date;
  actor_id: string | null;
  changes: Record<string, unknown>;
}

/** What happened to a task, oldest first, read from the events that its changes have left. */
@Injectable()
export class ReadTrail {
  constructor(
    private readonly database: Database,
    private readonly desk: TaskDesk,
    private readonly membership: MembershipApi,
  ) {}

  async read(actor: Actor, taskId: string): Promise<RouteAnswer<typeof routes.taskTrail>> {
    await this.desk.require(actor, 'task.read', await this.desk.placeOf(taskId));
    const rows = await this.database.rows<Row>(
      `select name, occurred_at, actor_id, changes from outbox
        where payload @> jsonb_build_object('taskId', $1::text)
           or (name in ('task.assigned', 'assignment.cancelled') and payload @> jsonb_build_object('assignmentId', (select assignment_id::text from tasks where id = $1::uuid)))
        order by id`,
      [taskId],
    );
    const people = await this.membership.people(rows.flatMap((row) => (row.actor_id ? [row.actor_id] : [])));
    return rows.map((row) => ({ at: row.occurred_at.toISOString(), kind: row.name, by: (row.actor_id && people.get(row.actor_id)) || null, params: row.changes }));
  }
}
