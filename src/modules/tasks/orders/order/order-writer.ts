import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { execute, inBatches, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { jointWorkAsked, taskAssigned } from '../../tasks.events.ts';
import { type IndicatorWords, AssignmentSchedule, Assignment } from './assignment.entity.ts';
import type { OrderReferences } from './order-reference.queries.ts';
import { ProductsToList } from './products-to-list.ts';

export interface Order {
  id: string;
  unitId: string;
  templateCode: string;
  title: string;
  work: string;
  target: number;
  dueOn: string;
  replyByOn: string;
  directiveId: string;
  evidence: readonly Assignment['evidence'][number][];
  asks: readonly string[];
  minimumCodes: number | null;
  /** A company that does the work together with the teams. */
  providerId: string | null;
  /** The number from above that it hands on. */
  originId: string | null;
  priority: Assignment['priority'];
  issuedBy: string;
  issuedAt: Date;
  recallUntil: Date;
  sendAt: Date | null;
  seriesId: string;
  periodMonth: string | null;
  /** 'YYYY-MM' of the period in which a monthly series begins with it; null when it stands alone or is a later one. */
  repeatsFrom: string | null;
  /** One of a series whose targets were cut to what the OCOP register misses: the next one does not go by it. */
  capped: boolean;
}
export interface OrderTask {
  teamId: string;
  unitId: string;
  communeId: string;
  target: number;
}

const changesOf = ({ target, dueOn, repeatsFrom }: Order, teams: number) => ({
  teams,
  target,
  dueOn,
  ...(repeatsFrom && { recurrence: 'monthly' }),
});

/** Writes an order and all its tasks. */
@Injectable()
export class OrderWriter {
  constructor(
    private readonly products: ProductsToList,
    private readonly outbox: Outbox,
  ) {}

  /** @throws input.invalid naming each commune whose OCOP register does not miss what is asked for */
  async write(
    tx: Tx,
    order: Order,
    references: OrderReferences,
    tasks: readonly OrderTask[],
    actor?: Actor,
  ): Promise<void> {
    await this.products.require(tx, references.indicator.code, tasks);
    await this.insertOrder(tx, order, references.pillar, references.indicator);
    if (order.repeatsFrom) await this.insertSchedule(tx, order, order.repeatsFrom);
    await inBatches(tasks, (some) => this.insertTasks(tx, order, some));
    await this.outbox.append(
      tx,
      taskAssigned({ assignmentId: order.id }, { unitId: order.unitId, changes: changesOf(order, tasks.length) }),
      actor,
    );
    if (order.providerId)
      await this.outbox.append(
        tx,
        jointWorkAsked({ assignmentId: order.id, providerId: order.providerId }, { unitId: order.unitId }),
        actor,
      );
  }

  private async insertTasks(tx: Tx, order: Order, tasks: readonly OrderTask[]): Promise<void> {
    await execute(
      tx,
      sql`insert into tasks (id, assignment_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on,
        reply_by_on, state, state_since)
       select t.id, ${order.id}, 'team', t.team_id, t.team_id, t.unit_id, t.commune_id, t.target, ${order.dueOn},
         ${order.replyByOn}, 'assigned', ${order.issuedAt}
         from unnest(${tasks.map(() => v7())}::uuid[], ${tasks.map((task) => task.teamId)}::uuid[],
           ${tasks.map((task) => task.unitId)}::uuid[], ${tasks.map((task) => task.communeId)}::uuid[],
             ${tasks.map((task) => task.target)}::int[]) as t(id, team_id, unit_id, commune_id, target)`,
    );
  }

  private async insertSchedule(tx: Tx, order: Order, lastMonth: string): Promise<void> {
    await tx.insert(AssignmentSchedule, {
      seriesId: order.seriesId,
      unitId: order.unitId,
      setBy: order.issuedBy,
      setAt: order.issuedAt,
      lastMonth,
    });
  }

  private async insertOrder(
    tx: Tx,
    order: Order,
    pillar: Assignment['pillar'],
    indicator: IndicatorWords,
  ): Promise<void> {
    await tx.insert(Assignment, {
      id: order.id,
      issuerUnitId: order.unitId,
      templateCode: order.templateCode,
      pillar,
      title: order.title,
      work: order.work,
      indicatorCode: indicator.code,
      indicator,
      target: order.target,
      dueOn: order.dueOn,
      replyByOn: order.replyByOn,
      directiveId: order.directiveId,
      evidence: [...order.evidence],
      priority: order.priority,
      issuedBy: order.issuedBy,
      issuedAt: order.issuedAt,
      recallUntil: order.recallUntil,
      sendAt: order.sendAt,
      seriesId: order.seriesId,
      periodMonth: order.periodMonth,
      capped: order.capped,
      asks: [...order.asks],
      minimumCodes: order.minimumCodes,
      providerId: order.providerId,
      originId: order.originId,
    });
  }
}
