import { Injectable } from '@nestjs/common';
import { monthsUntil, type PeriodRule } from '#contracts/reporting/periods';
import { membershipSql } from '#modules/membership';
import type { UnitRef } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { inParts } from '../figures/commune-parts.ts';
import { countedIn, sentMonths } from '../figures/counted-in.ts';
import { windowsOf } from '../figures/windows.ts';
import { firstSentOn, type ReportData } from '../report.rows.ts';

/** A report that a commune owes for a month, and when it came. */
export interface OwedReport extends Pick<ReportData, 'unitId' | 'month' | 'dueOn'> {
  firstSentOn: string | null;
  isWritten: boolean;
}

export interface Vacancy {
  unitId: string;
  since: string | null;
}

@Injectable()
export class OverviewQueries {
  constructor(private readonly database: Database) {}

  /** What the unit is looked at by: its communes, or of a commune the hamlets, by code. */
  partsOf(unit: UnitRef, at: string): Promise<UnitRef[]> {
    const kind = unit.kind === 'commune' ? 'hamlet' : 'commune';
    return this.database.rows(
      sql`select u.id, u.kind, u.name, u.full_name as "fullName"
         from (select descendant_id as id from unit_closure_at(${at}::date)
                where ancestor_id = ${unit.id} and descendant_kind = ${kind}) c
        cross join lateral (
              select n.id, n.kind, n.name, n.full_name, n.code from units_at(${at}::date) n where n.id = c.id offset 0) u
        order by u.code nulls last, u.full_name collate "vi-natural", u.id`,
    );
  }

  /** Of the month and of as many before it by which lateness is judged. */
  reports(communeIds: readonly string[], month: string, before: number): Promise<OwedReport[]> {
    return this.database.rows(
      sql`select r.unit_id as "unitId", to_char(r.month, 'YYYY-MM') as month, r.due_on as "dueOn",
              ${firstSentOn} as "firstSentOn", r.words_at is not null as "isWritten"
         from unnest(${communeIds}::uuid[]) a(id)
        cross join lateral (
              select * from reports where unit_id = a.id and kind = 'monthly'
                 and month = any(${monthsUntil(month, before + 1).map((one) => `${one}-01`)}::date[]) offset 0) r`,
    );
  }

  /** The focal officer of each commune; who stands in for one comes after the holder. */
  async officers(communeIds: readonly string[], at: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ unitId: string; personId: string }>(
      sql`select distinct on (p.unit_id) p.unit_id as "unitId", p.person_id as "personId" from ${membershipSql.posts} p
        where p.unit_id = any(${communeIds}::uuid[]) and p.role = 'focal_officer' and p.validity @> ${at}::date
        order by p.unit_id, p.stand_in, p.id`,
    );
    return new Map(rows.map(({ unitId, personId }) => [unitId, personId]));
  }

  /** The first day without a focal officer, of communes that have none. */
  vacantSince(communeIds: readonly string[], at: string): Promise<Vacancy[]> {
    return this.database.rows(
      sql`select a.id as "unitId", (
                select max(upper(p.validity))::text from ${membershipSql.posts} p
                 where p.unit_id = a.id and p.role = 'focal_officer' and upper(p.validity) <= ${at}::date) as since
         from unnest(${communeIds}::uuid[]) a(id)`,
    );
  }

  /** Teams with something confirmed that counts in the month, and in the one before: what "teams with activity" counts. */
  async activeTeams(
    communeIds: readonly string[],
    month: string,
    rule: PeriodRule,
  ): Promise<{ now: Set<string>; before: Set<string> }> {
    const { period, before, year } = windowsOf(month, rule);
    const window = { yearFrom: year.startsOn, until: period.endsOn, startDay: rule.windowStartDay };
    const months = [before.month, month].map((one) => `${one}-01`);
    const rows = await inParts(communeIds, (part) =>
      this.database.rows<{ teamId: string; month: string }>(
        sql`with asked as (select unnest(${part}::uuid[]) as commune_id), ${sentMonths}
         select distinct l.team_id as "teamId", to_char(l.month, 'YYYY-MM') as month
           from (${countedIn(sql`l.team_id`, window)}) l where l.team_id is not null and l.month = any(${months}::date[])`,
      ),
    );
    const of = (one: string) => new Set(rows.filter((row) => row.month === one).map(({ teamId }) => teamId));
    return { now: of(month), before: of(before.month) };
  }
}
