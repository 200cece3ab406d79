import { Injectable, type OnModuleInit } from '@nestjs/common';
import { taskTable } from '#contracts/tasks/task-states';
import { TeamEndings, type TeamEnding, teamEnded } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import { recordDecision } from '../../work/task/decisions.ts';
import { ReplyRules } from '../../orders/order/reply-rules.ts';
import type { Difficulty } from '../../difficulties/difficulty.entity.ts';
import { writeStep } from '../../difficulties/difficulty-steps.ts';
import { Task } from '../../work/task/task.entity.ts';
import { difficultyAnswered, targetChanged, taskHandedOver, taskReleased } from '../../tasks.events.ts';

type OpenTask = Pick<Task, 'id' | 'assignmentId' | 'unitId' | 'communeId' | 'dueOn' | 'target' | 'state'>;
type HeirTask = Pick<OpenTask, 'id' | 'unitId'>;
interface Heir {
  id: string;
  unitId: string;
}
interface End extends TeamEnding {
  teamId: string;
  heir: Heir | undefined;
}

const openOf = (teamId: string): Sql => sql`team_id = ${teamId} and state not in ('confirmed', 'cancelled')`;

/** No work stays open with a team that is no more: it is cancelled with the reason, or the heir's from now on. */
@Injectable()
export class TeamEndingsSubscriber implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly endings: TeamEndings,
    private readonly rules: ReplyRules,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const count = (rows: (teamId: string) => Sql) => async (tx: Tx, teamId: string) =>
      (await rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from ${rows(teamId)}`))[0]?.n ?? 0;
    this.endings.countBy(
      'tasks',
      count((teamId) => sql`tasks where ${openOf(teamId)}`),
    );
    this.endings.countBy(
      'toConfirm',
      count((teamId) => sql`tasks where ${openOf(teamId)} and state = 'submitted'`),
    );
    this.endings.countBy(
      'difficulties',
      count((teamId) => sql`difficulties where team_id = ${teamId} and answered_at is null`),
    );
  }

  @OnEvent(teamEnded, 'tasks.settle-ended-team')
  async settle({ teamId }: { teamId: string }): Promise<void> {
    await this.database.tx(async (tx) => {
      const ending = await this.endings.of(tx, teamId);
      if (!ending) return;
      const end = { ...ending, teamId, heir: await this.heirOf(tx, ending.heirId) };
      const tasks = await rowsOf<OpenTask>(
        tx,
        sql`select id, assignment_id as "assignmentId", unit_id as "unitId", commune_id as "communeId",
          due_on::text as "dueOn", target, state from tasks where ${openOf(teamId)} order by id for update`,
      );
      for (const task of tasks) {
        const heirs = end.heir && (await this.taskOfHeir(tx, task, end.heir));
        if (end.heir && !heirs) await this.handOver(tx, task, end, end.heir);
        else {
          await this.cancel(tx, task, end);
          if (heirs) await this.raise(tx, task, heirs, end);
        }
      }
      await this.settleDifficulties(tx, end);
    });
  }

  /** The heir may have ended meanwhile: then the work is cancelled. */
  private async heirOf(tx: Tx, heirId: string | null): Promise<Heir | undefined> {
    if (!heirId) return undefined;
    const [heir] = await rowsOf<Heir>(
      tx,
      sql`select id, unit_id as "unitId" from teams_at(${this.clock.today()}::date) where id = ${heirId} and status = 'active'`,
    );
    return heir;
  }

  /** An order reaches each team once: where the heir has it as well, what is missing is added to the heir's task. */
  private async taskOfHeir(tx: Tx, task: OpenTask, heir: Heir): Promise<HeirTask | undefined> {
    const [row] = await rowsOf<HeirTask>(
      tx,
      sql`select id, unit_id as "unitId" from tasks where assignment_id = ${task.assignmentId} and team_id = ${heir.id} for update`,
    );
    return row;
  }

  private async handOver(tx: Tx, task: OpenTask, end: End, heir: Heir): Promise<void> {
    const now = this.clock.now();
    const replyBy = await this.rules.replyBy(task.communeId, this.clock.today(), task.dueOn, tx);
    // What was handed in stays so for the commune; everything else is for the heir to accept.
    await execute(
      tx,
      sql`update tasks set team_id = ${heir.id}, assignee_id = ${heir.id}, unit_id = ${heir.unitId}, doer_id = null,
              state = case when state = 'submitted' then state else 'assigned' end,
              state_since = case when state = 'submitted' then state_since else ${now}::timestamptz end,
              accepted_by = case when state = 'submitted' then accepted_by end, accepted_at = case
                when state = 'submitted' then accepted_at end,
              reply_by_on = greatest(reply_by_on, ${replyBy}::date)
        where id = ${task.id}`,
    );
    await this.outbox.append(
      tx,
      taskHandedOver(
        { taskId: task.id, teamId: heir.id },
        { unitId: heir.unitId, changes: { from: end.teamId, to: heir.id }, by: { personId: end.byId } },
      ),
    );
  }

  private async cancel(tx: Tx, task: OpenTask, end: End): Promise<void> {
    const now = this.clock.now();
    const decisionId = await recordDecision(tx, {
      taskId: task.id,
      kind: 'release',
      comment: end.reason,
      byId: end.byId,
      at: now,
    });
    await tx.update(Task, { id: task.id }, { state: taskTable.cancel.to, stateSince: now, doerId: null });
    await this.outbox.append(
      tx,
      taskReleased({ taskId: task.id }, { unitId: task.unitId, changes: { decisionId }, by: { personId: end.byId } }),
    );
  }

  private async raise(tx: Tx, task: OpenTask, heirs: HeirTask, end: End): Promise<void> {
    const [raised] = await rowsOf<{ target: number }>(
      tx,
      sql`update tasks h set target = h.target + r.rest
         from (select greatest(0, ${task.target} - coalesce(sum(l.value), 0))::int as rest from counted_lines l
           join assignments a on a.id = ${task.assignmentId} and a.indicator_code = l.indicator_code where l.task_id = ${task.id}) r
        where h.id = ${heirs.id} and h.state not in ('confirmed', 'cancelled') and r.rest > 0 returning h.target`,
    );
    if (raised)
      await this.outbox.append(
        tx,
        targetChanged(
          { taskId: heirs.id },
          { unitId: heirs.unitId, changes: { target: raised.target }, by: { personId: end.byId } },
        ),
      );
  }

  private async settleDifficulties(tx: Tx, { teamId, heir, reason, byId }: End): Promise<void> {
    if (heir) {
      await execute(
        tx,
        sql`update difficulties set team_id = ${heir.id}, unit_id = ${heir.unitId} where team_id = ${teamId} and answered_at is null`,
      );
      return;
    }
    const closed = await rowsOf<Pick<Difficulty, 'id' | 'unitId'>>(
      tx,
      sql`update difficulties set answer = ${reason}, answered_at = ${this.clock.now()}, answered_by = ${byId},
        owner_id = coalesce(owner_id, ${byId})
        where team_id = ${teamId} and answered_at is null returning id, unit_id as "unitId"`,
    );
    for (const { id: difficultyId, unitId } of closed) {
      await writeStep(tx, { difficultyId, kind: 'answered', text: reason, byId, at: this.clock.now() });
      await this.outbox.append(tx, difficultyAnswered({ difficultyId }, { unitId, by: { personId: byId } }));
    }
  }
}
