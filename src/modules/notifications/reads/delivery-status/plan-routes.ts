import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, empty, type Sql, sql } from '#platform/database';
import { type ChannelOrder, ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { routesOf } from '../../plan/planning/route-sql.ts';
import { type Told, WhenSent } from '../../plan/planning/when-sent.ts';

type Plan = RouteAnswer<typeof routes.previewAssignment>;
type Route = Plan['routes'][number];
type Short = NonNullable<Plan['short']>[number];
type Unreachable = Omit<Plan['unreachable'][number], 'phoneMasked'>;

interface CountRow {
  route: Route['route'];
  wished: ChannelId | null;
  people: number;
  cost: number;
}
interface NoneRow {
  personId: string;
  teamId: string;
  role: string;
  lost: boolean;
}

/** The screen shows a call list, not a register: leaders come first. */
const MOST_UNREACHABLE = 500;

/** The route that each member of the teams would be told by: the planner's own choice, made without writing. */
@Injectable()
export class PlanRoutes {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channelOrders: ChannelOrderQueries,
    private readonly when: WhenSent,
    private readonly membership: MembershipApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Teams outside the unit are left out: issuing refuses them by name. */
  async of(
    unitId: string,
    teamIds: readonly string[],
    isUrgent: boolean,
  ): Promise<{ people: number; routes: Route[]; short: Short[]; unreachable: Unreachable[] }> {
    const channelOrder = await this.channelOrders.read(Number.POSITIVE_INFINITY);
    const row = await this.database.one<{ counts: CountRow[]; none: NoneRow[] }>(
      routesSql({ unitId, teamIds, day: this.clock.today(), now: this.clock.now() }, channelOrder),
    );
    const { counts, none } = row ?? { counts: [], none: [] };
    return {
      people: counts.reduce((sum, { people }) => sum + people, 0),
      routes: await this.inChannelOrder(counts, channelOrder, { unitId, isUrgent }),
      short: shortOf(counts, channelOrder),
      unreachable: await this.named(none),
    };
  }

  private async inChannelOrder(counts: readonly CountRow[], channelOrder: ChannelOrder, told: Told): Promise<Route[]> {
    const order: string[] = [...channelOrder.channels, 'inbox', 'none'];
    const present = order.filter((route) => counts.some((one) => one.route === route));
    const waiting = present.length > 0 ? await this.channelOrders.waiting() : new Map<string, number>();
    return Promise.all(
      present.map(async (route) => {
        const own = counts.filter((one) => one.route === route);
        const people = own.reduce((sum, one) => sum + one.people, 0);
        const costVnd = own.reduce((sum, one) => sum + one.cost, 0);
        return {
          route: route as Route['route'],
          people,
          costVnd,
          ...(await this.passage(route, people, waiting, told)),
        };
      }),
    );
  }

  private async passage(
    route: string,
    people: number,
    waiting: ReadonlyMap<string, number>,
    told: Told,
  ): Promise<Pick<Route, 'deferredUntil' | 'finishedAt'>> {
    if (route === 'none') return { deferredUntil: null, finishedAt: null };
    if (route === 'inbox') return { deferredUntil: null, finishedAt: this.clock.now().toISOString() };
    const hold = this.env.HOLD_SECONDS * 1000;
    const { deferredUntil, finishedAt } = await this.when.of(route, people, waiting.get(route) ?? 0, hold, told);
    return {
      deferredUntil: deferredUntil?.toISOString() ?? null,
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  private async named(rows: readonly NoneRow[]): Promise<Unreachable[]> {
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.personId)),
      this.membership.teams(rows.map((row) => row.teamId)),
    ]);
    return rows.flatMap(({ personId, teamId, role, lost }) => {
      const person = people.get(personId);
      const team = { id: teamId, name: teams.get(teamId)?.name ?? '' };
      return person ? [{ person, team, role, why: lost ? 'address_failing' : 'no_session_no_address' }] : [];
    });
  }
}

/** What a quota keeps from its channel: those who go elsewhere, and those who wait for it. */
function shortOf(counts: readonly CountRow[], { quotas }: ChannelOrder): Short[] {
  return [...quotas].flatMap(([route, left]) => {
    const beyond = counts.filter(({ wished }) => wished === route);
    if (beyond.length === 0) return [];
    const moved = beyond.filter((one) => one.route !== route);
    const waiting = beyond.filter((one) => one.route === route).reduce((sum, { people }) => sum + people, 0);
    return [
      { route, left, moved: moved.map((one) => ({ route: one.route as ChannelId, people: one.people })), waiting },
    ];
  });
}

interface Audience {
  unitId: string;
  teamIds: readonly string[];
  day: string;
  now: Date;
}

/** Each person once, by the team where they stand highest. */
function routesSql({ unitId, teamIds, day, now }: Audience, channelOrder: ChannelOrder): Sql {
  const people = {
    from: sql`audience f`,
    personId: sql`f.person_id`,
    withAll: false,
    columns: empty,
    columnsAgain: empty,
    mandatory: sql`f.mandatory`,
    kind: 'taskAssigned',
    now,
  };
  return sql`
  with audience as materialized (
    select distinct on (m.person_id) m.person_id, t.id as team_id, m.role, m.role in ('leader', 'deputy') as mandatory
      from teams_at(${day}::date) t
     cross join lateral (select person_id, role from team_members_at(${day}::date) where team_id = t.id offset 0) m
     where t.id = any(${teamIds}::uuid[])
       and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = ${unitId})
     order by m.person_id, array_position(array['leader', 'deputy', 'member'], m.role)),
  routed as materialized (${routesOf(people, channelOrder)}),
  final as materialized (
    select a.person_id, a.team_id, a.role, coalesce(r.channel, case when k.has_session then 'inbox' else 'none' end) as route,
           r.cost_vnd, r.wished
      from audience a join contactable_at(${now}::timestamptz) k on k.person_id = a.person_id
      left join routed r on r.person_id = a.person_id),
  counts as (
    select route, wished, count(*)::int as people, coalesce(sum(cost_vnd), 0)::int as cost from final group by 1, 2),
  none as (
    select person_id as "personId", team_id as "teamId", role,
           exists (select 1 from lost_addresses_at(${now}::timestamptz) l where l.person_id = final.person_id) as lost
      from final where route = 'none'
     order by array_position(array['leader', 'deputy', 'member'], role), team_id, person_id limit ${MOST_UNREACHABLE})
  select (select coalesce(json_agg(counts), '[]') from counts) as counts, (select coalesce(json_agg(none), '[]') from none) as none`;
}
