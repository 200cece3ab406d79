import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Invariant, organizationSql, type ReformAsked, ReformParts } from '#modules/organization';
import type { Role } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { GivenRights } from '../../people/rights/given-rights.ts';
import { HeldSeatsQueries } from './held-seats.queries.ts';
import { GiveReformPosts } from './give-reform-posts.ts';
import { SettlePeople } from './settle-people.ts';

/** Whatever stood in units that end, or in hamlets that leave one, on their last day. */
const places = ({ dayBefore, sourceIds }: ReformAsked): Sql => sql`(
  select distinct c.descendant_id as id from unit_closure_at(${dayBefore}::date) c where c.ancestor_id = any(${sourceIds}::uuid[]))`;
const teams = (asked: ReformAsked): Sql => sql`(select t.* from teams_at(${asked.dayBefore}::date) t
  join ${places(asked)} p on p.id = t.unit_id where t.status = 'active')`;
const postsOf = ({ onDate, endingIds }: ReformAsked): Sql => sql`(select o.* from posts o
  where o.unit_id = any(${endingIds}::uuid[]) and not o.caretaker and (upper(o.validity) is null or upper(o.validity) > ${onDate}::date))`;

/** Teams that go on with those of a team: itself, the one that it is part of, or the halves of it. */
const goesOn = (team: Sql, asked: ReformAsked): Sql => sql`(select h.id from teams h
  where (h.id = ${team}.id or h.id = ${team}.merged_into_id or h.split_from_id = ${team}.id)
    and h.validity @> ${asked.onDate}::date and h.status <> 'draft')`;
const earlier = (asked: ReformAsked): Sql => sql`(select e.* from teams e join ${places(asked)} p on p.id = e.unit_id
  where e.status <> 'draft' and e.validity @> ${asked.dayBefore}::date)`;
/** Everybody of the last day whose place did not end with it by itself. */
const earlierMembers = (asked: ReformAsked): Sql => sql`(select m.id, m.person_id, e.id as team_id, e.merged_into_id
  from ${earlier(asked)} e join team_members m on m.team_id = e.id and m.validity @> ${asked.dayBefore}::date
  where upper(m.validity) is null or upper(m.validity) > ${asked.onDate}::date or upper(e.validity) = ${asked.onDate}::date)`;

const keptTeams: Invariant = {
  before: (asked) => sql`select e.id from ${earlier(asked)} e`,
  lost: (asked) => sql`select e.id from ${earlier(asked)} e where not exists ${goesOn(sql`e`, asked)}`,
  added: (asked) =>
    sql`select e.id from ${earlier(asked)} e join teams h on h.split_from_id = e.id group by e.id having count(*) > 1`,
};
const keptMembers: Invariant = {
  before: (asked) => sql`select m.id from ${earlierMembers(asked)} m`,
  lost: (asked) => sql`select m.id from ${earlierMembers(asked)} m
    where not exists (select 1 from team_members n join teams h on h.id = n.team_id
      where n.person_id = m.person_id and (n.validity @> ${asked.onDate}::date)
        and (h.id = m.team_id or h.id = m.merged_into_id or h.split_from_id = m.team_id))`,
};

