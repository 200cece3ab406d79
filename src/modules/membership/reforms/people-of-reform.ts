import { Injectable, type OnModuleInit } from '@nestjs/common';
import { organizationSql, type ReformAsked, type ReformDay, ReformParts, type Settled } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, raw, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { EndUnitPosts } from './end-unit-posts.ts';
import { GiveReformPosts } from './give-reform-posts.ts';
import { HandRequestsOn } from './hand-requests-on.ts';

/** Whatever stood in units that end, or in hamlets that leave one, on their last day. */
const places = ({ dayBefore, sourceIds }: ReformAsked): Sql => sql`(
  select distinct c.descendant_id as id from unit_closure_at(${dayBefore}::date) c where c.ancestor_id = any(${sourceIds}::uuid[]))`;
const teams = (asked: ReformAsked): Sql => sql`(select t.* from teams_at(${asked.dayBefore}::date) t
  join ${places(asked)} p on p.id = t.unit_id where t.status = 'active')`;
const postsOf = ({ onDate, endingIds }: ReformAsked): Sql => sql`(select o.* from posts o
  where o.unit_id = any(${endingIds}::uuid[]) and not o.caretaker and (upper(o.validity) is null or upper(o.validity) > ${onDate}::date))`;

/** Posts, committees, support and chat groups of units that a reform takes hold of. */
@Injectable()
export class PeopleOfReform implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly parts: ReformParts,
    private readonly posts: EndUnitPosts,
    private readonly given: GiveReformPosts,
    private readonly requests: HandRequestsOn,
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
      tell: (asked) => this.tell(asked),
      people: (personIds) => this.officers(personIds),
      begin: (tx, day) => this.given.execute(tx, day),
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  private async tell(asked: ReformAsked) {
    return [...(await this.ownTeams(asked)), ...(await this.chosenTwice(asked))];
  }

  /** Nobody is kept from two posts; whoever chose them knows it. */
  private async chosenTwice({ chosen }: ReformAsked) {
    const places = new Map<string, Set<string>>();
    for (const { personId, into } of chosen) places.set(personId, (places.get(personId) ?? new Set()).add(into));
    const twice = [...places].filter(([, units]) => units.size > 1);
    const people = await this.database.rows<{ id: string; name: string }>(
      sql`select id, full_name as name from people where id = any(${twice.map(([id]) => id)}::uuid[])`,
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return twice.map(([id, units]) => ({
      code: 'personTwice' as const,
      params: { name: names.get(id) ?? '', count: units.size, units: [...units].join(', ') },
    }));
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

  private async settle(tx: Tx, day: ReformDay, units: readonly Settled[]): Promise<void> {
    const ended = units.filter((unit) => unit.ended);
    const ids = ended.map(({ id }) => id);
    await this.posts.execute(tx, day, ids);
    await cutFrom(tx, 'steering_committees', sql`unit_id = any(${ids}::uuid[])`, day.from);
    await this.endSupport(tx, day, units);
    await this.takeGroups(tx, ended);
    await this.requests.execute(tx, day, ended);
  }

  /** Who has no post above the team any more does not support it; whoever goes on in its new commune does. */
  private async endSupport(tx: Tx, { from, onDate }: ReformDay, units: readonly Settled[]): Promise<void> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select s.id from (select distinct descendant_id as id from unit_closure_at((${onDate}::date - 1))
            where ancestor_id = any(${units.map(({ id }) => id)}::uuid[]) and descendant_kind = 'hamlet') h
          join teams t on t.unit_id = h.id
          join supporters s on s.team_id = t.id and (upper(s.validity) is null or upper(s.validity) > ${from}::date)
         where not exists (select 1 from posts o join unit_closure_at(${from}::date) c on c.ancestor_id = o.unit_id
            and c.descendant_id = t.unit_id where o.person_id = s.person_id and o.validity @> ${from}::date
              and not o.unit_id = any(${units.filter(({ ended }) => ended).map(({ id }) => id)}::uuid[]))`,
    );
    await cutFrom(tx, 'supporters', sql`id = any(${rows.map(({ id }) => id)}::uuid[])`, from);
  }

  /** A group of the old commune is the new one's where that has none; of several the first, the others stay as they are. */
  private async takeGroups(tx: Tx, ended: readonly Settled[]): Promise<void> {
    for (const { id, heirIds } of ended) {
      const [heirId, other] = heirIds;
      if (!heirId || other) continue;
      await execute(
        tx,
        sql`update chat_groups set unit_id = ${heirId} where unit_id = ${id}
          and not exists (select 1 from chat_groups where unit_id = ${heirId})`,
      );
    }
  }
}

/** What had not begun by that day was never there; the rest ends with the day before. */
async function cutFrom(tx: Tx, table: 'supporters' | 'steering_committees', rows: Sql, from: string): Promise<void> {
  await execute(tx, sql`delete from ${raw(table)} where ${rows} and lower(validity) >= ${from}::date`);
  await execute(
    tx,
    sql`update ${raw(table)} set validity = validity * daterange(null, ${from}::date) where ${rows} and validity @> ${from}::date`,
  );
}
