import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { outboxSql } from '#platform/outbox';
import { TaskAccess } from '../../work/task/task-access.ts';

interface Row {
  name: string;
  occurredAt: Date;
  actorId: string | null;
  changes: Record<string, unknown>;
  comment: string | null;
}

/**
 * What happened to a task, oldest first, read from the events that its changes have left. Free words stand in the rows
 * of the decisions only, not in the trail, and are joined for who may read the task.
 */
@Injectable()
export class ReadTrail {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly membership: MembershipApi,
  ) {}

  async read(actor: Actor, taskId: string): Promise<RouteAnswer<typeof routes.taskTrail>> {
    await this.access.require(actor, 'task.read', await this.access.placeOf(taskId, actor));
    const rows = await this.database.rows<Row>(
      sql`select o.name, o.occurred_at as "occurredAt", o.actor_id as "actorId", o.changes - 'decisionId' as changes,
        coalesce(d.comment, case when o.name = 'assignment.cancelled' then a.cancel_reason end) as comment
         from tasks t join assignments a on a.id = t.assignment_id
         join ${outboxSql.events} o on o.payload @> jsonb_build_object('taskId', t.id::text)
                       or (o.name in ('task.assigned', 'assignment.cancelled')
                         and o.payload @> jsonb_build_object('assignmentId', a.id::text))
         left join task_decisions d on d.id = (o.changes->>'decisionId')::uuid
        where t.id = ${taskId} order by o.id`,
    );
    const people = await this.membership.people(rows.flatMap((row) => (row.actorId ? [row.actorId] : [])));
    return rows.map((row) => ({
      at: row.occurredAt.toISOString(),
      kind: row.name,
      by: (row.actorId && people.get(row.actorId)) || null,
      params: { ...row.changes, ...(row.comment && { comment: row.comment }) },
    }));
  }
}
