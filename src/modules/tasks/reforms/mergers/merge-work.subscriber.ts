import { Injectable } from '@nestjs/common';
import { membershipSql, teamsMerged } from '#modules/membership';
import { ReorganisationsApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox, type PayloadOf } from '#platform/outbox';
import { recordDecision } from '../../work/task/decisions.ts';
import { tasksMerged } from '../../tasks.events.ts';
import { mergedTask, type OpenTask, type TasksOfOrder } from './merged-task.ts';

interface Heir {
  teamId: string;
  unitId: string;
  reason: string;
  byId: string;
}

/**
 * The team of two hamlets that became one takes over what is open with both: one task of each order, with both targets. What
 * was done stays written to whoever did it, in the team in which they did it.
 */
@Injectable()
export class MergeWorkSubscriber {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReorganisationsApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Run again, it finds nothing open with the earlier teams. */
  @OnEvent(teamsMerged, 'tasks.merge-work')
  async execute({ teamId, earlierIds, reorganisationId }: PayloadOf<typeof teamsMerged>): Promise<void> {
    const mergers = await this.reforms.appliedMergers(reorganisationId);
    await this.database.tx(async (tx) => {
      const [team] = await rowsOf<{ unitId: string }>(
        tx,
        sql`select t.unit_id as "unitId" from ${membershipSql.teams} t where t.id = ${teamId}`,
      );
      const merger = mergers.find(({ intoId }) => intoId === team?.unitId);
      if (!team || !merger) return;
      const heir = { teamId, unitId: team.unitId, reason: merger.title, byId: merger.byId };
      for (const tasks of await this.openTasks(tx, teamId, earlierIds)) await this.merge(tx, tasks, heir);
      await execute(
        tx,
        sql`update difficulties set team_id = ${teamId}, unit_id = ${team.unitId}
          where team_id = any(${earlierIds}::uuid[]) and closed_at is null`,
      );
    });
  }

  /** By order; the new team may have got it meanwhile by itself. */
  private async openTasks(tx: Tx, teamId: string, earlierIds: readonly string[]): Promise<TasksOfOrder[]> {
    const rows = await rowsOf<OpenTask & { teamId: string }>(
      tx,
      sql`select id, team_id as "teamId", assignment_id as "assignmentId", target, due_on::text as "dueOn", reply_by_on::text as "replyByOn", state,
          state_since as "stateSince", doer_id as "doerId", accepted_by as "acceptedBy", accepted_at as "acceptedAt"
        from tasks where team_id = any(${[teamId, ...earlierIds]}::uuid[]) and state not in ('confirmed', 'cancelled')
        order by id for update`,
    );
    const orders = new Set(rows.map(({ assignmentId }) => assignmentId));
    return [...orders].flatMap((id) => {
      const [first, ...others] = rows.filter(({ assignmentId }) => assignmentId === id);
      if (!first || ![first, ...others].some((one) => earlierIds.includes(one.teamId))) return [];
      return [[first, ...others] as const];
    });
  }

  private async merge(tx: Tx, tasks: TasksOfOrder, heir: Heir): Promise<void> {
    const kept = mergedTask(tasks);
    const absorbed = tasks.filter(({ id }) => id !== kept.id).map(({ id }) => id);
    if (absorbed.length > 0) await this.absorb(tx, kept.id, absorbed, heir);
    const now = this.clock.now();
    await execute(
      tx,
      sql`update tasks set team_id = ${heir.teamId}, assignee_id = ${heir.teamId}, unit_id = ${heir.unitId}, target = ${kept.target},
          due_on = ${kept.dueOn}, reply_by_on = ${kept.replyByOn}, accepted_by = ${kept.acceptedBy}, accepted_at = ${kept.acceptedAt},
          state_since = case when state = ${kept.state} then state_since else ${now}::timestamptz end, state = ${kept.state},
          doer_id = (select m.person_id from team_members_at(${this.clock.today()}::date) m
            where m.team_id = ${heir.teamId} and m.person_id = ${kept.doerId}::uuid limit 1)
        where id = ${kept.id}`,
    );
    await this.outbox.append(
      tx,
      tasksMerged(
        { taskId: kept.id, teamId: heir.teamId },
        { unitId: heir.unitId, changes: { target: kept.target, from: absorbed }, by: { personId: heir.byId } },
      ),
    );
  }

  /** The tasks end as parts of the one that goes on, and what was recorded, asked or told under them is under that one. */
  private async absorb(tx: Tx, keptId: string, absorbed: readonly string[], { reason, byId }: Heir): Promise<void> {
    const at = this.clock.now();
    for (const taskId of absorbed) await recordDecision(tx, { taskId, kind: 'release', comment: reason, byId, at });
    await execute(
      tx,
      sql`update tasks set state = 'cancelled', state_since = ${at}, doer_id = null, parent_task_id = ${keptId}
        where id = any(${absorbed}::uuid[])`,
    );
    await execute(tx, sql`update tasks set parent_task_id = ${keptId} where parent_task_id = any(${absorbed}::uuid[])`);
    await execute(tx, sql`update progress_entries set task_id = ${keptId} where task_id = any(${absorbed}::uuid[])`);
    await execute(tx, sql`update partner_reports set task_id = ${keptId} where task_id = any(${absorbed}::uuid[])`);
    await execute(tx, sql`update difficulties set task_id = ${keptId} where task_id = any(${absorbed}::uuid[])`);
    await this.takeRequests(tx, keptId, absorbed);
  }

  /** One request for more time waits at a task: of several the one that asks for the latest day. */
  private async takeRequests(tx: Tx, keptId: string, absorbed: readonly string[]): Promise<void> {
    const all = [keptId, ...absorbed];
    await execute(
      tx,
      sql`delete from extension_requests r where r.task_id = any(${all}::uuid[]) and r.answered_at is null and r.id <> (
          select o.id from extension_requests o where o.task_id = any(${all}::uuid[]) and o.answered_at is null
           order by o.until desc, o.asked_at, o.id limit 1)`,
    );
    await execute(tx, sql`update extension_requests set task_id = ${keptId} where task_id = any(${absorbed}::uuid[])`);
  }
}
