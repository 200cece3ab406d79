import { Injectable } from '@nestjs/common';
import { organizationSql, type ReformDay } from '#modules/organization';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { postGiven } from '../../membership.events.ts';

/**
 * A company's people are no officers of the unit that ends: they teach on where its hamlets are now, in each commune of the day
 * that their company serves, also by single hamlets. As a district's heir is the province, they would else teach nobody, or gain all of it.
 */
@Injectable()
export class KeepTrainers {
  constructor(private readonly outbox: Outbox) {}

  async execute(tx: Tx, { onDate, from, byId, reformId }: ReformDay, endedIds: readonly string[]): Promise<void> {
    // By the units alone: with the role and the days the planner would read them through an index that begins with the person.
    const gone = sql`select * from (select * from posts where unit_id = any(${endedIds}::uuid[]) offset 0) o
      where o.role = 'trainer' and o.validity @> ${from}::date`;
    // The few that stand above a unit, or in it, are looked at first: a company serves units all over the country.
    const above = sql`(select ancestor_id from unit_closure_at(${onDate}::date) where descendant_id = p.id offset 0)`;
    const around = sql`(select ancestor_id as unit_id from ${above} a
      union all select descendant_id from unit_closure_at(${onDate}::date) where ancestor_id = p.id)`;
    const given = await rowsOf<{ postId: string; personId: string; unitId: string }>(
      tx,
      sql`with gone as materialized (${gone}),
          place as materialized (
            select distinct b.ancestor_id as old_id, n.ancestor_id as id from unit_closure_at((${onDate}::date - 1)) b
              join unit_closure_at(${onDate}::date) n on n.descendant_id = b.descendant_id and n.ancestor_kind = 'commune'
             where b.ancestor_id in (select unit_id from gone) and b.descendant_kind = 'hamlet')
        insert into posts (id, person_id, role, unit_id, title, affiliation, provider_id, validity)
        select gen_random_uuid(), g.person_id, 'trainer', p.id, max(g.title), max(g.affiliation), g.provider_id, daterange(${from}::date, max(upper(g.validity)))
          from gone g join place p on p.old_id = g.unit_id
         where exists (select 1 from ${around} c join ${organizationSql.providerCoverage} v on v.unit_id = c.unit_id
              where v.provider_id = g.provider_id and v.validity @> ${onDate}::date)
           and not exists (select 1 from ${above} c join posts o on o.unit_id = c.ancestor_id
              where o.person_id = g.person_id and o.role = 'trainer' and o.provider_id = g.provider_id
                and o.validity @> ${from}::date and not o.unit_id = any(${endedIds}::uuid[]))
         group by g.person_id, g.provider_id, p.id
        returning id as "postId", person_id as "personId", unit_id as "unitId"`,
    );
    await this.outbox.appendMany(
      tx,
      given.map(({ postId, personId, unitId }) =>
        postGiven({ postId, personId }, { unitId, changes: { role: 'trainer', from, reorganisationId: reformId } }),
      ),
      { personId: byId },
    );
  }
}
