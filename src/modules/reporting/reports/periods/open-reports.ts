import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type DueShift, dueDay } from '#contracts/reporting/due-days';
import { monthBefore, defaultPeriodRule, type Period, periodOf, periodOfMonth } from '#contracts/reporting/periods';
import { nearestRule, organizationSql } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { owedByParts } from './owed-by-parts.ts';
import { WorkDays } from './work-days.ts';

const EVERY_MS = 3_600_000;

/** A unit that owes reports, with the rule that binds it and who receives them. */
export interface OwingUnit {
  unitId: string;
  kind: 'commune' | 'district' | 'province';
  receiverId: string | null;
  windowStartDay: number;
  dueBeforeDay: number;
  shift: DueShift;
}

/**
 * Makes the rows of what is owed: for every commune with teams and for every district and province above one, as soon as
 * the period begins, so that its month can be looked at from the first day. A unit that ends with a reform owes nothing
 * for a period that it does not see the end of; its successor, which has the teams, does.
 */
@Injectable()
export class OpenReports {
  constructor(
    private readonly database: Database,
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were opened. */
  @Tick('reporting.open', EVERY_MS)
  run(): Promise<number> {
    return this.openNow(null);
  }

  /**
   * What units owe today: the month that runs and the one before while it is not due.
   * @param among null: all units of the country
   */
  async openNow(among: readonly string[] | null): Promise<number> {
    const today = this.clock.today();
    const units = await this.owing(today, among);
    return this.open(units, (unit) => {
      const current = periodOf(today, unit);
      const before = periodOfMonth(monthBefore(current.month), unit);
      return before.dueOn >= today ? [before, current] : [current];
    });
  }

  /** One unit's row for a month that has begun; false where the unit had no team by the end of it. */
  async openFor(unitId: string, period: Period): Promise<boolean> {
    const today = this.clock.today();
    const units = await this.owing(period.endsOn < today ? period.endsOn : today, [unitId]);
    await this.open(units, (unit) => [periodOfMonth(period.month, unit)]);
    return units.length > 0;
  }

  /**
   * Units with teams at or below them on a day; the nearest rule above counts, one without a unit holds everywhere.
   * @param among null: all units of the country
   */
  owing(on: string, among: readonly string[] | null): Promise<OwingUnit[]> {
    return this.database.rows<OwingUnit>(
      sql`with owing as materialized (
         select o.id, o.kind from units_at(${on}::date) o
          where o.kind in ('commune', 'district', 'province') and (${among}::uuid[] is null or o.id = any(${among}))
            and exists (select 1 from unit_closure_at(${on}::date) c join teams_at(${on}::date) t on t.unit_id = c.descendant_id
                         where c.ancestor_id = o.id and t.status = 'active'))
       select o.id as "unitId", o.kind, up.id as "receiverId", coalesce(p.window_start_day,
         ${defaultPeriodRule.windowStartDay}) as "windowStartDay",
              coalesce(p.due_before_day, ${defaultPeriodRule.dueBeforeDay}) as "dueBeforeDay", coalesce(p.shift, 'none') as shift
         from owing o
         left join lateral (select c.ancestor_id as id from unit_closure_at(${on}::date) c join units_at(${on}::date) a on a.id = c.ancestor_id
                             where c.descendant_id = o.id and c.depth > 0 and c.ancestor_kind in ('district', 'province')
                               order by c.depth limit 1) up on true
         left join lateral ${nearestRule(organizationSql.periodRules, sql`o.id`, sql`${on}::date`)} p on true`,
    );
  }

  private async open(units: readonly OwingUnit[], periods: (unit: OwingUnit) => Period[]) {
    const wanted = units.flatMap((unit) => periods(unit).map((period) => ({ unit, period })));
    if (wanted.length === 0) return 0;
    const dues = wanted.map(({ period }) => period.dueOn).sort();
    const calendar = await this.days.calendar(dues[0] as string, dues.at(-1));
    const rows = wanted.map(({ unit, period }) => ({
      id: v7(),
      unitId: unit.unitId,
      unitKind: unit.kind,
      month: `${period.month}-01`,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      fixedDueOn: period.dueOn,
      dueOn: dueDay(period.dueOn, unit.shift, calendar).dueOn,
      receiverId: unit.receiverId,
    }));
    const opened = await this.database.rows<{ id: string }>(
      sql`insert into reports (id, unit_id, unit_kind, kind, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, opened_at)
       select w.id, w."unitId", w."unitKind", 'monthly', w.month, w."startsOn", w."endsOn", w."fixedDueOn", w."dueOn",
         w."receiverId", ${this.clock.now()}
         from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, "unitId" uuid, "unitKind" text, month date,
           "startsOn" date, "endsOn" date, "fixedDueOn" date, "dueOn" date, "receiverId" uuid)
        where not ${owedByParts(sql`w."unitId"`, sql`w.month`)}
       on conflict do nothing returning id`,
    );
    return opened.length;
  }
}
