import { Injectable } from '@nestjs/common';
import type { NothingLeft } from '#contracts/organization/ocop';
import type { PeriodRule } from '#contracts/reporting/periods';
import type { SeriesEnd } from '#contracts/tasks/order-series';
import { Clock } from '#platform/clock';
import { sql, type Tx } from '#platform/database';
import type { AssignmentSchedule } from '../order/assignment.entity.ts';
import type { OrderReferences } from '../order/order-reference.queries.ts';
import type { OrderTask } from '../order/order-writer.ts';
import { ProductsToList, targetOf } from '../order/products-to-list.ts';
import { monthlyColumns } from './monthly.ts';
import { dayOfMonthFrom, nextDueOn, soonestDueOn } from './next-dates.ts';
import { nextShares } from './next-shares.ts';
import { SeriesOrders, type SeriesStand } from './series-orders.ts';

export type Wishes = Pick<AssignmentSchedule, 'nextTitle' | 'nextDueDay' | 'nextTarget' | 'withNewTeams'>;
export type Schedule = Pick<AssignmentSchedule, 'seriesId' | 'unitId' | 'setAt' | 'lastMonth' | 'version'> & Wishes;
/** Of `assignment_schedules s`. */
export const scheduleColumns = sql`${monthlyColumns}, s.next_target as "nextTarget", s.with_new_teams as "withNewTeams"`;

export interface PlannedOrder {
  end: null;
  last: SeriesStand;
  references: OrderReferences;
  /** Whoever has the post today by which the last one was issued. */
  issuedBy: string;
  title: string;
  dueOn: string;
  tasks: OrderTask[];
  gone: number;
}
export type Next = { end: SeriesEnd } | PlannedOrder;

/** What the next order of a series is, on the day when it is given. The screen shows the same that is issued later. */
@Injectable()
export class PlanNext {
  constructor(
    private readonly orders: SeriesOrders,
    private readonly products: ProductsToList,
    private readonly clock: Clock,
  ) {}

  /** @param on first day of the period */
  async plan(
    { seriesId, unitId, setAt, ...wishes }: Omit<Schedule, 'lastMonth' | 'version'>,
    on: string,
    rule: PeriodRule,
  ): Promise<Next> {
    const last = await this.orders.last(seriesId, setAt);
    if (!last || last.isCancelled) return { end: 'cancelled' };
    const references = await this.orders.referencesOf(unitId, last);
    if (!references) return { end: 'references' };
    const { tasks: before, gone } = await this.orders.tasks(unitId, seriesId);
    const joining = wishes.withNewTeams ? await this.newTeams({ unitId, seriesId }) : [];
    const tasks = nextShares(before, joining, wishes.nextTarget);
    if (tasks.length === 0) return { end: 'no_team' };
    const issued = { issuedOn: this.clock.dayOf(last.issuedAt), dueOn: last.dueOn };
    const dueOn =
      wishes.nextDueDay === null ? nextDueOn(issued, on, rule) : dayOfMonthFrom(wishes.nextDueDay, soonestDueOn(on));
    const issuedBy = await this.orders.issuerOf(unitId, last);
    const title = wishes.nextTitle ?? last.title;
    return { end: null, last, references, issuedBy, title, dueOn, tasks, gone };
  }

  /** Teams that never were in the series, whether they come in or not. */
  newTeams({ unitId, seriesId }: Pick<Schedule, 'unitId' | 'seriesId'>): Promise<Omit<OrderTask, 'target'>[]> {
    return this.orders.newTeams(unitId, seriesId);
  }

  /** What of it can be ordered today, and why nothing can. */
  async cut(
    tx: Tx,
    { last, tasks }: PlannedOrder,
  ): Promise<{ tasks: OrderTask[]; capped: boolean; nothingLeft: NothingLeft | null }> {
    const { shares, nothingLeft } = await this.products.cut(tx, last.indicatorCode, tasks);
    return { tasks: shares, capped: targetOf(shares) < targetOf(tasks), nothingLeft };
  }
}
