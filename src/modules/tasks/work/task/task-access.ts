/**
 * The one way in which a task is changed: right at the task's own place, row locked, then the move by the table.
 * Two people who act at once are served one after the other, and the second sees what the first has done.
 */
import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import { teamRoles } from '#contracts/enums';
import { nextTaskState, type TaskMove } from '#contracts/tasks/task-states';
import { MembershipApi, membershipSql } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, short, type Sql, sql, type Tx } from '#platform/database';
import { In } from 'typeorm';
import { Task } from './task.entity.ts';
import { declineOf } from './decisions.ts';
import { moverOf, refusalOf } from './task-states.ts';
import { progressErrors, taskErrors } from '../../tasks.errors.ts';

export interface Place {
  unitId: string;
  teamId: string;
}

/** How far back a refusal looks for the day on which somebody has left. */
const LOOK_BACK_DAYS = 120;

/** The team and those that became it, whole or in part, over several reforms. */
const earlierThan = (teamId: string): Sql => sql`(with recursive earlier as (
    select t.id, t.split_from_id, 0 as n from ${membershipSql.teams} t where t.id = ${teamId}
    union all
    select p.id, p.split_from_id, e.n + 1 from earlier e
      join ${membershipSql.teams} p on p.merged_into_id = e.id or p.id = e.split_from_id where e.n < 20)
  select id from earlier)`;

