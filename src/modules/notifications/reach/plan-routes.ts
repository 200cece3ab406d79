import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { quietUntil } from '../deliver/quiet-hours.ts';
import { DeliveryChannels } from '../delivery-channels.ts';

type Plan = RouteAnswer<typeof routes.previewAssignment>;
type Route = Plan['routes'][number];
type Unreachable = Omit<Plan['unreachable'][number], 'phoneMasked'>;

/** The screen shows a call list, not a register: leaders come first. */
const MOST_UNREACHABLE = 500;

/** The route that each member of the teams would be told by: the planner's own choice, made without writing. */
@Injectable()
export class PlanRoutes {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly membership: MembershipApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Teams outside the unit are left out: issuing refuses them by name. */
  async of(
    unitId: string,
    teamIds: readonly string[],
  ): Promise<{ people: number; routes: Route[]; unreachable: Unreachable[] }> {
    const parameters = [teamIds, this.clock.today(), this.clock.now(), this.channels.ids, unitId];
    const counts = await this.database.rows<{ route: Route['route']; people: number }>(
      `with ${routed} select route, count(*)::int as people from routed group by 1`,
      parameters,
    );
    const none = await this.database.rows<{ person_id: string; team_id: string; role: string }>(
      `with ${routed} select person_id, team_id, role from routed where route = 'none' order by array_position(array['leader', 'deputy', 'member'], role), team_id, person_id limit ${MOST_UNREACHABLE}`,
      parameters,
    );
    return {
      people: counts.reduce((sum, { people }) => sum + people, 0),
      routes: this.inLadderOrder(counts),
      unreachable: await this.named(none),
    };
  }

  private inLadderOrder(counts: readonly { route: Route['route']; people: number }[]): Route[] {
    const now = this.clock.now();
    const channels = new Map(this.channels.ladder.map((channel) => [channel.id as string, channel]));
    const order = [...channels.keys(), 'inbox', 'none'];
    return counts
      .toSorted((a, b) => order.indexOf(a.route) - order.indexOf(b.route))
      .map(({ route, people }) => {
        const limits = channels.get(route)?.limits;
        const deferredUntil = limits?.respectsQuietHours
          ? quietUntil(now, this.env.QUIET_FROM, this.env.QUIET_TO)
          : undefined;
        const start = Math.max(now.getTime() + this.env.HOLD_SECONDS * 1000, deferredUntil?.getTime() ?? 0);
        const finishedAt =
          route === 'none'
            ? null
            : route === 'inbox'
              ? now
              : new Date(start + (limits ? (people / limits.perSecond) * 1000 : 0));
        return {
          route,
          people,
          costVnd: 0,
          finishedAt: finishedAt?.toISOString() ?? null,
          deferredUntil: deferredUntil?.toISOString() ?? null,
        };
      });
  }

  private async named(rows: readonly { person_id: string; team_id: string; role: string }[]): Promise<Unreachable[]> {
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.person_id)),
      this.membership.teams(rows.map((row) => row.team_id)),
    ]);
    return rows.flatMap(({ person_id, team_id, role }) => {
      const person = people.get(person_id);
      return person
        ? [
            {
              person,
              team: { id: team_id, name: teams.get(team_id)?.name ?? '' },
              role,
              why: 'no_session_no_address' as const,
            },
          ]
        : [];
    });
  }
}

/** Each person once, by the team where they stand highest. */
const routed = `
  audience as (
    select distinct on (m.person_id) m.person_id, m.team_id, m.role
      from teams_at($2::date) t join team_members_at($2::date) m on m.team_id = t.id
     where t.id = any($1) and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = $5)
     order by m.person_id, array_position(array['leader', 'deputy', 'member'], m.role)),
  routed as materialized (
    select a.person_id, a.team_id, a.role,
           coalesce(
             (select x.channel from addresses_at($3) x where x.person_id = a.person_id and x.channel = any($4::text[]) and x.address is not null order by array_position($4::text[], x.channel) limit 1),
             case when k.has_session then 'inbox' else 'none' end) as route
      from audience a join contactable_at($3) k on k.person_id = a.person_id)`;
