import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Assignment, AssignmentSchedule } from '../order/assignment.entity.ts';
import { targetOf } from '../order/products-to-list.ts';
import { assignmentErrors } from '../../tasks.errors.ts';
import { nextPeriod, presentMonthly, shownOf } from './monthly.ts';
import { PlanNext, type Schedule, scheduleColumns } from './plan-next.ts';

type Series = RouteAnswer<typeof routes.listOrderSeries>[number];
type Next = RouteAnswer<typeof routes.nextOfSeries>;
type Row = Schedule &
  Pick<AssignmentSchedule, 'setBy' | 'endedAt' | 'endReason' | 'skippedMonth' | 'skipReason'> &
  Pick<Assignment, 'id' | 'title' | 'indicator' | 'issuedAt' | 'dueOn' | 'target'> & { teams: number; orders: number };

const NAMES = 5;

/** The monthly works of a unit, and what the next order of one would be. */
@Injectable()
export class ReadSeries {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly plan: PlanNext,
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

  /** With the wishes of the query instead of those that are kept. @throws assignment.seriesNotFound */
  async next(actor: Actor, seriesId: string, wishes: RouteQuery<typeof routes.nextOfSeries>): Promise<Next> {
    const schedule = await this.require(actor, seriesId);
    const rule = await this.organization.periodRule(schedule.unitId);
    const at = nextPeriod(schedule, this.clock.today(), rule);
    const next = await this.plan.plan(
      {
        ...schedule,
        nextTitle: wishes.title ?? null,
        nextDueDay: wishes.dueDay ?? null,
        nextTarget: wishes.target ?? null,
        withNewTeams: wishes.withNewTeams,
      },
      at.on,
      rule,
    );
    const nothing = { title: '', dueOn: at.on, teams: 0, target: 0, newTeams: { n: 0, names: [] }, gone: 0 };
    if (next.end !== null) return { ...at, end: next.end, nothingLeft: null, ...nothing };
    const { tasks, nothingLeft } = await this.database.tx((tx) => this.plan.cut(tx, next));
    const newTeams = await this.plan.newTeams(schedule);
    const named = newTeams.slice(0, NAMES).map((team) => team.unitId);
    const units = await this.organization.unitRefs(named);
    return {
      ...at,
      end: null,
      nothingLeft,
      title: next.title,
      dueOn: next.dueOn,
      teams: tasks.length,
      target: targetOf(tasks),
      newTeams: { n: newTeams.length, names: named.map((id) => units.get(id)?.name ?? '') },
      gone: next.gone,
    };
  }

  async require(actor: Actor, seriesId: string): Promise<Schedule> {
    const schedule = await this.database.one<Schedule>(
      sql`select ${scheduleColumns} from assignment_schedules s where s.series_id = ${seriesId}`,
    );
    if (!schedule) throw assignmentErrors.seriesNotFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: schedule.unitId });
    return schedule;
  }

  private rows(which: ReturnType<typeof sql>): Promise<Row[]> {
    return this.database.rows<Row>(
      sql`select ${scheduleColumns}, s.set_by as "setBy", s.ended_at as "endedAt", s.end_reason as "endReason",
          s.skipped_month as "skippedMonth", s.skip_reason as "skipReason", a.id, a.title, a.indicator,
          a.issued_at as "issuedAt", a.due_on as "dueOn", a.target,
          (select count(*)::int from tasks t where t.assignment_id = a.id and t.team_id is not null) as teams,
          (select count(*)::int from assignments n where n.series_id = s.series_id) as orders
         from assignment_schedules s join lateral (select * from assignments n where n.series_id = s.series_id
           order by n.cancelled_at is null desc, n.issued_at desc, n.id desc limit 1) a on true
        where ${which} order by s.ended_at is not null, s.ended_at desc, a.issued_at desc, a.id`,
    );
  }

  private async present(unitId: string, rows: readonly Row[]): Promise<Series[]> {
    const rule = await this.organization.periodRule(unitId);
    const people = await this.membership.people(rows.map(({ setBy }) => setBy));
    return rows.map((row) => {
      const series = presentMonthly(row, people);
      const { nextTitle, nextDueDay, nextTarget, withNewTeams, skippedMonth, skipReason } = row;
      return {
        ...series,
        orders: row.orders,
        last: { ...series.last, teams: row.teams },
        next: row.endedAt ? null : nextPeriod(row, this.clock.today(), rule),
        wishes: { title: nextTitle, dueDay: nextDueDay, target: nextTarget, withNewTeams },
        skipped: skippedMonth && skipReason && !row.endedAt ? { month: skippedMonth, reason: skipReason } : null,
      };
    });
  }
}
