/** Where units went: a commune that was merged or divided has heirs, which answer for what it left open. */
import { Injectable } from '@nestjs/common';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

@Injectable()
export class Lineage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Living units that an ended one became, over several reforms; none for a unit that still stands. */
  heirs(unitId: string): Promise<string[]> {
    return this.heirsOf([unitId]);
  }

  /** Of all of them. */
  async heirsOf(unitIds: readonly string[]): Promise<string[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive line as (
         select s.to_unit_id as id from ${organizationSql.unitSuccessors} s join ${organizationSql.units} u
           on u.id = s.from_unit_id where u.id = any(${unitIds}::uuid[]) and upper(u.validity) <= ${today}::date
         union
         select s.to_unit_id from line l join ${organizationSql.units} u on u.id = l.id
           and upper(u.validity) <= ${today}::date join ${organizationSql.unitSuccessors} s on s.from_unit_id = l.id)
       select distinct u.id from line l join ${organizationSql.units} u on u.id = l.id where u.validity @> ${today}::date order by u.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Ended units whose heir the unit is, over several reforms. */
  async leftTo(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive line as (
         select s.from_unit_id as id from ${organizationSql.unitSuccessors} s where s.to_unit_id = ${unitId}
         union select s.from_unit_id from line l join ${organizationSql.unitSuccessors} s on s.to_unit_id = l.id)
       select u.id from line l join ${organizationSql.units} u on u.id = l.id
         where upper(u.validity) <= ${this.clock.today()}::date`,
    );
    return rows.map(({ id }) => id);
  }

  /** Who writes for a unit today: itself, or its heirs once it has ended. */
  async writersOf(unitId: string): Promise<string[]> {
    const heirs = await this.heirs(unitId);
    return heirs.length > 0 ? heirs : [unitId];
  }
}
