import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type Actor, byOffice } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, inBatches, rowsOf, sql, type Tx } from '#platform/database';
import type { ProblemDetail } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Assignment } from '../order/assignment.entity.ts';
import { OrderReferenceQueries, type TargetTeam } from '../order/order-reference.queries.ts';
import { ProductsToList } from '../order/products-to-list.ts';
import { ReplyRules } from '../order/reply-rules.ts';
import { assignmentChanged, teamsAdded, teamsWithdrawn } from '../../tasks.events.ts';
import { type OrderStand, type TaskChange, OrderChange } from '../order/order-change.entity.ts';
import type { OpenedOrder } from './order-on-table.ts';
import type { PlannedChange } from './plan-change.ts';

interface Act {
  reason: string;
  at: Date;
  undoUntil: Date;
}
type Row = Omit<TaskChange, 'assignmentId' | 'version'>;

/** Writes a change: the order, its version, and all touched tasks, in batches of rows however many they are. */
@Injectable()
export class ChangeWriter {
  constructor(
    private readonly references: OrderReferenceQueries,
    private readonly products: ProductsToList,
    private readonly replies: ReplyRules,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Of teams that come to it. */
  async problems({ unitId }: OpenedOrder, { added }: PlannedChange): Promise<ProblemDetail[]> {
    if (added.length === 0) return [];
    const teams = await this.references.teams(
      unitId,
      added.map(({ teamId }) => teamId),
    );
    return added.flatMap(({ teamId }, index) => {
      const team = teams.get(teamId);
      if (team?.inside && team.status === 'active') return [];
      const code = team?.inside ? 'assignment.draftTeam' : 'assignment.teamOutside';
      return [{ path: `add.${index}.teamId`, code, params: { teamId } }];
    });
  }

  /** @throws input.invalid where an OCOP register does not miss what is added */
  async write(tx: Tx, actor: Actor, order: OpenedOrder, plan: PlannedChange, act: Act): Promise<void> {
    const version = order.version + 1;
    const added = await this.addedRows(order, plan, act.at);
    await this.requireProducts(tx, order, plan, added);
    const rows = [...rowsOfChange(plan), ...added.map(({ row }) => row)];
    await this.insertVersion(tx, actor, order, plan.after, { ...act, version });
    const isNew = added.filter((one) => one.isNew);
    await inBatches(isNew, (some) => this.insertTasks(tx, order, some, act.at));
    await inBatches(rows, async (some) => {
      await this.changeTasks(tx, some, act.at);
      await this.insertRows(tx, order.id, version, some);
      await this.sayWithdrawn(tx, actor, some, act);
      await this.grantExtensions(tx, actor, some, act);
    });
    await this.tell(tx, actor, order, plan, version);
  }

  /** By when teams that come to an order now are to answer. */
  replyBy(unitId: string, dueOn: string): Promise<string> {
    return this.replies.replyBy(unitId, this.clock.today(), dueOn);
  }

  private async addedRows({ unitId }: OpenedOrder, { added, after }: PlannedChange, at: Date) {
    if (added.length === 0) return [];
    const ids = added.map(({ teamId }) => teamId);
    const teams = await this.references.teams(unitId, ids);
    const replyByOn = await this.replyBy(unitId, after.dueOn);
    return added.map(({ teamId, target, task }) => ({
      isNew: task === null,
      team: teams.get(teamId) as TargetTeam,
      row: {
        teamId,
        taskId: task?.id ?? v7(),
        kind: 'added',
        stateBefore: 'cancelled',
        sinceBefore: task?.stateSince ?? at,
        targetBefore: task?.target ?? target,
        targetAfter: target,
        dueBefore: task?.dueOn ?? after.dueOn,
        dueAfter: after.dueOn,
        replyBefore: task?.replyByOn ?? replyByOn,
        replyAfter: replyByOn,
        reworded: false,
      } satisfies Row as Row,
    }));
  }

  private requireProducts(
    tx: Tx,
    { indicatorCode }: OpenedOrder,
    plan: PlannedChange,
    added: readonly { team: TargetTeam; row: Row }[],
  ): Promise<void> {
    const more = plan.tasks
      .map(({ task, target }) => ({ communeId: task.communeId, target: target - task.target }))
      .filter(({ target }) => target > 0);
    const shares = [...more, ...added.map(({ team, row }) => ({ communeId: team.communeId, target: row.targetAfter }))];
    return shares.length > 0 ? this.products.require(tx, indicatorCode, shares) : Promise.resolve();
  }

  private async insertVersion(
    tx: Tx,
    actor: Actor,
    order: OpenedOrder,
    after: OrderStand,
    { version, reason, at, undoUntil }: Act & { version: number },
  ): Promise<void> {
    const { title, work, target, dueOn, replyByOn, priority } = order;
    const before: OrderStand = { title, work, target, dueOn, replyByOn, priority };
    await tx.insert(OrderChange, {
      assignmentId: order.id,
      version,
      changedBy: actor.personId,
      changedAt: at,
      reason,
      before,
      after,
      undoUntil,
    });
    await keepStand(tx, order.id, after);
  }

  private async insertTasks(
    tx: Tx,
    { id }: OpenedOrder,
    added: readonly { team: TargetTeam; row: Row }[],
    at: Date,
  ): Promise<void> {
    await execute(
      tx,
      sql`insert into tasks (id, assignment_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on,
          reply_by_on, state, state_since)
        select t.id, ${id}, 'team', t.team_id, t.team_id, t.unit_id, t.commune_id, t.target, t.due_on, t.reply_by_on, 'cancelled',
            ${at}
          from unnest(${added.map(({ row }) => row.taskId)}::uuid[], ${added.map(({ row }) => row.teamId)}::uuid[],
            ${added.map(({ team }) => team.unitId)}::uuid[], ${added.map(({ team }) => team.communeId)}::uuid[],
            ${added.map(({ row }) => row.targetAfter)}::int[], ${added.map(({ row }) => row.dueAfter)}::date[],
            ${added.map(({ row }) => row.replyAfter)}::date[]) as t(id, team_id, unit_id, commune_id, target, due_on, reply_by_on)`,
    );
  }

  /** Whoever is added begins anew, also where the team had it before. */
  private async changeTasks(tx: Tx, rows: readonly Row[], at: Date): Promise<void> {
    await execute(
      tx,
      sql`update tasks t set target = c.target, due_on = c.due_on, reply_by_on = c.reply_by_on,
          state = case c.kind when 'added' then 'assigned' when 'withdrawn' then 'cancelled' else t.state end,
          state_since = case c.kind when 'changed' then t.state_since else ${at}::timestamptz end,
          doer_id = case c.kind when 'added' then null else t.doer_id end,
          accepted_by = case c.kind when 'added' then null else t.accepted_by end,
          accepted_at = case c.kind when 'added' then null else t.accepted_at end
         from unnest(${rows.map(({ taskId }) => taskId)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
           ${rows.map(({ targetAfter }) => targetAfter)}::int[], ${rows.map(({ dueAfter }) => dueAfter)}::date[],
           ${rows.map(({ replyAfter }) => replyAfter)}::date[]) as c(id, kind, target, due_on, reply_by_on)
        where t.id = c.id`,
    );
  }

  private async insertRows(tx: Tx, assignmentId: string, version: number, rows: readonly Row[]): Promise<void> {
    await execute(
      tx,
      sql`insert into task_changes (assignment_id, version, team_id, task_id, kind, state_before, since_before, target_before,
          target_after, due_before, due_after, reply_before, reply_after, reworded)
        select ${assignmentId}, ${version}::int, c.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(
          "teamId" uuid, "taskId" uuid, kind text, "stateBefore" text, "sinceBefore" timestamptz, "targetBefore" int,
          "targetAfter" int, "dueBefore" date, "dueAfter" date, "replyBefore" date, "replyAfter" date, reworded boolean)`,
    );
  }

  /** The reason stands with each task that ends, as with one that the commune lets go. */
  private async sayWithdrawn(tx: Tx, actor: Actor, rows: readonly Row[], { reason, at }: Act): Promise<void> {
    const ids = rows.filter(({ kind }) => kind === 'withdrawn').map(({ taskId }) => taskId);
    if (ids.length === 0) return;
    await execute(
      tx,
      sql`insert into task_decisions (id, task_id, kind, reasons, comment, by_id, at)
        select d.id, d.task_id, 'release', '{}', ${reason}, ${actor.personId}, ${at}
          from unnest(${ids.map(() => v7())}::uuid[], ${ids}::uuid[]) as d(id, task_id)`,
    );
  }

  /** A wish for more time that the new day fulfils is answered by it. */
  private async grantExtensions(tx: Tx, actor: Actor, rows: readonly Row[], { reason, at }: Act): Promise<void> {
    const later = rows.filter(({ kind, dueBefore, dueAfter }) => kind === 'changed' && dueAfter > dueBefore);
    if (later.length === 0) return;
    await rowsOf(
      tx,
      sql`update extension_requests r set answered_by = ${actor.personId}, answered_at = ${at}, granted = true,
          granted_until = c.due_on, note = ${reason}
         from unnest(${later.map(({ taskId }) => taskId)}::uuid[], ${later.map(({ dueAfter }) => dueAfter)}::date[])
           as c(id, due_on)
        where r.task_id = c.id and r.answered_at is null and r.until <= c.due_on returning r.id`,
    );
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    order: OpenedOrder,
    { tasks, added, after }: PlannedChange,
    version: number,
  ): Promise<void> {
    const payload = { assignmentId: order.id, version };
    const withdrawn = tasks.filter(({ kind }) => kind === 'withdrawn').length;
    const changes = {
      version,
      teams: tasks.length - withdrawn,
      added: added.length,
      withdrawn,
      ...(after.dueOn !== order.dueOn && { dueOn: after.dueOn }),
      ...(after.target !== order.target && { target: after.target }),
    };
    await this.outbox.append(tx, assignmentChanged(payload, { unitId: order.unitId, changes }), actor);
    if (added.length > 0)
      await this.outbox.append(
        tx,
        teamsAdded(payload, { unitId: order.unitId, changes: { teams: added.length } }),
        actor,
      );
    if (withdrawn > 0)
      await this.outbox.append(
        tx,
        teamsWithdrawn({ ...payload, ...byOffice(actor) }, { unitId: order.unitId, changes: { teams: withdrawn } }),
        actor,
      );
  }
}

/** The order's own row says what its newest version says. */
export async function keepStand(tx: Tx, assignmentId: string, stand: OrderStand): Promise<void> {
  const { title, work, target, dueOn, replyByOn, priority } = stand;
  await tx.update(Assignment, { id: assignmentId }, { title, work, target, dueOn, replyByOn, priority });
}

const rowsOfChange = ({ tasks }: PlannedChange): Row[] =>
  tasks.map(({ task, kind, target, dueOn, replyByOn, reworded }) => ({
    teamId: task.teamId,
    taskId: task.id,
    kind,
    stateBefore: task.state,
    sinceBefore: task.stateSince,
    targetBefore: task.target,
    targetAfter: target,
    dueBefore: task.dueOn,
    dueAfter: dueOn,
    replyBefore: task.replyByOn,
    replyAfter: replyByOn,
    reworded,
  }));
