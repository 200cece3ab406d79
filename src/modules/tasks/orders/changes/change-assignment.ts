import { Inject, Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { SecondApproval } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { invalid } from '#platform/http';
import { ChangeWriter } from './change-writer.ts';
import { OrderOnTable, type OpenedOrder } from './order-on-table.ts';
import { planChange, type PlannedChange, type TeamTask } from './plan-change.ts';

type Input = RouteBody<typeof routes.changeAssignment>;

/**
 * Changes an order that is issued, as a new version. What is finished stays as it is; of the rest only those are told for
 * whom something is different, once.
 */
@Injectable()
export class ChangeAssignment {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly orders: OrderOnTable,
    private readonly writer: ChangeWriter,
    private readonly clock: Clock,
    private readonly approval: SecondApproval,
  ) {}

  /** @throws assignment.changedMeanwhile with who and when, input.invalid naming each field */
  async execute(actor: Actor, assignmentId: string, input: Input): Promise<void> {
    await this.orders.require(actor, assignmentId);
    await this.database.tx(async (tx) => {
      const order = await this.orders.lock(tx, assignmentId, input.version);
      const plan = await this.plan(tx, order, input, { locked: true });
      const now = this.clock.now();
      await this.writer.write(tx, actor, order, plan, {
        reason: input.reason,
        at: now,
        undoUntil: new Date(now.getTime() + this.env.HOLD_SECONDS * 1000),
      });
    });
  }

  /** What it would do, without doing it. @throws as `execute` */
  async preview(
    actor: Actor,
    assignmentId: string,
    input: Input,
  ): Promise<{ order: OpenedOrder; plan: PlannedChange; replyByOn: string }> {
    await this.orders.require(actor, assignmentId);
    return this.database.tx(async (tx) => {
      const order = await this.orders.read(tx, assignmentId, input.version);
      const plan = await this.plan(tx, order, input, { locked: false });
      return { order, plan, replyByOn: await this.writer.replyBy(order.unitId, plan.after.dueOn) };
    });
  }

  /** An order does not grow past what a second officer would have to approve. @throws sendRequest.needed */
  private refuseUnapproved({ unitId }: OpenedOrder, tasks: readonly TeamTask[], { added }: PlannedChange) {
    const teamIds = [...tasks.filter(({ state }) => state !== 'cancelled'), ...added].map(({ teamId }) => teamId);
    return this.approval.refuseUnapproved(unitId, { teamIds }, { path: 'add' });
  }

  private async plan(tx: Tx, order: OpenedOrder, input: Input, lock: { locked: boolean }): Promise<PlannedChange> {
    const tasks = await this.orders.tasks(tx, order.id, lock);
    const plan = planChange(order, tasks, input, this.clock.today());
    const problems = [...plan.problems, ...(await this.writer.problems(order, plan))];
    if (problems.length > 0) throw invalid(problems);
    if (plan.added.length > 0) await this.refuseUnapproved(order, tasks, plan);
    return plan;
  }
}
