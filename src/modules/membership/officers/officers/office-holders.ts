import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Answerer, OfficeAnswerers, organizationSql } from '#modules/organization';
import { Database, sql } from '#platform/database';

/** Who answers an office's phone, and whose cards show its number. */
@Injectable()
export class OfficeHolders implements OnModuleInit {
  constructor(
    private readonly looks: OfficeAnswerers,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.looks.lookBy({
      answerers: (unitIds, on) => this.answerers(unitIds, on),
      members: (unitId, on) => this.members(unitId, on),
    });
  }

  /** Who holds the post today; a stand-in does where nobody else holds it. */
  private answerers(unitIds: readonly string[], on: string): Promise<Answerer[]> {
    return this.database.rows<Answerer>(
      sql`select distinct on (o.unit_id, o.role) o.unit_id as "unitId", o.role, p.full_name as "fullName"
         from posts o join people p on p.id = o.person_id
        where o.unit_id = any(${unitIds}::uuid[]) and o.validity @> ${on}::date
        order by o.unit_id, o.role, o.caretaker, lower(o.validity)`,
    );
  }

  /** Members of the communes for which it is the nearest office that has a number, or would be. */
  private async members(unitId: string, on: string): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      sql`with area as materialized (
          select c.descendant_id as id, c.depth from unit_closure_at(${on}::date) c
           where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'),
        calling as (
          select a.id from area a where not exists (
            select 1 from unit_closure_at(${on}::date) up join ${organizationSql.offices} f on f.unit_id = up.ancestor_id
             where up.descendant_id = a.id and up.depth < a.depth and f.phone is not null and f.validity @> ${on}::date))
        select count(distinct m.person_id)::int as n from calling c
         cross join lateral (select h.descendant_id as id from unit_closure_at(${on}::date) h where h.ancestor_id = c.id offset 0) h
          join teams t on t.unit_id = h.id and t.status = 'active' and t.validity @> ${on}::date
          join team_members m on m.team_id = t.id and m.validity @> ${on}::date`,
    );
    return row?.n ?? 0;
  }
}
