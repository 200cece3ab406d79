import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Lack } from '#contracts/access/readiness';
import { InvitingRules, OrganizationApi, organizationSql, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { openedAt } from '../../people/people/opened-at.ts';
import { teamsBelow } from '../../people/teams/teams-below.sql.ts';

type View = RouteAnswer<typeof routes.readiness>;

interface Row {
  id: string;
  lacks: Lack;
  teams: number;
  hasOffice: boolean;
}
interface Strength {
  members: number;
  opened: number;
}

/** No province has as many communes; a country's are counted only. */
const MOST_NAMED = 600;

/** How far each commune is on the way to its first order: nothing of it is ticked by hand. */
@Injectable()
export class ReadReadiness {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rules: InvitingRules,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<View> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const [found, below] = [await this.communes(unitId), await this.below(unitId)];
    const isNamed = found.length <= MOST_NAMED;
    const strengths = await this.strengths(isNamed ? found.filter(({ teams }) => teams > 0).map(({ id }) => id) : []);
    const strengthOf = (id: string): Strength => strengths.get(id) ?? { members: 0, opened: 0 };
    const rows = isNamed ? found.map((row) => ({ ...row, lacks: lackOf(row, strengthOf(row.id)) })) : found;
    const named = isNamed ? rows : [];
    const units = await this.organization.unitRefs(named.map(({ id }) => id));
    const counts: View['counts'] = { focal: 0, entry: 0, roster: 0, invite: 0, none: 0 };
    for (const { lacks } of rows) counts[lacks] += 1;
    return {
      ...below,
      communes: named.flatMap(({ id, ...row }) => {
        const unit = units.get(id);
        return unit ? [{ unit, ...row, ...strengthOf(id) }] : [];
      }),
      counts,
      withoutOffice: rows.filter(({ hasOffice }) => !hasOffice).length,
      readyTeams: rows.reduce((sum, { lacks, teams }) => (lacks === 'none' ? sum + teams : sum), 0),
      members: named.reduce((sum, { id }) => sum + strengthOf(id).members, 0),
      opened: named.reduce((sum, { id }) => sum + strengthOf(id).opened, 0),
      invitedPercent: (await this.rules.of(unitId)).donePercent,
    };
  }

  /** Commune by commune: joined as a whole, the teams of the country would be read for one province. */
  private communes(unitId: string): Promise<Row[]> {
    const today = this.clock.today();
    return this.database.rows<Row>(
      sql`with area as materialized (
          select u.id, u.code from unit_closure c
           cross join lateral (select n.id, n.code from units_at(${today}::date) n where n.id = c.descendant_id offset 0) u
           where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'),
        seen as (
          select a.id, a.code, p.focal, p.entered, t.teams, exists (
                   select 1 from ${organizationSql.offices} f
                    where f.unit_id = a.id and f.phone is not null and f.validity @> ${today}::date) as has_office
            from area a
           cross join lateral (
             select coalesce(bool_or(o.role = 'focal_officer' and not o.caretaker), false) as focal,
                    -- A scalar, so that it is looked up for each: an exists would be answered from the country's sessions.
                    coalesce(bool_or((select s.id from sessions s where s.person_id = o.person_id limit 1) is not null), false) as entered
               from posts o where o.unit_id = a.id and o.role in ('focal_officer', 'committee_member')
                and o.validity @> ${today}::date offset 0) p
           cross join lateral (
             select count(n.id)::int as teams from unit_closure h
              cross join lateral (select id from teams where unit_id = h.descendant_id and status = 'active'
                and validity @> ${today}::date offset 0) n
              where h.ancestor_id = a.id offset 0) t)
        select id, teams, has_office as "hasOffice",
               case when not focal then 'focal' when not entered then 'entry' when teams = 0 then 'roster' else 'none' end as lacks
          from seen order by code nulls last, id`,
    );
  }

  /** Members of the communes' active teams, and who of them has come in. */
  private async strengths(communeIds: readonly string[]): Promise<ReadonlyMap<string, Strength>> {
    if (communeIds.length === 0) return new Map();
    const rows = await this.database.rows<Strength & { id: string }>(
      sql`with ${teamsBelow(communeIds, this.clock.today())}
        select o.commune_id as id, count(*)::int as members, count(m.opened)::int as opened from own o
         cross join lateral (
           select ${openedAt(sql`n.person_id`)} as opened from team_members n
            where n.team_id = o.id and n.validity @> ${this.clock.today()}::date offset 0) m
         where o.status <> 'draft' group by o.commune_id`,
    );
    return new Map(rows.map(({ id, ...strength }) => [id, strength]));
  }

  private async below(unitId: string): Promise<Pick<View, 'hamlets' | 'directives'>> {
    const [row] = await this.database.rows<Pick<View, 'hamlets' | 'directives'>>(
      sql`select (select count(*)::int from unit_closure c join ${organizationSql.units} u on u.id = c.descendant_id
                    where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet'
                      and u.validity @> ${this.clock.today()}::date) as hamlets,
              (select count(*)::int from ${organizationSql.directives} d where d.unit_id = ${unitId}) as directives`,
    );
    return row ?? { hamlets: 0, directives: 0 };
  }
}

/** Work that nobody can open reaches nobody. */
const lackOf = ({ lacks }: Row, { opened }: Strength): Lack => (lacks === 'none' && opened === 0 ? 'invite' : lacks);
