import { Injectable } from '@nestjs/common';
import { actions } from '#contracts/actions';
import type { PeriodRule } from '#contracts/reporting/periods';
import type { NumbersEnd } from '#contracts/tasks/monthly-numbers';
import { HandoversApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { type OrderReferences, OrderReferenceQueries } from '../../order/order-reference.queries.ts';
import { dayOfMonthFrom, nextDueOn, soonestDueOn } from '../../series/next-dates.ts';
import type { Allotment } from '../allotment.entity.ts';
import { AllotmentQueries } from '../allotment.queries.ts';
import type { CommuneShare } from '../check-shares.ts';
import { type NextShares, nextNumbers } from './next-numbers.ts';
import type { NumberSchedule } from './number-schedules.ts';

export interface PlannedNumbers extends NextShares {
  end: null;
  last: Allotment;
  references: OrderReferences;
  /** Whoever has the post today by which the last ones were given. */
  issuedBy: string;
  title: string;
  dueOn: string;
}
export type NextPlan = { end: NumbersEnd } | PlannedNumbers;

/** What each commune gets next, on the day when it is given. The screen shows the same that is given later. */
@Injectable()
export class PlanNumbers {
  constructor(
    private readonly queries: AllotmentQueries,
    private readonly references: OrderReferenceQueries,
    private readonly handovers: HandoversApi,
    private readonly clock: Clock,
  ) {}

  /** @param on first day of the period */
  async plan(
    { seriesId, unitId, setAt, ...wishes }: Omit<NumberSchedule, 'lastMonth' | 'version'>,
    on: string,
    rule: PeriodRule,
  ): Promise<NextPlan> {
    const last = await this.queries.last(seriesId, setAt);
    if (!last || last.isCancelled) return { end: 'cancelled' };
    const { templateCode, indicatorCode, directiveId } = last;
    const { found, problems } = await this.references.read({ unitId, templateCode, indicatorCode, directiveId });
    if (problems.length > 0 || !found) return { end: 'references' };
    const next = await this.shares(unitId, wishes.nextShares ?? (await this.queries.numbers(last.id)));
    if (next.shares.length === 0) return { end: 'no_commune' };
    const issued = { issuedOn: this.clock.dayOf(last.issuedAt), dueOn: last.dueOn };
    const dueOn =
      wishes.nextDueDay === null ? nextDueOn(issued, on, rule) : dayOfMonthFrom(wishes.nextDueDay, soonestDueOn(on));
    const held = { personId: last.issuedBy, unitId };
    const issuedBy = (await this.handovers.holderOf([held]))(held) ?? last.issuedBy;
    return { end: null, last, references: found, issuedBy, title: wishes.nextTitle ?? last.title, dueOn, ...next };
  }

  private async shares(unitId: string, numbers: readonly CommuneShare[]): Promise<NextShares> {
    const communes = await this.queries.communes(unitId, actions['assignment.issue']);
    const heirs = await this.queries.heirs(numbers.map((share) => share.unitId));
    return nextNumbers(
      numbers,
      communes.map(({ id }) => id),
      heirs,
    );
  }
}
