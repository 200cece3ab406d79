import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import {
  type Invariant,
  organizationSql,
  type ReformAsked,
  type ReformDay,
  ReformParts,
  type ReformSum,
  type Settled,
} from '#modules/organization';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';

const isOpen = sql`t.state not in ('confirmed', 'cancelled')`;
/** Nobody has said yes or no to it: it counts for the commune that will. What was confirmed stays where that was. */
const isWaiting = sql`not exists (select 1 from progress_lines l where l.entry_id = e.id and l.confirmed_value is not null)
  and not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)`;
/** Whatever stood in units that end, or in hamlets that leave one, on their last day. */
const places = ({ dayBefore, sourceIds }: ReformAsked): Sql => sql`(
  select distinct c.descendant_id as id from unit_closure_at(${dayBefore}::date) c where c.ancestor_id = any(${sourceIds}::uuid[]))`;

const SUMS_SHOWN = 3;
/** What is in a commune on the day. */
const standing = ({ onDate }: ReformAsked): Sql => sql`(
  select c.descendant_id from unit_closure_at(${onDate}::date) c where c.ancestor_kind = 'commune')`;
/** Open work of teams that stood there, or of the halves and wholes that go on with it. */
const openThere = (
  asked: ReformAsked,
): Sql => sql`(select t.id, t.team_id, t.unit_id, t.split_from_id from ${places(asked)} p
    join tasks t on t.unit_id = p.id and ${isOpen}
  union
  select t.id, t.team_id, t.unit_id, t.split_from_id from ${places(asked)} p join ${membershipSql.teams} e on e.unit_id = p.id
    join ${membershipSql.teams} h on h.split_from_id = e.id join tasks t on t.team_id = h.id and ${isOpen})`;

const keptTasks: Invariant = {
  before: (asked) => sql`select t.id from ${places(asked)} p join tasks t on t.unit_id = p.id and ${isOpen}`,
  // Its team stands, or another one goes on with it.
  lost: (asked) => sql`select t.id from ${openThere(asked)} t join ${membershipSql.teams} e on e.id = t.team_id
    where upper(e.validity) is not null and upper(e.validity) <= ${asked.onDate}::date and e.merged_into_id is null
      and not exists (select 1 from ${membershipSql.teams} h where h.split_from_id = e.id)`,
  added: (asked) => sql`select t.id from ${openThere(asked)} t where t.split_from_id is not null
    and not exists (select 1 from ${places(asked)} p where p.id = t.unit_id)`,
};

/** Open orders, difficulties and drafts of units that a reform takes hold of: they stay with the team, the commune is the new one. */
@Injectable()
export class WorkOfReform implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly parts: ReformParts,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'work',
      numbers: {
        tasks: (
          asked,
        ) => sql`select t.id, a.title || ' · ' || coalesce(tm.name, '') as label, t.unit_id from ${places(asked)} p
          join tasks t on t.unit_id = p.id and ${isOpen} join assignments a on a.id = t.assignment_id
          left join lateral (select name from teams_at(${asked.dayBefore}::date) where id = t.team_id offset 0) tm on true`,
        difficulties: (asked) => sql`select d.id, left(d.text, 80) as label, d.unit_id from ${places(asked)} p
          join difficulties d on d.unit_id = p.id and d.closed_at is null`,
        drafts: (asked) => sql`select f.id, f.title as label, f.unit_id from assignment_drafts f
          where f.unit_id = any(${asked.endingIds}::uuid[])`,
      },
      invariants: { tasks: keptTasks },
      sums: (asked, year) => this.sums(asked, year),
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  /** Of what was done most: by the places of the last day, and of that what has a commune on the day or is in halves that have. */
  private sums(asked: ReformAsked, year: string): Promise<ReformSum[]> {
    return this.database.rows(
      sql`with place as materialized (
            select p.id, exists (select 1 from ${standing(asked)} c
                where c.descendant_id = p.id or c.descendant_id in (select s.to_unit_id from ${organizationSql.unitSuccessors} s
                  where s.from_unit_id = p.id)) as stands
              from ${places(asked)} p)
        select l.indicator_code as code, sum(l.value)::int as before, coalesce(sum(l.value) filter (where p.stands), 0)::int as after
          from place p join counted_lines l on l.unit_id = p.id and l.position = 0
         where l.happened_on >= ${`${year}-01-01`}::date and l.happened_on < ${`${Number(year) + 1}-01-01`}::date
         group by 1 order by 2 desc, 1 limit ${SUMS_SHOWN}`,
    );
  }

  /** Looked up before anything is locked: people who report meanwhile wait for the rows alone. */
  private async settle(tx: Tx, day: ReformDay, units: readonly Settled[]): Promise<void> {
    // The commune of today: another reform may have moved the hamlet on since.
    const hamlets = await rowsOf<{ unitId: string; communeId: string }>(
      tx,
      sql`select d.descendant_id as "unitId", n.ancestor_id as "communeId"
        from (select distinct descendant_id from unit_closure_at((${day.onDate}::date - 1))
          where ancestor_id = any(${units.map(({ id }) => id)}::uuid[]) and descendant_kind = 'hamlet') d
        join unit_closure n on n.descendant_id = d.descendant_id and n.ancestor_kind = 'commune'`,
    );
    const moved = sql`unnest(${hamlets.map(({ unitId }) => unitId)}::uuid[],
      ${hamlets.map(({ communeId }) => communeId)}::uuid[]) as m(unit_id, commune_id)`;
    await this.handOn(tx, units);
    await execute(
      tx,
      sql`update progress_entries e set commune_id = m.commune_id from ${moved}
        where e.commune_id = any(${units.map(({ id }) => id)}::uuid[]) and e.unit_id = m.unit_id and e.commune_id <> m.commune_id
          and ${isWaiting}`,
    );
    await execute(
      tx,
      sql`update difficulties d set commune_id = m.commune_id from ${moved}
        where d.unit_id = m.unit_id and d.commune_id <> m.commune_id and d.closed_at is null`,
    );
    await execute(
      tx,
      sql`update tasks t set commune_id = m.commune_id from ${moved}
        where t.unit_id = m.unit_id and t.commune_id <> m.commune_id and ${isOpen}`,
    );
  }

  /** What the unit itself had open is its heir's; of a divided one, the heir's with the most of its hamlets. */
  private async handOn(tx: Tx, units: readonly Settled[]): Promise<void> {
    const heirs = units.flatMap(({ id, ended, mainHeirId }) => (ended && mainHeirId ? [{ id, to: mainHeirId }] : []));
    const n = sql`unnest(${heirs.map(({ id }) => id)}::uuid[], ${heirs.map(({ to }) => to)}::uuid[]) as n(id, to_id)`;
    await execute(tx, sql`update assignment_drafts f set unit_id = n.to_id from ${n} where f.unit_id = n.id`);
    await execute(
      tx,
      sql`update assignment_schedules s set unit_id = n.to_id from ${n} where s.unit_id = n.id and s.ended_at is null`,
    );
    await execute(
      tx,
      sql`update allotment_schedules s set unit_id = n.to_id from ${n} where s.unit_id = n.id and s.ended_at is null`,
    );
    await execute(
      tx,
      sql`update difficulties d set escalated_to = n.to_id from ${n} where d.escalated_to = n.id and d.closed_at is null`,
    );
    // What was answered there is found by the teams of the heir and beside it, as before.
    await execute(
      tx,
      sql`update know_how k set commune_id = n.to_id from ${n} where k.commune_id = n.id and k.withdrawn_at is null`,
    );
  }
}
