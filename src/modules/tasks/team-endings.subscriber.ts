import { Injectable, type OnModuleInit } from '@nestjs/common';
import { taskTable } from '#contracts/tasks/task-states';
import { TeamEndings, type TeamEnding, teamEnded } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import { recordDecision } from './decisions.ts';
import { ReplyRules } from './assignments/reply-rules.ts';
import { difficultyAnswered, targetChanged, taskHandedOver, taskReleased } from './tasks.events.ts';

interface OpenTask {
  id: string;
  assignment_id: string;
  unit_id: string;
  commune_id: string;
  due_on: string;
  target: number;
  state: string;
}
interface Heir {
  id: string;
  unit_id: string;
}
interface End extends TeamEnding {
  teamId: string;
  heir: Heir | undefined;
}

const openOfTeam = `team_id = $1 and state not in ('confirmed', 'cancelled')`;

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
    const count = (sql: string) => async (tx: Tx, teamId: string) =>
      (await rowsOf<{ n: number }>(tx, sql, [teamId]))[0]?.n ?? 0;
    this.endings.countBy('tasks', count(`select count(*)::int as n from tasks where ${openOfTeam}`));
    this.endings.countBy(
      'toConfirm',
      count(`select count(*)::int as n from tasks where ${openOfTeam} and state = 'submitted'`),
    );
    this.endings.countBy(
      'difficulties',
      count('select count(*)::int as n from difficulties where team_id = $1 and answered_at is null'),
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
        `select id, assignment_id, unit_id, commune_id, due_on::text as due_on, target, state from tasks where ${openOfTeam} order by id for update`,
        [teamId],
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
      sql`select id, unit_id from teams_at(${this.clock.today()}::date) where id = ${heirId} and status = 'active'`,
    );
    return heir;
  }

  /** An order reaches each team once: where the heir has it as well, what is missing is added to the heir's task. */
  private async taskOfHeir(tx: Tx, task: OpenTask, heir: Heir): Promise<OpenTask | undefined> {
    const [row] = await rowsOf<OpenTask>(
      tx,
      sql`select id, unit_id, target, state from tasks where assignment_id = ${task.assignment_id} and team_id = ${heir.id} for update`,
    );
    return row;
  }

  private async handOver(tx: Tx, task: OpenTask, end: End, heir: Heir): Promise<void> {
    const now = this.clock.now();
    const replyBy = await this.rules.replyBy(task.commune_id, this.clock.today(), task.due_on, tx);
    // What was handed in stays so for the commune; everything else is for the heir to accept.
    await execute(
      tx,
      sql`update tasks set team_id = ${heir.id}, assignee_id = ${heir.id}, unit_id = ${heir.unit_id}, doer_id = null,
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
        { unitId: heir.unit_id, changes: { from: end.teamId, to: heir.id }, by: { personId: end.byId } },
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
    await execute(
      tx,
      sql`update tasks set state = ${taskTable.cancel.to}, state_since = ${now}, doer_id = null where id = ${task.id}`,
    );
    await this.outbox.append(
      tx,
      taskReleased({ taskId: task.id }, { unitId: task.unit_id, changes: { decisionId }, by: { personId: end.byId } }),
    );
  }

  private async raise(tx: Tx, task: OpenTask, heirs: OpenTask, end: End): Promise<void> {
    const [raised] = await rowsOf<{ target: number }>(
      tx,
      sql`update tasks h set target = h.target + r.rest
         from (select greatest(0, ${task.target} - coalesce(sum(l.value), 0))::int as rest from counted_lines l
           join assignments a on a.id = ${task.assignment_id} and a.indicator_code = l.indicator_code where l.task_id = ${task.id}) r
        where h.id = ${heirs.id} and h.state not in ('confirmed', 'cancelled') and r.rest > 0 returning h.target`,
    );
    if (raised)
      await this.outbox.append(
        tx,
        targetChanged(
          { taskId: heirs.id },
          { unitId: heirs.unit_id, changes: { target: raised.target }, by: { personId: end.byId } },
        ),
      );
  }

  private async settleDifficulties(tx: Tx, { teamId, heir, reason, byId }: End): Promise<void> {
    if (heir) {
      await execute(
        tx,
        sql`update difficulties set team_id = ${heir.id}, unit_id = ${heir.unit_id} where team_id = ${teamId} and answered_at is null`,
      );
      return;
    }
    const closed = await rowsOf<{ id: string; unit_id: string }>(
      tx,
      sql`update difficulties set answer = ${reason}, answered_at = ${this.clock.now()}, answered_by = ${byId},
        owner_id = coalesce(owner_id, ${byId})
        where team_id = ${teamId} and answered_at is null returning id, unit_id`,
    );
    for (const { id: difficultyId, unit_id: unitId } of closed)
      await this.outbox.append(tx, difficultyAnswered({ difficultyId }, { unitId, by: { personId: byId } }));
  }
}
