import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { RuleRegistry, type RulePlace, type Touched, touchedUnits } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';
import { Silence } from '../reads/oversight/silence.ts';

/** Orders of offices on which the rule would lie, as long as something of theirs is open. */
const orders = (place: RulePlace): Sql => sql`
  places as materialized (select id from ${touchedUnits(place)} u where u.kind <> 'hamlet'),
  orders as materialized (
    select a.id from assignments a join places p on p.id = a.issuer_unit_id where a.cancelled_at is null)`;
const communes = (place: RulePlace): Sql =>
  sql`places as materialized (select id from ${touchedUnits(place)} u where u.kind = 'commune')`;

/** Open tasks: they keep the day that their teams were told. */
const open = (place: RulePlace): Sql => sql`with ${orders(place)}
  select coalesce(sum(t.n), 0)::int as count from orders o cross join lateral (
    select count(*) as n from tasks where assignment_id = o.id and state not in ('confirmed', 'cancelled') offset 0) t`;
/** Without an answer, of orders that are still chased then: the next step comes by the ladder that holds when it is taken. */
const unanswered = (place: RulePlace): Sql => sql`with ${orders(place)}
  select coalesce(sum(t.n), 0)::int as count from orders o
    join assignments a on a.id = o.id and a.due_on >= ${place.day}::date
   cross join lateral (
    select count(*) as n from tasks where assignment_id = o.id and state = 'assigned' and team_id is not null offset 0) t`;
const schedules = (place: RulePlace): Sql => sql`
  with places as materialized (select id from ${touchedUnits(place)} u where u.kind <> 'hamlet')
  select count(*)::int as count from assignment_schedules s join places p on p.id = s.unit_id where s.ended_at is null`;
const waiting = (place: RulePlace): Sql => sql`with ${communes(place)}
  select coalesce(sum(t.n), 0)::int as count from places p cross join lateral (
    select count(*) as n from tasks where commune_id = p.id and state = 'submitted' offset 0) t`;
const difficulties = (place: RulePlace): Sql => sql`with ${communes(place)}
  select coalesce(sum(d.n), 0)::int as count from places p cross join lateral (
    select count(*) as n from difficulties where commune_id = p.id and answered_at is null offset 0) d`;

/** Active teams of today where the rule would lie. */
const teams = (place: RulePlace): Sql => sql`
  select t.id, u.id as "communeId" from ${touchedUnits(place)} u cross join lateral (
    select n.id from ${membershipSql.teams} n
     where n.unit_id = u.id and n.status <> 'draft' and n.validity @> ${place.day}::date offset 0) t`;

/** What of the work a rule would touch. */
@Injectable()
export class CountTouched implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
    private readonly silence: Silence,
  ) {}

  onModuleInit(): void {
    this.registry.countBy(['reply'], (place) => this.count(schedules(place), { what: 'schedules', stays: false }));
    this.registry.countBy(['reply'], (place) => this.count(open(place), { what: 'tasks', stays: true }));
    // What repeats by itself goes on.
    this.registry.countBy(['secondApproval'], (place) =>
      this.count(schedules(place), { what: 'seriesOrders', stays: true }),
    );
    this.registry.countBy(['chase'], (place) => this.count(unanswered(place), { what: 'unanswered', stays: false }));
    this.registry.countBy(['sampling'], (place) => this.count(waiting(place), { what: 'waiting', stays: false }));
    this.registry.countBy(['difficulty'], (place) =>
      this.count(difficulties(place), { what: 'difficulties', stays: true }),
    );
    this.registry.countBy(['attention'], (place) => this.silentTeams(place));
  }

  private async silentTeams(place: RulePlace): Promise<Touched> {
    const limit = place.value.kind === 'attention' ? place.value.silentDays : 0;
    const quiet = await this.silence.of(
      await this.database.rows<{ id: string; communeId: string }>(teams(place)),
      limit,
    );
    const count = [...quiet.values()].filter(({ silent }) => silent).length;
    return { what: 'silentTeams', stays: false, count, communes: null };
  }

  private async count(of: Sql, touched: Pick<Touched, 'what' | 'stays'>): Promise<Touched> {
    const row = await this.database.one<{ count: number }>(of);
    return { ...touched, count: row?.count ?? 0, communes: null };
  }
}