@Injectable()
export class TaskAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /**
   * @param workedOn the day of the work that is reported: rights are those of that day then
   * @throws task.notFound, task.notMember with the day, platform.denied
   */
  async change<T>(
    actor: Actor,
    taskId: string,
    action: Action,
    work: (tx: Tx, task: Task, now: Date) => Promise<T>,
    workedOn?: string,
  ): Promise<T> {
    const { taskId: current, ...place } = await this.placeOf(taskId, actor);
    if (workedOn) await this.requireWork(actor, place, workedOn);
    else await this.require(actor, action, place);
    return this.database.tx(async (tx) => work(tx, await this.lock(tx, current), this.clock.now()));
  }

  /**
   * Of a task that became part of another the other, of one that was shared out the part of whoever asks: what phones and
   * messages name goes on working.
   */
  async placeOf(taskId: string, actor: Pick<Actor, 'posts'>): Promise<Place & { taskId: string }> {
    const place = await this.findPlace(taskId, actor);
    if (!place) throw taskErrors.notFound();
    return place;
  }

  async findPlace(taskId: string, { posts }: Pick<Actor, 'posts'>): Promise<(Place & { taskId: string }) | undefined> {
    // Whoever has an office too has asked for the task that they named.
    const teamIds = posts.every((post) => post.teamId) ? posts.flatMap((post) => post.teamId ?? []) : [];
    return this.database.one<Place & { taskId: string }>(
      prepared(
        'task-place',
        sql`with recursive part as (
          select t.id, t.unit_id, t.team_id, 0 as n from tasks o join tasks t on t.id = coalesce(o.parent_task_id, o.id)
           where o.id = ${taskId}
          union all
          select s.id, s.unit_id, s.team_id, p.n + 1 from part p join tasks s on s.split_from_id = p.id where p.n < 20)
        select id as "taskId", unit_id as "unitId", team_id as "teamId" from part
         order by (team_id = any(${teamIds}::uuid[])) desc nulls last, n, id limit 1`,
      ),
    );
  }

  async require(actor: Actor, action: Action, place: Place): Promise<void> {
    try {
      await this.scope.require(actor, action, place);
    } catch (error) {
      if (await this.mayInHeir(actor, action, place)) return;
      if (teamRoles.some((role) => roleMay(role, action))) await this.refuseFormerMember(actor, place.teamId);
      throw error;
    }
  }

  /**
   * Work counts for the team in which the person was on its day, also when they have left since.
   * @throws progress.inFuture, progress.notInTeam, and what `require` throws
   */
  async requireWork(actor: Actor, place: Place, workedOn: string): Promise<void> {
    if (workedOn > this.clock.today()) {
      await this.require(actor, 'task.report', place);
      throw progressErrors.inFuture({ path: 'happenedOn' });
    }
    const wasIn = await this.wasMember(actor, place.teamId, workedOn);
    const isIn = actor.posts.some(({ teamId }) => teamId === place.teamId);
    if (wasIn && !isIn) return;
    await this.require(actor, 'task.report', place);
    if (!wasIn) throw progressErrors.notInTeam({ path: 'happenedOn', day: workedOn });
  }

  async lock(tx: Tx, taskId: string): Promise<Task> {
    const task = await tx.findOne(Task, { where: { id: taskId }, lock: { mode: 'pessimistic_write' } });
    if (!task) throw taskErrors.notFound();
    return task;
  }

  /** Those that are there; their locks are taken in one order. */
  lockMany(tx: Tx, taskIds: readonly string[]): Promise<Task[]> {
    const where = { id: In(taskIds) };
    return tx.find(Task, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Moves the task by the table and writes it with the other fields. @throws the state's refusal */
  async move(tx: Tx, task: Task, move: TaskMove, now: Date, fields: Partial<Task> = {}): Promise<void> {
    const state = nextTaskState(task.state, move);
    if (!state) throw await this.refusal(tx, task);
    await this.save(tx, task, { ...fields, state, stateSince: now });
  }

  async save(tx: Tx, task: Task, fields: Partial<Task>): Promise<void> {
    Object.assign(task, fields);
    await tx.update(Task, { id: task.id }, fields);
  }

  async refusal(tx: Tx, task: Task): Promise<ReturnType<typeof refusalOf>> {
    const mover = task.state === 'declined' ? (await declineOf(tx, task.id))?.byId : moverOf(task);
    return refusalOf(task, await this.nameOf(mover));
  }

  async nameOf(personId: string | null | undefined): Promise<string | undefined> {
    if (!personId) return undefined;
    return (await this.membership.people([personId])).get(personId)?.fullName;
  }

  /** What was done in a team that became part of another, or two, is its people's own there. */
  private async mayInHeir(actor: Actor, action: Action, { teamId }: Place): Promise<boolean> {
    for (const heir of await this.heirs(teamId)) {
      if (!(await this.scope.may(actor, action, heir))) continue;
      await this.scope.require(actor, action, heir);
      return true;
    }
    return false;
  }

  /** What was meant for a team is meant for the one that it became, whole or in part, and the other way round. */
  async isOneTeam(one: string, other: string): Promise<boolean> {
    if (one === other) return true;
    const rows = await this.database.rows(
      sql`select 1 where ${other}::uuid in ${earlierThan(one)} or ${one}::uuid in ${earlierThan(other)}`,
    );
    return rows.length > 0;
  }

  private heirs(teamId: string): Promise<Place[]> {
    return this.database.rows(
      sql`with recursive heir as (
          select t.id, t.unit_id, t.merged_into_id, 0 as n from ${membershipSql.teams} t where t.id = ${teamId}
          union all
          select h.id, h.unit_id, h.merged_into_id, e.n + 1 from heir e
            join ${membershipSql.teams} h on h.id = e.merged_into_id or h.split_from_id = e.id where e.n < 20)
        select id as "teamId", unit_id as "unitId" from heir where n > 0 order by n, id`,
    );
  }

  /**
   * In the team, or in one of those that became it, whole or in part. Who is replaced from the very day on which that is entered was in
   * the team until then.
   */
  private async wasMember({ personId }: Actor, teamId: string, on: string): Promise<boolean> {
    const rows = await this.database.rows(
      short(sql`select 1 from team_members_at(${on}) where person_id = ${personId} and team_id in ${earlierThan(teamId)}
       union all
       select 1 from ${membershipSql.teamMembers} m where m.person_id = ${personId} and m.team_id in ${earlierThan(teamId)}
          and upper(m.validity) = ${on}::date and m.end_entered_on = ${on}::date`),
    );
    return rows.length > 0;
  }

  /** Work of somebody who has just left is refused with the day, so that the phone can say so and offer a way out. */
  private async refuseFormerMember(actor: Actor, teamId: string): Promise<void> {
    const today = this.clock.today();
    const row = await this.database.one<{ since: string | null }>(
      sql`select (max(d)::date + 1)::text as since
        from generate_series(${today}::date - ${LOOK_BACK_DAYS}::int, ${today}::date - 1, interval '1 day') as d
        where exists (select 1 from team_members_at(d::date) m where m.team_id = ${teamId}::uuid
          and m.person_id = ${actor.personId}::uuid)
          and not exists (select 1 from team_members_at(${today}::date) m where m.team_id = ${teamId}::uuid
            and m.person_id = ${actor.personId}::uuid)`,
    );
    if (row?.since) throw taskErrors.notMember({ since: row.since });
  }
}
