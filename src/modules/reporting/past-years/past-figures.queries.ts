/** Past figures and the units that they are of, for any number of them at once. */
import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { PastImport } from './past-figure.entity.ts';
import type { PastUnit } from './past-units.ts';

export interface ImportedFigure extends Pair {
  unitId: string;
  period: string;
  code: string;
  importId: string;
  fileName: string;
}

const EVER = '0001-01-01';

@Injectable()
export class PastFigureQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The unit and what went into it, over several reforms. */
  lineage(unitId: string): Sql {
    return sql`
      gone as (
        select s.from_unit_id, s.to_unit_id from ${organizationSql.unitSuccessors} s
          join ${organizationSql.units} u on u.id = s.from_unit_id and upper(u.validity) <= ${this.clock.today()}::date),
      asked as (
        select ${unitId}::uuid as id union select g.from_unit_id from asked a join gone g on g.to_unit_id = a.id),
      under as (
        select c.descendant_id as id from unit_closure c where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
        union select g.from_unit_id from under n join gone g on g.to_unit_id = n.id)`;
  }

  /** Beside `lineage`: an import `i` that was made for the unit, for what went into it, or for one below. */
  ofUnit(unitId: string): Sql {
    return sql`(i.unit_id in (select id from asked union select id from under)
      or exists (select 1 from unit_closure c where c.ancestor_id = ${unitId} and c.descendant_id = i.unit_id))`;
  }

  async isOf(unitId: string, importId: string): Promise<boolean> {
    const known = await this.database.one(
      sql`with recursive ${this.lineage(unitId)} select 1 from past_imports i where i.id = ${importId} and ${this.ofUnit(unitId)}`,
    );
    return known !== undefined;
  }

  /** Who says so, and from which paper. */
  sources(importIds: readonly string[]): Promise<Pick<PastImport, 'id' | 'source' | 'byId' | 'at'>[]> {
    return this.database.rows(
      sql`select id, source, by_id as "byId", at from past_imports where id = any(${importIds}::uuid[]) order by at`,
    );
  }

  /** Communes of today below the unit or itself, and all that went into them; with each name that they had. */
  async communes(unitId: string): Promise<PastUnit[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<PastUnit & { isHeir: boolean }>(
      sql`with recursive ${this.lineage(unitId)},
        line as (
          select id, id as heir from under union select l.id, g.to_unit_id from line l join gone g on g.from_unit_id = l.heir),
        named as (
          select n.unit_id, (array_agg(n.code order by n.validity desc))[1] as code,
                 (array_agg(n.name order by n.validity desc))[1] as name, (array_agg(n.type order by n.validity desc))[1] as type,
                 jsonb_agg(jsonb_build_object('type', n.type, 'name', n.name, 'code', n.code,
                   'from', coalesce(lower(n.validity)::text, ${EVER}), 'to', upper(n.validity)::text)) as names
            from ${organizationSql.unitNames} n where n.unit_id in (select id from under) group by 1)
        select u.id, n.code, n.names, exists (
                 select 1 from gone g join ${organizationSql.units} p on p.id = g.from_unit_id
                  where g.to_unit_id = u.id and upper(p.validity) <= lower(u.validity)) as "isHeir",
               coalesce(lower(u.validity)::text, ${EVER}) as "from", upper(u.validity)::text as "to",
               case when n.name ilike n.type || ' %' then n.name
                 else upper(left(n.type, 1)) || substr(n.type, 2) || ' ' || n.name end as "fullName",
               array(select l.heir::text from line l join ${organizationSql.units} h on h.id = l.heir and h.validity @> ${today}::date
                      where l.id = u.id order by 1) as heirs
          from under k join ${organizationSql.units} u on u.id = k.id and u.kind = 'commune' join named n on n.unit_id = u.id
         order by n.name, u.id`,
    );
    return rows.map(({ isHeir, ...unit }) => (isHeir ? unit : sinceEver(unit)));
  }

  /** Of which months and years units have sent something: `unit period`. */
  async recorded(unitIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ unitId: string; month: string }>(
      sql`select unit_id as "unitId", to_char(month, 'YYYY-MM') as month from reports
        where unit_id = any(${unitIds}::uuid[]) and kind = 'monthly' and version > 0`,
    );
    return new Set(rows.flatMap(({ unitId, month }) => [`${unitId} ${month}`, `${unitId} ${month.slice(0, 4)}`]));
  }

  /** What counts of these periods. */
  imported(unitIds: readonly string[], periods: readonly string[]): Promise<ImportedFigure[]> {
    return this.database.rows<ImportedFigure>(
      sql`select f.unit_id as "unitId", f.period, f.code, f.numerator::float8 as numerator, f.denominator::float8 as denominator,
             f.import_id as "importId", i.file_name as "fileName"
        from past_figures f join past_imports i on i.id = f.import_id
       where f.counts and f.unit_id = any(${unitIds}::uuid[]) and f.period = any(${periods}::text[])`,
    );
  }
}

/** What did not begin as another's heir stood before the first day that the register knows: past years are older than the register. */
function sinceEver(unit: PastUnit): PastUnit {
  const names = unit.names.map((name) => (name.from === unit.from ? { ...name, from: EVER } : name));
  return { ...unit, from: EVER, names };
}
