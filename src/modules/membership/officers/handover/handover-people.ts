import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import type { PersonRef } from '../../people/people/person-ref.ts';
import type { PostToHandOver } from './posts-to-hand-over.ts';

const MOST = 50;
/** Who may appoint somebody: the nearest by name. */
const MOST_ADMINISTRATORS = 3;

/** The people around a post. */
@Injectable()
export class HandoverPeople {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async refs(ids: readonly string[]): Promise<Map<string, PersonRef>> {
    const rows = ids.length === 0 ? [] : await this.queries.names([...new Set(ids)], this.clock.today());
    return new Map(rows.map(({ id, fullName, position }) => [id, { id, fullName, position }]));
  }

  supports({ personId, unitId }: PostToHandOver, from: string): Promise<{ id: string; name: string }[]> {
    return this.database.rows(
      sql`select distinct t.id, t.name from supporters s join unit_closure c on c.ancestor_id = ${unitId}
          join teams_at(${from}::date) t on t.id = s.team_id and t.unit_id = c.descendant_id
         where s.person_id = ${personId} and s.validity @> ${from}::date order by t.name, t.id`,
    );
  }

  async openSessions(personId: string): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(*)::int as n from sessions where person_id = ${personId} and ended_at is null
        and expires_at > ${this.clock.now()}`,
    );
    return row?.n ?? 0;
  }

  /** People of the office, without its holder: those of the unit, and for a company's post those of the same company there. */
  async candidates(
    { personId, unitId, providerId }: PostToHandOver,
    from: string,
  ): Promise<{ person: PersonRef; elsewhere: string[] }[]> {
    const rows = await this.database.rows<{ id: string; elsewhere: { title: string; unitId: string }[] }>(
      sql`select p.id, coalesce((select jsonb_agg(jsonb_build_object('title', e.title, 'unitId', e.unit_id) order by e.id)
            from posts e where e.person_id = p.id and e.unit_id <> ${unitId} and e.validity @> ${from}::date), '[]') as elsewhere
          from people p where p.id <> ${personId} and p.anonymised_at is null and p.id in (
            select o.person_id from posts o where o.unit_id = ${unitId} and o.validity @> ${from}::date
               and o.provider_id is not distinct from ${providerId}::uuid)
         order by p.full_name collate "vi-natural", p.id limit ${MOST}`,
    );
    const names = await this.refs(rows.map(({ id }) => id));
    const units = await this.organization.unitRefs(rows.flatMap(({ elsewhere }) => elsewhere.map((one) => one.unitId)));
    return rows.flatMap(({ id, elsewhere }) => {
      const person = names.get(id);
      const at = elsewhere.map((one) => `${one.title}, ${units.get(one.unitId)?.fullName ?? ''}`);
      return person ? [{ person, elsewhere: at }] : [];
    });
  }

  /** With the same rights in the same unit on that day; a focal officer may do all that a committee member may. */
  async colleagues({ id, personId, unitId, role, providerId }: PostToHandOver, from: string): Promise<PersonRef[]> {
    const alike = role === 'committee_member' ? ['committee_member', 'focal_officer'] : [role];
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct person_id as id from posts where unit_id = ${unitId} and id <> ${id} and person_id <> ${personId}
        and role = any(${alike}) and provider_id is not distinct from ${providerId}::uuid and validity @> ${from}::date
        order by person_id limit ${MOST}`,
    );
    return [...(await this.refs(rows.map((row) => row.id))).values()];
  }

  /** There is always somebody: the last one is not ended. */
  async administrators(unitId: string, at: string, exceptId: string | null): Promise<PersonRef[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select o.person_id as id, min(c.depth) as depth from posts o
          join unit_closure c on c.ancestor_id = o.unit_id and c.descendant_id = ${unitId}
         where o.role = 'admin' and o.validity @> ${at}::date and o.person_id is distinct from ${exceptId}::uuid
         group by o.person_id order by depth, o.person_id limit ${MOST_ADMINISTRATORS}`,
    );
    return [...(await this.refs(rows.map((row) => row.id))).values()];
  }
}
