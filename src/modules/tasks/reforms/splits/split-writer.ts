import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { execute, sql, type Tx } from '#platform/database';
import { Task } from '../../work/task/task.entity.ts';
import { entryWorkers } from '../../tasks.sql.ts';
import type { Split, WorkHalf } from './work-split.ts';

type OpenTask = Pick<Task, 'id' | 'doerId'>;
interface Part {
  taskId: string;
  teamId: string;
  unitId: string;
}

/** Where the parts of work go when a hamlet becomes two. */
@Injectable()
export class SplitWriter {
  /** The task itself goes on in one half. */
  async keep(tx: Tx, { id, doerId }: OpenTask, half: WorkHalf, target: number): Promise<Part> {
    const { unitId, communeId } = half;
    const teamId = half.teamId ?? '';
    await tx.update(
      Task,
      { id },
      { teamId, assigneeId: teamId, unitId, communeId, target, doerId: doerIn(half, doerId) },
    );
    return { taskId: id, teamId, unitId };
  }

  /** The other half has a task of its own of the same order, with what its people have done and asked. */
  async begin(tx: Tx, { id, doerId }: OpenTask, half: WorkHalf, target: number): Promise<Part> {
    const { unitId, communeId, memberIds } = half;
    const [taskId, teamId] = [v7(), half.teamId ?? ''];
    await execute(
      tx,
      sql`insert into tasks (id, assignment_id, split_from_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on,
          reply_by_on, state, state_since, doer_id, accepted_by, accepted_at)
        select ${taskId}::uuid, t.assignment_id, t.id, t.assignee_kind, ${teamId}::uuid, ${teamId}::uuid, ${unitId}::uuid,
            ${communeId}::uuid, ${target}::int, t.due_on, t.reply_by_on, t.state, t.state_since, ${doerIn(half, doerId)}::uuid,
            t.accepted_by, t.accepted_at
          from tasks t where t.id = ${id}`,
    );
    await execute(
      tx,
      sql`update progress_entries e set task_id = ${taskId} where e.task_id = ${id}
        and exists (select 1 from ${entryWorkers} w where w.entry_id = e.id and w.worker_id = any(${[...memberIds]}::uuid[]))`,
    );
    await execute(
      tx,
      sql`insert into extension_requests (id, task_id, until, reason, asked_by, asked_at)
        select gen_random_uuid(), ${taskId}, until, reason, asked_by, asked_at from extension_requests
         where task_id = ${id} and answered_at is null`,
    );
    await execute(
      tx,
      sql`update difficulties set task_id = ${taskId} where task_id = ${id} and by_id = any(${[...memberIds]}::uuid[])`,
    );
    return { taskId, teamId, unitId };
  }

  /** What is hard is asked by whoever told it, in the half in which they are; of somebody who has left, in the last. */
  async difficulties(tx: Tx, { earlierId, halves }: Split): Promise<void> {
    const there = halves.filter(({ teamId }) => teamId !== null);
    for (const [at, { teamId, unitId, communeId, memberIds }] of there.entries())
      await execute(
        tx,
        sql`update difficulties set team_id = ${teamId}, unit_id = ${unitId}, commune_id = ${communeId}
          where team_id = ${earlierId} and closed_at is null
            and (${at === there.length - 1} or by_id = any(${[...memberIds]}::uuid[]))`,
      );
  }
}

/** Whoever it was passed to goes on with it where they are; else it is the whole team's. */
const doerIn = ({ memberIds }: WorkHalf, doerId: string | null): string | null =>
  doerId && memberIds.includes(doerId) ? doerId : null;
