import { Injectable } from '@nestjs/common';
import { overviewPartKind } from '#contracts/reporting/overview-parts';
import { monthsUntil } from '#contracts/reporting/periods';
import { membershipSql } from '#modules/membership';
import { organizationSql, formerUnitSuffix, type UnitRef } from '#modules/organization';
import { Database, sql } from '#platform/database';
import type { Windows } from '../../reports/figures/windows.ts';
import { type OwedReport, owedColumns } from './obligation.queries.ts';

export interface Vacancy {
  unitId: string;
  since: string | null;
}

/** Communes with teams that another commune reports for the month, and those other communes. */
export interface MovedTeams {
  communeIds: ReadonlySet<string>;
  from: ReadonlySet<string>;
}

@Injectable()
export class OverviewQueries {
  constructor(private readonly database: Database) {}

  /** Provinces of a country, hamlets of a commune, communes of any other unit, by code. Hamlets of one name say where they were. */
  partsOf(unit: UnitRef, at: string): Promise<UnitRef[]> {
    const kind = overviewPartKind(unit.kind);
    const apart = kind === 'hamlet' ? formerUnitSuffix(sql`u.id`, sql`${at}::date`) : sql`''`;
    return this.database.rows(
      sql`select u.id, u.kind, u.name || ${apart} as name, u.full_name || ${apart} as "fullName"
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
      sql`select ${owedColumns}
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

  /**
   * Teams of today that another commune's report of the month counts: they belonged to it on the month's last day, or, where
   * the reform was entered afterwards, on the earlier day that its report shows.
   */
  async movedTeams(
    { windows, month }: { windows: Windows; month: string },
    teams: readonly { unitId: string; communeId: string }[],
  ): Promise<MovedTeams> {
    const { endsOn } = windows.period;
    const rows = await this.database.rows<{ communeId: string; from: string }>(
      sql`with recursive team as materialized (
         select * from unnest(${teams.map(({ unitId }) => unitId)}::uuid[], ${teams.map(({ communeId }) => communeId)}::uuid[])
           as t(unit_id, commune_id)),
       line as (
         select unit_id, commune_id, unit_id as was from team
         union select l.unit_id, l.commune_id, s.from_unit_id from line l
           join ${organizationSql.unitSuccessors} s on s.to_unit_id = l.was)
       select distinct l.commune_id as "communeId", c.ancestor_id as "from" from line l
        cross join lateral (
              select s.ancestor_id from ${organizationSql.unitClosureSpans} s
                join ${organizationSql.units} u on u.id = s.ancestor_id
                left join reports r on r.unit_id = u.id and r.kind = 'monthly' and r.month = ${`${month}-01`}::date
               where s.descendant_id = l.was and s.ancestor_kind = 'commune' and s.ancestor_id <> l.commune_id
                 and (s.validity @> ${endsOn}::date
                   or r.id is not null and s.validity @> coalesce(r.stands_on, upper(u.validity) - 1)) offset 0) c`,
    );
    return { communeIds: new Set(rows.map((row) => row.communeId)), from: new Set(rows.map((row) => row.from)) };
  }
}
