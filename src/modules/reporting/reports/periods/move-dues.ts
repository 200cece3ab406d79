import { Injectable } from '@nestjs/common';
import { type DueShift, dueDay } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { nearestRule, organizationSql } from '#modules/organization';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { WorkDays } from './work-days.ts';

/** A run of days off is far shorter: a day further away than this does not move a due day. */
const REACH_DAYS = 31;

export interface MovedDue {
  from: string;
  to: string;
  reports: number;
}

/**
 * Due days after the calendar has changed. Only those of reports that were never sent move: of the others it is settled
 * whether they were on time. The steps of a moved report's reminders are taken anew, so that they name the new day.
 */
@Injectable()
export class MoveDues {
  constructor(private readonly days: WorkDays) {}

  async around(tx: Tx, day: string): Promise<MovedDue[]> {
    const open = await rowsOf<{ fixed: string; due: string; shift: DueShift; ids: string[] }>(
      tx,
      sql`select r.fixed_due_on::text as fixed, r.due_on::text as due, coalesce(k.shift, p.shift) as shift, array_agg(r.id) as ids
         from reports r left join campaigns k on k.id = r.campaign_id
         left join lateral ${nearestRule(
           organizationSql.periodRules,
           sql`r.unit_id`,
           sql`(r.opened_at at time zone 'Asia/Ho_Chi_Minh')::date`,
         )} p on r.campaign_id is null
        where r.first_submitted_at is null and r.fixed_due_on between ${addDays(day, -REACH_DAYS)}
          and ${addDays(day, REACH_DAYS)} and coalesce(k.shift, p.shift, 'none') <> 'none'
        group by 1, 2, 3`,
    );
    const calendar = await this.days.calendar(addDays(day, -REACH_DAYS), addDays(day, REACH_DAYS));
    const moved: MovedDue[] = [];
    for (const { fixed, due, shift, ids } of open) {
      const { dueOn } = dueDay(fixed, shift, calendar);
      if (dueOn === due) continue;
      await execute(tx, sql`update reports set due_on = ${dueOn}, reminded = '{}' where id = any(${ids})`);
      const same = moved.find(({ from, to }) => from === due && to === dueOn);
      if (same) same.reports += ids.length;
      else moved.push({ from: due, to: dueOn, reports: ids.length });
    }
    return moved.sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  }
}
