import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MergerAsked, type MergerShare, MergerShares } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';
import type { IndicatorWords } from '../../orders/order/assignment.entity.ts';
import { waitingReportsAt } from '../../work/task/waiting-results.sql.ts';

type TaskCounts = NonNullable<NonNullable<MergerShare['numbers']>['tasks']>;
interface Order {
  assignmentId: string;
  title: string;
  indicator: IndicatorWords;
  targets: number[];
}

const MOST_ORDERS = 100;
const openTasks = (hamletIds: readonly string[]): Sql => sql`(select * from tasks
  where unit_id = any(${hamletIds}::uuid[]) and team_id is not null and state not in ('confirmed', 'cancelled'))`;

/** What of orders, results and difficulties hangs on hamlets that become one. */
@Injectable()
export class TasksMergerShare implements OnModuleInit {
  constructor(
    private readonly shares: MergerShares,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.shares.lookBy((asked) => this.of(asked));
  }

  private async of({ hamletIds, listsWork = false }: MergerAsked): Promise<MergerShare> {
    const byState = await this.database.rows<{ hamletId: string; state: keyof TaskCounts; n: number }>(
      sql`select unit_id as "hamletId", state, count(*)::int as n from ${openTasks(hamletIds)} t group by 1, 2`,
    );
    const count = (state: keyof TaskCounts) =>
      byState.filter((row) => row.state === state).reduce((sum, { n }) => sum + n, 0);
    const orders = await this.ordersOfBoth(hamletIds);
    return {
      ...(listsWork && { tasks: await this.each(hamletIds) }),
      openTasks: hamletIds.map((hamletId) => ({
        hamletId,
        count: byState.filter((row) => row.hamletId === hamletId).reduce((sum, { n }) => sum + n, 0),
      })),
      numbers: {
        tasks: {
          assigned: count('assigned'),
          accepted: count('accepted'),
          declined: count('declined'),
          submitted: count('submitted'),
          returned: count('returned'),
        },
        ...(await this.counts(hamletIds)),
      },
      ordersOfBoth: orders.map(({ assignmentId, title, indicator, targets }) => ({
        assignmentId,
        title,
        unit: indicator.unit,
        unitEn: indicator.unitEn,
        targets,
        target: targets.reduce((sum, target) => sum + target, 0),
      })),
    };
  }

  private async each(hamletIds: readonly string[]): Promise<NonNullable<MergerShare['tasks']>> {
    const rows = await this.database.rows<Omit<Order, 'targets'> & { id: string; target: number; whole: boolean }>(
      sql`select t.id, a.title, a.indicator, t.target, t.state = 'submitted' as whole
        from ${openTasks(hamletIds)} t join assignments a on a.id = t.assignment_id order by a.title, t.id`,
    );
    return rows.map(({ id, title, indicator, target, whole }) => ({
      id,
      title,
      unit: indicator.unit,
      unitEn: indicator.unitEn,
      target,
      whole,
    }));
  }

  private ordersOfBoth(hamletIds: readonly string[]): Promise<Order[]> {
    return this.database.rows(
      sql`select t.assignment_id as "assignmentId", a.title, a.indicator,
          array_agg(t.target order by array_position(${hamletIds}::uuid[], t.unit_id)) as targets
        from ${openTasks(hamletIds)} t join assignments a on a.id = t.assignment_id
       group by t.assignment_id, a.id having count(*) > 1 order by a.title, t.assignment_id limit ${MOST_ORDERS}`,
    );
  }

  private async counts(
    hamletIds: readonly string[],
  ): Promise<{ tasksAfter: number; extensions: number; difficulties: number; quickReports: number }> {
    const row = await this.database.one<{
      tasksAfter: number;
      extensions: number;
      difficulties: number;
      quickReports: number;
    }>(
      sql`select (select count(distinct assignment_id)::int from ${openTasks(hamletIds)} t) as "tasksAfter",
          (select count(*)::int from ${openTasks(hamletIds)} t join extension_requests r on r.task_id = t.id
            where r.answered_at is null) as extensions,
          (select count(*)::int from difficulties where unit_id = any(${hamletIds}::uuid[]) and answered_at is null) as difficulties,
          (select count(*)::int from unnest(${hamletIds}::uuid[]) as h(id)
            cross join lateral (${waitingReportsAt(sql`h.id`)} offset 0) w) as "quickReports"`,
    );
    return row ?? { tasksAfter: 0, extensions: 0, difficulties: 0, quickReports: 0 };
  }
}
