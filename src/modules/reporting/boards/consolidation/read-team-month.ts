import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { monthBefore, periodOf, periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, short, sql } from '#platform/database';
import { platformErrors } from '#platform/http';

type TeamMonth = RouteAnswer<typeof routes.teamMonth>;

interface Line {
  code: string;
  confirmed: number;
  waiting: number;
  before: number;
}

/** A team's own month: what it reported and what of it counts, beside the month before. */
@Injectable()
export class ReadTeamMonth {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string, query: RouteQuery<typeof routes.teamMonth>): Promise<TeamMonth> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    if (!team) throw platformErrors.denied();
    await this.scope.require(actor, 'task.read', { unitId: team.unitId, teamId });
    const unitId = team.communeId ?? team.unitId;
    const rule = await this.organization.periodRule(unitId);
    const period = query.month ? periodOfMonth(query.month, rule) : periodOf(this.clock.today(), rule);
    const before = periodOfMonth(monthBefore(period.month), rule);
    const [lines, trained, report, indicators] = await Promise.all([
      this.lines(teamId, period, before),
      this.trained(teamId, period),
      this.report(unitId, period.month),
      this.organization.indicators(null, period.endsOn),
    ]);
    return {
      ...period,
      figures: lines.flatMap(({ code, ...counts }) => {
        const indicator = indicators.get(code);
        if (!indicator) return [];
        const { dimensions: _, ...words } = indicator;
        return [{ indicator: words, ...counts }];
      }),
      trained,
      report,
    };
  }

  private lines(
    teamId: string,
    period: { startsOn: string; endsOn: string },
    before: { startsOn: string; endsOn: string },
  ): Promise<Line[]> {
    return this.database.rows<Line>(
      short(sql`select indicator_code as code,
              coalesce(sum(confirmed_value) filter (where happened_on >= ${period.startsOn}), 0)::float8 as confirmed,
              coalesce(sum(value) filter (where happened_on >= ${period.startsOn} and confirmed_value is null), 0)::float8 as waiting,
              coalesce(sum(confirmed_value) filter (where happened_on < ${period.startsOn}), 0)::float8 as before
         from counted_lines where team_id = ${teamId} and happened_on between ${before.startsOn} and ${period.endsOn} group by 1
           order by 2 desc, 1`),
    );
  }

  private async trained(teamId: string, period: { startsOn: string; endsOn: string }): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      short(sql`select count(distinct person_id)::int as n from trained_at_sessions where team_id = ${teamId}
        and held_on between ${period.startsOn} and ${period.endsOn}`),
    );
    return row?.n ?? 0;
  }

  private async report(unitId: string, month: string): Promise<TeamMonth['report']> {
    const row = await this.database.one<{ state: 'draft' | 'submitted' | 'returned' | 'accepted' }>(
      short(sql`select state from reports where unit_id = ${unitId} and kind = 'monthly' and month = ${`${month}-01`}`),
    );
    return !row || row.state === 'draft' ? 'open' : row.state;
  }
}
