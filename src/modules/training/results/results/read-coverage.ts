import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, organizationSql, Scope, unitsOnTreeOf, withoutCompanies } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';

type Coverage = RouteAnswer<typeof trainingPlanRoutes.trainingCoverage>;
type Cell = RouteAnswer<typeof trainingPlanRoutes.coverageCell>;
type Query = RouteQuery<typeof trainingPlanRoutes.trainingCoverage>;

interface TeamRow {
  teamId: string;
  name: string;
  members: number;
  trained: Record<string, number>;
}

interface Asked {
  unitId: string;
  since: string;
  codes: readonly string[];
  /** The part of these companies alone. */
  providers: readonly string[] | null;
  /** By the tree of another day, of teams that stand below these now: what is another's by now, that one reads. */
  past: { treeOn: string; within: readonly string[] } | null;
}

/** The curriculum holds from the first year of the teams on; what was learnt before counts no more. */
const SINCE = '2022-04-01';
const FIRST_INVITED = 12;
const MOST_TEAMS = 2_000;

/**
 * Everything that one person has learnt: at sessions and, accepted, elsewhere. Looked up person by person (`offset 0`):
 * joined to several people, the union would be made of the whole country.
 */
const learntBy = (personId: Sql): Sql => sql`(
  select topic_code, held_on as on_day, 'session' as by from trained_at_sessions where person_id = ${personId}
  union all
  select topic_code, completed_on, 'credit' from training_credits where person_id = ${personId} and state = 'accepted' offset 0)`;

/** Topic x team over the members of today; a provider sees the communes that it covers. */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly access: SessionAccess,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async ofUnit(actor: Actor, unitId: string, { since = SINCE, group = 'team', treeOn }: Query): Promise<Coverage> {
    const providers = treeOn ? null : await this.require(actor, unitId, 'parts');
    const topics = await this.topics(actor.language, group);
    const codes = topics.map(({ code }) => code);
    const teams = await this.teams({
      unitId,
      since,
      codes,
      providers,
      past: treeOn ? { treeOn, within: this.scope.unitIds(withoutCompanies(actor), 'training.read') } : null,
    });
    if (treeOn && teams.length === 0) await this.require(actor, unitId, 'whole');
    const rows = teams.map(({ teamId, name, members, trained }) => ({
      team: { id: teamId, name },
      members,
      trained: topics.map(({ code }) => trained[code] ?? 0),
    }));
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    return {
      since,
      topics,
      teams: rows,
      total: {
        members: sum(rows.map(({ members }) => members)),
        trained: topics.map((_, i) => sum(rows.map(({ trained }) => trained[i] ?? 0))),
      },
      first: this.first(rows, topics),
    };
  }

  /** Who of a team has learnt what. @throws training.teamOutside */
  async ofTeam(actor: Actor, teamId: string): Promise<Cell> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    if (!team) throw trainingErrors.teamOutside();
    await this.require(actor, team.unitId, 'whole');
    const members = await this.membership.teamMembers(teamId);
    const rows = await this.database.rows<{ personId: string; code: string; on: string; by: 'session' | 'credit' }>(
      sql`select p.id as "personId", l.topic_code as code, max(l.on_day)::text as on,
        (array_agg(l.by order by l.on_day desc))[1] as by
         from unnest(${members.map(({ personId }) => personId)}::uuid[]) p (id) cross join lateral ${learntBy(sql`p.id`)} l
        group by 1, 2`,
    );
    return members.map(({ personId, fullName, position }) => ({
      person: { id: personId, fullName, position },
      topics: rows.filter((row) => row.personId === personId).map(({ code, on, by }) => ({ code, on, by })),
    }));
  }

  /**
   * Officers by their units, trainers where their provider covers the unit, or a part of it when `parts` are enough.
   * @returns the providers whose part alone may be shown; null when the whole unit may
   */
  private async require(actor: Actor, unitId: string, need: 'whole' | 'parts'): Promise<string[] | null> {
    if (await this.scope.may(withoutCompanies(actor), 'training.read', { unitId })) return null;
    const providers = (await this.access.providersOf(actor)).map(({ providerId }) => providerId);
    const covering = await this.organization.coveringProviders(providers, unitId, { inParts: need === 'parts' });
    if (covering.length === 0) throw platformErrors.denied();
    return providers;
  }

  private topics(language: 'vi' | 'en', group: string): Promise<{ code: string; title: string }[]> {
    return this.database.rows(
      sql`select code, case ${language} when 'vi' then title else title_en end as title from training_topics
        where topic_group = ${group} order by position`,
    );
  }

  private teams({ unitId, since, codes, providers, past }: Asked): Promise<TeamRow[]> {
    const today = this.clock.today();
    const units = past
      ? sql`select p.id from (${unitsOnTreeOf(sql`${unitId}::uuid`, sql`${past.treeOn}::date`)}) p where exists (
          select 1 from unit_closure c where c.descendant_id = p.id and c.ancestor_id = any(${past.within}::uuid[]))`
      : sql`select c.descendant_id as id from unit_closure c where c.ancestor_id = ${unitId}`;
    return this.database.rows<TeamRow>(
      sql`with below as materialized (
         select u.id as unit_id from (${units}) u
          where (${providers}::uuid[] is null or exists (select 1 from ${organizationSql.providerCoverage} v join unit_closure k
             on k.ancestor_id = v.unit_id and k.descendant_id = u.id where v.provider_id = any(${providers}::uuid[])
               and v.validity @> ${today}::date))),
       places as materialized (
         select t.id, t.name from teams_at(${today}::date) t where t.unit_id = any(array(select unit_id from below))
           and t.status = 'active' limit ${MOST_TEAMS})
       select p.id as "teamId", p.name, s.members, s.trained
         from places p cross join lateral (
           with people as materialized (select m.person_id from team_members_at(${today}::date) m where m.team_id = p.id)
           select (select count(*)::int from people) as members,
                  (select coalesce(jsonb_object_agg(d.topic_code, d.n), '{}') from (
                     select l.topic_code, count(distinct x.person_id)::int as n
                       from people x cross join lateral ${learntBy(sql`x.person_id`)} l
                      where l.on_day >= ${since} and l.topic_code = any(${codes}) group by 1) d) as trained) s
        order by p.name collate "vi-natural"`,
    );
  }

  /** Teams that lack most come first; who lacks nothing is not named. */
  private first(rows: Coverage['teams'], topics: Coverage['topics']): Coverage['first'] {
    return rows
      .map(({ team, members, trained }) => ({
        team,
        people: members,
        missing: topics.filter((_, i) => (trained[i] ?? 0) === 0).map(({ code }) => code),
        lacking: trained.reduce((sum, n) => sum + Math.max(0, members - n), 0),
      }))
      .filter(({ lacking }) => lacking > 0)
      .toSorted((a, b) => b.missing.length - a.missing.length || b.lacking - a.lacking)
      .slice(0, FIRST_INVITED)
      .map(({ team, people, missing }) => ({ team, people, missing }));
  }
}
