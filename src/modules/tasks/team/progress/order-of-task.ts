import { Injectable } from '@nestjs/common';
import {
  type Amount,
  type Asked,
  type BreakdownFault,
  type BreakdownLine,
  breakdownFaults,
  carriedOver,
  LINK_EACH,
  wordsOn,
} from '#contracts/tasks/breakdown';
import {
  asksBesideNames,
  linesBesideNames,
  linesOfProducts,
  type NamedProduct,
  PRODUCT_EACH,
} from '#contracts/tasks/named-products';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { rowsOf, short, sql, type Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import { requireFollowUp } from '../../work/follow-ups/keep-follow-up.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { type JudgedProduct, NamedWork } from './named-work.ts';

type Order = Pick<Assignment, 'indicatorCode' | 'issuedAt' | 'asks'>;
export interface Work {
  happenedOn: string;
  value: number;
  links?: readonly string[];
  breakdown?: readonly BreakdownLine[] | undefined;
  products?: readonly NamedProduct[] | undefined;
  followUpOn?: string | null | undefined;
}
/** What it corrects: what is clear of it is taken over. */
export interface Before {
  entryId: string;
  value: number;
  breakdown: readonly BreakdownLine[];
}
/** What a part of the work counts as. */
export interface CountedAs {
  indicatorCode: string;
  /** Less than was told where a product was named before. */
  value: number;
  breakdown: readonly BreakdownLine[];
  products: readonly JudgedProduct[];
}

const refusals: Record<BreakdownFault['code'], (params: Record<string, unknown> & { path: string }) => ProblemError> = {
  missing: progressErrors.breakdownMissing,
  sum: progressErrors.breakdownDiffers,
  unknown: progressErrors.breakdownUnknown,
  linkEach: progressErrors.linksMissing,
  linkElsewhere: progressErrors.linkElsewhere,
};

const ofAmounts: Record<Amount, typeof progressErrors.breakdownMissing> = {
  minutes_spent: progressErrors.minutesSpentMissing,
  attendance: progressErrors.attendanceMissing,
  materials: progressErrors.materialsMissing,
};

/**
 * What work on a task has to say, by its order: whoever sends it, and by which way.
 * Single rows by hand: every report of the bench `morning` is checked here.
 */
@Injectable()
export class OrderOfTask {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
    private readonly named: NamedWork,
  ) {}

  /**
   * @throws progress.beforeAssigned for work from before the order, and what it does not say: the first, with all in the details
   */
  async check(tx: Tx, task: Task, work: Work, before?: Before): Promise<CountedAs> {
    const { indicatorCode, asks } = await this.order(tx, task, work.happenedOn);
    requireFollowUp(indicatorCode, work, this.clock.today());
    if (asks.length === 0 && !work.breakdown?.length)
      return { indicatorCode, value: work.value, breakdown: [], products: [] };
    const dimensions = wordsOn(await this.organization.wordsOfIndicator(indicatorCode), work.happenedOn);
    if (!asks.includes(PRODUCT_EACH)) {
      const breakdown = brokenDown({ asks, dimensions }, work, before);
      return { indicatorCode, value: work.value, breakdown, products: [] };
    }
    const products = await this.named.judge(tx, task, { ...work, correctsId: before?.entryId }, dimensions);
    const counted = products.filter((product) => product.counted);
    const beside = (lines: readonly BreakdownLine[] | undefined) => lines && linesBesideNames(lines);
    const breakdown = brokenDown(
      { asks: asksBesideNames(asks), dimensions },
      { ...work, value: counted.length, links: [], breakdown: beside(work.breakdown) },
      before && { ...before, breakdown: linesBesideNames(before.breakdown) },
    );
    return { indicatorCode, value: counted.length, breakdown: [...breakdown, ...linesOfProducts(counted)], products };
  }

  /**
   * Work that was meant for a task and cannot be added to it counts by itself, by the same indicator. Products that it
   * names stay named, and count once as anywhere; nothing else is asked of it.
   */
  async beside(
    tx: Tx,
    { unitId, indicatorCode }: Pick<Task, 'unitId'> & Pick<Order, 'indicatorCode'>,
    work: Work,
  ): Promise<CountedAs> {
    requireFollowUp(indicatorCode, work, this.clock.today());
    if (!work.products?.length) return { indicatorCode, value: work.value, breakdown: [], products: [] };
    const dimensions = wordsOn(await this.organization.wordsOfIndicator(indicatorCode), work.happenedOn);
    const products = await this.named.judge(tx, { unitId }, work, dimensions);
    const counted = products.filter((product) => product.counted);
    return { indicatorCode, value: counted.length, breakdown: linesOfProducts(counted), products };
  }

  private async order(tx: Tx, task: Task, happenedOn: string): Promise<Order> {
    const [order] = await rowsOf<Order>(
      tx,
      short(sql`select indicator_code as "indicatorCode", issued_at as "issuedAt", asks from assignments
        where id = ${task.assignmentId}`),
    );
    const issuedOn = this.clock.dayOf(order?.issuedAt ?? this.clock.now());
    if (happenedOn < issuedOn) throw progressErrors.beforeAssigned({ path: 'happenedOn', issuedOn });
    return order as Order;
  }
}

/** @throws what the work does not say: the first, with all in the details */
function brokenDown({ asks, dimensions }: Asked, work: Work, before?: Before): readonly BreakdownLine[] {
  const told = work.breakdown;
  const breakdown = told ?? (before && carriedOver({ asks, dimensions }, before, work.value)) ?? [];
  // The links of what is corrected stay with it.
  const asked = before && !work.links?.length ? asks.filter((ask) => ask !== LINK_EACH) : asks;
  const faults = breakdownFaults(
    { asks: asked, dimensions },
    { value: work.value, breakdown, links: work.links ?? [] },
  );
  const [first, ...others] = faults.map(({ code, ask, left }) => {
    const name = dimensions.find(({ key }) => key === ask)?.name ?? '';
    const refusal = (code === 'missing' && ofAmounts[ask as Amount]) || refusals[code];
    return refusal({ path: `breakdown.${ask}`, ask, name, ...(left !== undefined && { left }) });
  });
  if (!first) return breakdown;
  first.details.push(...others.flatMap(({ details }) => details));
  throw first;
}
