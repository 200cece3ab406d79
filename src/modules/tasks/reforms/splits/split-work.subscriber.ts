import { Injectable } from '@nestjs/common';
import { splitTask } from '#contracts/organization/splits/split-gaps';
import { membershipSql, teamSplit } from '#modules/membership';
import { type AppliedHalf, ReorganisationsApi } from '#modules/organization';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox, type PayloadOf } from '#platform/outbox';
import type { Task } from '../../work/task/task.entity.ts';
import { tasksSplit } from '../../tasks.events.ts';
import { SplitWriter } from './split-writer.ts';
import type { Split, WorkHalf } from './work-split.ts';

type OpenTask = Pick<Task, 'id' | 'target' | 'state' | 'doerId'>;

/**
 * What is open with the team of a hamlet that became two is shared out: its target by households, what was done with whoever did
 * it. What waits for an answer stays one. Nothing that was recorded is recorded again.
 */
@Injectable()
export class SplitWorkSubscriber {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReorganisationsApi,
    private readonly writer: SplitWriter,
    private readonly outbox: Outbox,
  ) {}

  /** Told of each half; the first time all is shared out, the second finds nothing open with the earlier team. */
  @OnEvent(teamSplit, 'tasks.split-work')
  async execute({ earlierId, reorganisationId }: PayloadOf<typeof teamSplit>): Promise<void> {
    const splits = await this.reforms.appliedSplits(reorganisationId);
    await this.database.tx(async (tx) => {
      const [earlier] = await rowsOf<{ unitId: string }>(
        tx,
        sql`select t.unit_id as "unitId" from ${membershipSql.teams} t where t.id = ${earlierId}`,
      );
      const applied = splits.find(({ hamletId }) => hamletId === earlier?.unitId);
      if (!applied) return;
      const [one, two] = applied.halves;
      const halves = [await this.halfOf(tx, earlierId, one), await this.halfOf(tx, earlierId, two)] as const;
      const split: Split = { earlierId, halves, byId: applied.byId };
      for (const task of await this.openTasks(tx, earlierId)) await this.share(tx, task, split);
      await this.writer.difficulties(tx, split);
    });
  }

  private async halfOf(tx: Tx, earlierId: string, { unitId, households, shares }: AppliedHalf): Promise<WorkHalf> {
    const [team] = await rowsOf<{ id: string; memberIds: string[] }>(
      tx,
      sql`select t.id, array(select distinct m.person_id from ${membershipSql.teamMembers} m where m.team_id = t.id) as "memberIds"
        from ${membershipSql.teams} t where t.unit_id = ${unitId} and t.split_from_id = ${earlierId}`,
    );
    const [place] = await rowsOf<{ communeId: string }>(
      tx,
      sql`select ancestor_id as "communeId" from unit_closure where descendant_id = ${unitId} and ancestor_kind = 'commune'`,
    );
    return {
      unitId,
      households,
      shares,
      communeId: place?.communeId ?? unitId,
      teamId: team?.id ?? null,
      hasTeam: team !== undefined,
      memberIds: team?.memberIds ?? [],
    };
  }

  private openTasks(tx: Tx, earlierId: string): Promise<OpenTask[]> {
    return rowsOf(
      tx,
      sql`select id, target, state, doer_id as "doerId" from tasks
        where team_id = ${earlierId} and state not in ('confirmed', 'cancelled') order by id for update`,
    );
  }

  private async share(tx: Tx, task: OpenTask, { halves, byId }: Split): Promise<void> {
    const whole = task.state !== 'assigned' && task.state !== 'accepted';
    const done = await this.doneBy(tx, task.id, halves);
    const targets = splitTask({ ...task, whole }, halves, done);
    const kept = targets[0] === 0 || (targets[1] > 0 && done[1] > done[0]) ? 1 : 0;
    const other = kept === 0 ? 1 : 0;
    const parts = [{ ...(await this.writer.keep(tx, task, halves[kept], targets[kept])), target: targets[kept] }];
    if (targets[other] > 0) {
      const begun = await this.writer.begin(tx, task, halves[other], targets[other]);
      parts.push({ ...begun, target: targets[other] });
    }
    for (const { taskId, teamId, unitId, target } of parts)
      await this.outbox.append(
        tx,
        tasksSplit({ taskId, teamId }, { unitId, changes: { target, from: task.id }, by: { personId: byId } }),
      );
  }

  private async doneBy(tx: Tx, taskId: string, [one, two]: Split['halves']): Promise<[number, number]> {
    const [row] = await rowsOf<{ one: number; two: number }>(
      tx,
      sql`select coalesce(sum(value) filter (where actor_id = any(${[...one.memberIds]}::uuid[])), 0)::int as one,
          coalesce(sum(value) filter (where actor_id = any(${[...two.memberIds]}::uuid[])), 0)::int as two
        from counted_lines where task_id = ${taskId}`,
    );
    return [row?.one ?? 0, row?.two ?? 0];
  }
}
