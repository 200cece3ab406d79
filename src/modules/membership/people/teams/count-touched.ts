import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isTopKind, ruleKinds } from '#contracts/organization/rule-kinds';
import { RuleRegistry, type RulePlace, type Touched, touchedUnits } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';

/** `own (id, unit_id)`: active teams of the units on which the rule would lie, unit by unit. */
const own = (place: RulePlace): Sql => sql`
  places as materialized (select id from ${touchedUnits(place)} u),
  own as materialized (
    select t.id, t.unit_id from places p cross join lateral (
      select n.id, n.unit_id from teams n
       where n.unit_id = p.id and n.status <> 'draft' and n.validity @> ${place.day}::date offset 0) t)`;
const teams = (place: RulePlace): Sql => sql`with ${own(place)}
  select count(*)::int as count, count(distinct k.commune)::int as communes from own o cross join lateral (
    select (select c.ancestor_id from unit_closure_at(${place.day}::date) c
      where c.descendant_id = o.unit_id and c.ancestor_kind = 'commune' limit 1) as commune offset 0) k`;
/** Teams with fewer members than the rule asks for. */
const short = (place: RulePlace, members: number): Sql => sql`with ${own(place)}
  select count(*)::int as count from own o cross join lateral (
    select count(*) as n from team_members m where m.team_id = o.id and m.validity @> ${place.day}::date offset 0) m
   where m.n < ${members}::int`;
const groups = (place: RulePlace): Sql => sql`with ${own(place)}
  select count(*)::int as count from own o cross join lateral (
    select 1 from chat_groups g where g.team_id = o.id limit 1) g`;

/** Which teams a rule would touch. */
@Injectable()
export class CountTouched implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const ofTeams = ruleKinds.filter((kind) => !isTopKind(kind));
    this.registry.countBy(ofTeams, (place) => this.count(teams(place), { what: 'teams', stays: false }));
    this.registry.countBy(['composition'], (place) =>
      this.count(short(place, place.value.kind === 'composition' ? place.value.members : 0), {
        what: 'short',
        stays: false,
      }),
    );
    this.registry.countBy(['groupName'], (place) => this.count(groups(place), { what: 'groups', stays: true }));
  }

  private async count(of: Sql, touched: Pick<Touched, 'what' | 'stays'>): Promise<Touched> {
    const row = await this.database.one<{ count: number; communes?: number }>(of);
    return { ...touched, count: row?.count ?? 0, communes: row?.communes ?? null };
  }
}
