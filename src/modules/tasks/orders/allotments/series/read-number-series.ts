import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { nextPeriod, presentMonthly, shownOf } from '../../series/monthly.ts';
import { assignmentErrors } from '../../../tasks.errors.ts';
import type { Allotment, AllotmentSchedule } from '../allotment.entity.ts';
import { sumOf } from '../check-shares.ts';
import { type NumberSchedule, scheduleColumns } from './number-schedules.ts';
import { type PlannedNumbers, PlanNumbers } from './plan-numbers.ts';

type Series = RouteAnswer<typeof routes.listNumberSeries>[number];
type Next = RouteAnswer<typeof routes.nextNumbers>;
type Row = NumberSchedule &
  Pick<AllotmentSchedule, 'setBy' | 'endedAt' | 'endReason'> &
  Pick<Allotment, 'id' | 'title' | 'indicator' | 'issuedAt' | 'dueOn' | 'target'> & { communes: number };

/** Numbers that a unit gives communes each month, and what the next ones would be. */
@Injectable()
export class ReadNumberSeries {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly plan: PlanNumbers,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, unitId: string): Promise<Series[]> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const rows = await this.rows(shownOf(unitId, this.clock.now()));
    return this.present(unitId, rows);
  }

  /** @throws assignment.seriesNotFound */
  async one(actor: Actor, seriesId: string): Promise<Series> {
    const { unitId } = await this.require(actor, seriesId);
    const [series] = await this.present(unitId, await this.rows(sql`s.series_id = ${seriesId}`));
    return series as Series;
  }

  /** With another day of the month instead of the one that is kept. @throws assignment.seriesNotFound */
  async next(actor: Actor, seriesId: string, { dueDay }: RouteQuery<typeof routes.nextNumbers>): Promise<Next> {
    const schedule = await this.require(actor, seriesId);
    const rule = await this.organization.periodRule(schedule.unitId);
    const at = nextPeriod(schedule, this.clock.today(), rule);
    const next = await this.plan.plan({ ...schedule, nextDueDay: dueDay ?? schedule.nextDueDay }, at.on, rule);
    if (next.end !== null)
      return { ...at, end: next.end, title: '', dueOn: at.on, target: 0, shares: [], ended: [], without: [] };
    const { title, dueOn, shares } = next;
    return { ...at, end: null, title, dueOn, target: sumOf(shares), ...(await this.named(next)) };
  }

  async require(actor: Actor, seriesId: string): Promise<NumberSchedule> {
    const schedule = await this.database.one<NumberSchedule>(
      sql`select ${scheduleColumns} from allotment_schedules s where s.series_id = ${seriesId}`,
    );
    if (!schedule) throw assignmentErrors.seriesNotFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: schedule.unitId });
    return schedule;
  }

  /** Those that are no more as they were called when they got a number. */
  private async named({ last, shares, ended, without }: PlannedNumbers) {
    const units = await this.organization.unitRefs([...shares.map(({ unitId }) => unitId), ...without]);
    const before = await this.organization.unitRefs(
      ended.map(({ unitId }) => unitId),
      this.clock.dayOf(last.issuedAt),
    );
    const byName = (a: { fullName: string }, b: { fullName: string }) => comparePlaces(a.fullName, b.fullName);
    return {
      shares: shares
        .flatMap(({ unitId, target }) => {
          const unit = units.get(unitId);
          return unit ? [{ unit, target }] : [];
        })
        .toSorted((a, b) => byName(a.unit, b.unit)),
      ended: ended.flatMap(({ unitId, target, to }) => {
        const unit = before.get(unitId);
        return unit ? [{ unit, target, to: (to && units.get(to)) || null }] : [];
      }),
      without: without.flatMap((id) => units.get(id) ?? []).toSorted(byName),
    };
  }

  private rows(which: Sql): Promise<Row[]> {
    return this.database.rows<Row>(
      sql`select ${scheduleColumns}, s.set_by as "setBy", s.ended_at as "endedAt", s.end_reason as "endReason",
          a.id, a.title, a.indicator, a.issued_at as "issuedAt", a.due_on as "dueOn", a.target,
          (select count(*)::int from allotment_shares n where n.allotment_id = a.id and n.target > 0) as communes
         from allotment_schedules s join lateral (select * from allotments n where n.series_id = s.series_id
           order by n.cancelled_at is null desc, n.issued_at desc, n.id desc limit 1) a on true
        where ${which} order by s.ended_at is not null, s.ended_at desc, a.issued_at desc, a.id`,
    );
  }

  private async present(unitId: string, rows: readonly Row[]): Promise<Series[]> {
    const rule = await this.organization.periodRule(unitId);
    const people = await this.membership.people(rows.map(({ setBy }) => setBy));
    return rows.map((row) => {
      const series = presentMonthly(row, people);
      return {
        ...series,
        last: { ...series.last, communes: row.communes },
        next: row.endedAt ? null : nextPeriod(row, this.clock.today(), rule),
        wishes: { title: row.nextTitle, dueDay: row.nextDueDay, numbers: row.nextShares !== null },
      };
    });
  }
}
