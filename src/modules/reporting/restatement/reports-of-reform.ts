import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import {
  type Invariant,
  organizationSql,
  type ReformAsked,
  type ReformDay,
  ReformParts,
  type Settled,
} from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, type Sql, sql, type Tx } from '#platform/database';
import { reportCalled } from '../reports/report/report-called.ts';
import { FollowOffices } from './follow-offices.ts';
import { FollowUnits } from './follow-units.ts';
import { isWritten } from './left-drafts.ts';

/** Of units that end, with something in it that people wrote. What was sent keeps its words with it. */
const written = ({ endingIds }: ReformAsked): Sql => sql`
  select r.id, r.unit_id, r.kind, r.ends_on, r.version, r.stands_on, ${reportCalled} as label from reports r
   where r.unit_id = any(${endingIds}::uuid[]) and ${isWritten(sql`r`)}`;
/** What is owed no more from the day or its entry on: what stands in it is the heirs' to choose from (follow-units.ts). */
const passed = (
  asked: ReformAsked,
  today: string,
): Sql => sql`select w.id, w.label, w.unit_id from (${written(asked)}) w
  where w.version = 0 and w.stands_on is null
    and (w.kind = 'roster' or w.ends_on >= greatest(${asked.onDate}::date, ${today}::date))`;
const keptDrafts: Invariant = {
  before: (asked) => sql`select w.id from (${written(asked)}) w`,
  kept: (asked) => sql`select w.id from (${written(asked)}) w
    union select d.report_id from left_drafts d where d.unit_id = any(${asked.endingIds}::uuid[])`,
};

/** What units that end owe, plan and have not reported yet is their heirs': what was sent stays as it is. */
@Injectable()
export class ReportsOfReform implements OnModuleInit {
  constructor(
    private readonly parts: ReformParts,
    private readonly owed: FollowUnits,
    private readonly offices: FollowOffices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'reports',
      numbers: {
        reports: ({ endingIds }) => sql`select r.id, ${reportCalled} as label, r.unit_id from reports r
          where r.unit_id = any(${endingIds}::uuid[]) and r.state = any(${[...openReportStates]})`,
        draftsPassed: (asked) => passed(asked, this.clock.today()),
        draftsKept: (asked) => sql`select w.id, w.label, w.unit_id from (${written(asked)}) w
          where w.version = 0 and not exists (select 1 from (${passed(asked, this.clock.today())}) p where p.id = w.id)`,
      },
      invariants: { drafts: keptDrafts },
      begin: (tx) => this.offices.follow(tx),
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  private async settle(tx: Tx, day: ReformDay, units: readonly Settled[]): Promise<void> {
    const ended = units.filter((unit) => unit.ended);
    const ids = ended.map(({ id }) => id);
    await this.keepBorders(tx, day, units);
    await this.owed.follow(tx, ids);
    await this.addPlans(tx, day, [...new Set(ended.flatMap(({ heirIds }) => heirIds))], ids);
  }

  /**
   * Months that were over before a reform was entered which takes hamlets of a unit that goes on, or adds some to one: it shows
   * itself as it was, and the others those hamlets as theirs.
   */
  private async keepBorders(tx: Tx, { onDate, from }: ReformDay, units: readonly Settled[]): Promise<void> {
    if (from <= onDate) return;
    const ids = units.map(({ id }) => id);
    const heirIds = units.flatMap((unit) => unit.heirIds);
    await execute(
      tx,
      sql`with touched as (
            select unnest(${[...ids, ...heirIds]}::uuid[]) as id
            union
            select n.ancestor_id from unit_closure_at(${onDate}::date - 1) o
              join unit_closure_at(${onDate}::date) n on n.descendant_id = o.descendant_id and n.ancestor_kind = 'commune'
             where o.ancestor_id = any(${ids}::uuid[]) and o.ancestor_kind = 'commune')
        update reports r set stands_on = ${onDate}::date - 1 from touched t join ${organizationSql.units} u on u.id = t.id
         where u.id = r.unit_id and lower(u.validity) < ${onDate}::date and (upper(u.validity) is null or upper(u.validity) > ${onDate}::date)
           and r.kind = 'monthly' and r.unit_kind = 'commune' and r.state = any(${[...openReportStates]}) and r.stands_on is null
           and r.ends_on >= ${onDate}::date and r.ends_on < ${from}::date`,
    );
  }

  /**
   * A new unit plans what all its parts planned, of each indicator that all of them planned; of a divided part nothing is guessed.
   * Once, with the first of its parts.
   */
  private async addPlans(
    tx: Tx,
    { onDate, byId }: ReformDay,
    heirIds: readonly string[],
    unitIds: readonly string[],
  ): Promise<void> {
    await execute(
      tx,
      sql`with part as materialized (
            select s.to_unit_id, s.from_unit_id, count(*) over (partition by s.to_unit_id) as n,
                min(s.from_unit_id::text) over (partition by s.to_unit_id) as first,
                (select count(*) from ${organizationSql.unitSuccessors} o where o.from_unit_id = s.from_unit_id) as heirs
              from ${organizationSql.unitSuccessors} s join ${organizationSql.units} h on h.id = s.to_unit_id and lower(h.validity) = ${onDate}::date
             where s.to_unit_id = any(${heirIds}::uuid[])),
          whole as (select to_unit_id from part group by to_unit_id having max(heirs) = 1 and min(first) = any(${unitIds}::text[]))
        insert into figure_plans (unit_id, year, code, value, by_id, at)
        select p.to_unit_id, f.year, f.code, sum(f.value), ${byId}, max(f.at)
          from part p join figure_plans f on f.unit_id = p.from_unit_id and f.year >= extract(year from ${onDate}::date)
         where p.to_unit_id in (select to_unit_id from whole)
         group by p.to_unit_id, f.year, f.code, p.n having count(*) = p.n
        on conflict do nothing`,
    );
  }
}
