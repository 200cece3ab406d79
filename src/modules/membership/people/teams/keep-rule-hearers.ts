import { Injectable, type OnModuleInit } from '@nestjs/common';
import { leadingSeats } from '#contracts/enums';
import { hearersOf, type RuleHearer } from '#contracts/organization/rule-kinds';
import { type HearerCount, type RuleHearers, type RulePlace, RuleRegistry, touchedUnits } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';

/**
 * `heard (person_id, who)`: those whom the rule concerns, by what they will be on its day where it will lie. A record that has
 * become part of another counts as that one.
 */
const heard = (place: RulePlace, whom: readonly RuleHearer[], exceptId: string | null): Sql => sql`
  places as materialized (select id, kind from ${touchedUnits(place)} u),
  holders as (
    select p.person_id, p.role, p.seat from places u cross join lateral (
      select n.person_id, n.role, n.seat from posts n
       where u.kind <> 'hamlet' and n.unit_id = u.id and n.validity @> ${place.day}::date offset 0) p),
  leaders as (
    select m.person_id from places u cross join lateral (
      select n.id from teams n where 'leaders' = any(${whom}::text[]) and n.unit_id = u.id and n.status <> 'draft'
         and n.validity @> ${place.day}::date offset 0) t
      join team_members m on m.team_id = t.id and m.role in ('leader', 'deputy') and m.validity @> ${place.day}::date),
  named as (
    select person_id, case role when 'focal_officer' then 'focal' when 'committee_member' then 'committee'
           when 'province_officer' then 'above' when 'district_officer' then 'above' end as who from holders
    union all select person_id, 'heads' from holders where seat = any(${[...leadingSeats]}::text[])
    union all select person_id, 'leaders' from leaders),
  heard as (
    select distinct coalesce(p.merged_into_id, p.id) as person_id, n.who from named n
      join people p on p.id = n.person_id and p.anonymised_at is null
     where n.who = any(${whom}::text[]) and (${exceptId}::uuid is null or p.id <> ${exceptId}::uuid))`;

/** Who is told of a rule before its day. */
@Injectable()
export class KeepRuleHearers implements OnModuleInit, RuleHearers {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.hearBy(this);
  }

  async count(place: RulePlace, exceptId: string | null): Promise<HearerCount> {
    const whom = hearersOf[place.value.kind];
    if (whom.length === 0) return { people: 0, by: [] };
    const rows = await this.database.rows<{ who: RuleHearer | null; count: number }>(
      sql`with ${heard(place, whom, exceptId)}
        select who, count(distinct person_id)::int as count from heard group by grouping sets ((who), ())`,
    );
    const counts = new Map(rows.map(({ who, count }) => [who, count]));
    return {
      people: counts.get(null) ?? 0,
      by: whom.flatMap((who) => {
        const count = counts.get(who) ?? 0;
        return count > 0 ? [{ who, count }] : [];
      }),
    };
  }

  async officers(place: RulePlace, exceptId: string | null): Promise<string[]> {
    const whom = hearersOf[place.value.kind].filter((who) => who !== 'leaders');
    const rows = await this.database.rows<{ id: string }>(
      sql`with ${heard(place, whom, exceptId)} select distinct person_id as id from heard`,
    );
    return rows.map(({ id }) => id);
  }
}