/** Posts, committees, support and chat groups of units that a reform takes hold of. */
@Injectable()
export class PeopleOfReform implements OnModuleInit {
  // oxlint-disable-next-line max-params -- all that a reform asks about people
  constructor(
    private readonly database: Database,
    private readonly parts: ReformParts,
    private readonly given: GiveReformPosts,
    private readonly settling: SettlePeople,
    private readonly rights: GivenRights,
    private readonly seats: HeldSeatsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'people',
      numbers: {
        teams: (asked) => sql`select id, name as label, unit_id from ${teams(asked)} t`,
        members: (asked) => sql`select m.id, p.full_name || ' · ' || t.name as label, t.unit_id from ${teams(asked)} t
          join team_members m on m.team_id = t.id and m.validity @> ${asked.dayBefore}::date join people p on p.id = m.person_id`,
        postsEnding: (
          asked,
        ) => sql`select o.id, p.full_name || ' · ' || o.title as label, o.unit_id from ${postsOf(asked)} o
          join people p on p.id = o.person_id`,
        committees: (asked) => sql`select s.id, v.type || ' ' || v.name as label, s.unit_id from steering_committees s
          join ${organizationSql.unitNames} v on v.unit_id = s.unit_id and v.validity @> ${asked.dayBefore}::date
         where s.unit_id = any(${asked.endingIds}::uuid[]) and (upper(s.validity) is null or upper(s.validity) > ${asked.onDate}::date)`,
        supporters: (
          asked,
        ) => sql`select s.id, p.full_name || ' · ' || t.name as label, t.unit_id from ${teams(asked)} t
          join supporters s on s.team_id = t.id and s.validity @> ${asked.onDate}::date join people p on p.id = s.person_id`,
        groups: (
          asked,
        ) => sql`select g.id, g.name as label, t.unit_id from ${teams(asked)} t join chat_groups g on g.team_id = t.id
          union all select g.id, g.name, g.unit_id from chat_groups g where g.unit_id = any(${asked.endingIds}::uuid[])`,
      },
      invariants: { teams: keptTeams, members: keptMembers },
      nameOf: (personId) => this.nameOf(personId),
      tell: (asked) => this.tell(asked),
      people: (personIds) => this.officers(personIds),
      refused: (actor, gifts) =>
        this.rights.refused(
          this.database.manager,
          actor,
          gifts.map((gift) => ({ ...gift, role: gift.role as Role })),
        ),
      begin: (tx, day) => this.given.execute(tx, day),
      settle: (tx, day, units) => this.settling.execute(tx, day, units),
    });
  }

  private async tell(asked: ReformAsked) {
    return [...(await this.ownTeams(asked)), ...(await this.chosenTwice(asked)), ...(await this.seatsHeld(asked))];
  }

  /** Who is chosen beside somebody who has the seat alone: it is a question, whoever of the two has it from the day on. */
  private async seatsHeld({ chosen, onDate }: ReformAsked) {
    const open = chosen.flatMap((one) => (one.unitId && !one.replaces ? [{ ...one, unitId: one.unitId }] : []));
    const held = await this.seats.besides(this.database.manager, open, onDate);
    const names = await this.names(open.flatMap(({ personId }, n) => (held.has(n) ? [personId] : [])));
    return open.flatMap(({ unitId, personId, position, into }, n) => {
      const holders = held.get(n)?.map(({ fullName }) => fullName);
      if (!holders) return [];
      const params = { name: names.get(personId) ?? '', holder: holders.join(', '), place: into };
      return [{ code: 'seatHeld' as const, unitId, position, params }];
    });
  }

  private async names(personIds: readonly string[]): Promise<Map<string, string>> {
    const people = await this.database.rows<{ id: string; name: string }>(
      sql`select id, full_name as name from people where id = any(${personIds}::uuid[])`,
    );
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** Nobody is kept from two posts; whoever chose them knows it. */
  private async chosenTwice({ chosen }: ReformAsked) {
    const places = new Map<string, Set<string>>();
    for (const { personId, into } of chosen) places.set(personId, (places.get(personId) ?? new Set()).add(into));
    const twice = [...places].filter(([, units]) => units.size > 1);
    const names = await this.names(twice.map(([id]) => id));
    return twice.map(([id, units]) => ({
      code: 'personTwice' as const,
      params: { name: names.get(id) ?? '', count: units.size, units: [...units].join(', ') },
    }));
  }

  private async nameOf(personId: string): Promise<string | undefined> {
    const row = await this.database.one<{ name: string }>(
      sql`select full_name as name from people where id = ${personId} and anonymised_at is null`,
    );
    return row?.name;
  }

  /** A team of the unit itself would be left without a name and a place: it is settled by hand first. */
  private async ownTeams({ onDate, endingIds }: ReformAsked) {
    const rows = await this.database.rows<{ unitId: string; count: number }>(
      sql`select unit_id as "unitId", count(*)::int as count from teams where unit_id = any(${endingIds}::uuid[])
          and (upper(validity) is null or upper(validity) > ${onDate}::date) group by 1 order by 1`,
    );
    return rows.map(({ unitId, count }) => ({ code: 'unitHasTeam' as const, unitId, params: { count } }));
  }

  private async officers(personIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct person_id as id from posts where person_id = any(${personIds}::uuid[])
        and (upper(validity) is null or upper(validity) > ${this.clock.today()}::date)`,
    );
    return rows.map(({ id }) => id);
  }
}
