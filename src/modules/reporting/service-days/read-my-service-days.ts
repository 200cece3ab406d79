import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { periodOf, periodOfMonth } from '#contracts/reporting/periods';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { payOfPerson } from './allowance.ts';
import { AllowanceRules } from './allowance-rules.ts';
import { ServiceDayQueries, type WorkOfDay } from './service-day.queries.ts';

type View = RouteAnswer<typeof routes.myServiceDays>;
/** More of a day is not read on a phone. */
const MOST_WORKS = 5;

/** "Ngày công của tôi": nobody else's. */
@Injectable()
export class ReadMyServiceDays {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly queries: ServiceDayQueries,
    private readonly rules: AllowanceRules,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string, { month }: RouteQuery<typeof routes.myServiceDays>): Promise<View> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    if (!team) throw platformErrors.denied();
    await this.scope.require(actor, 'task.report', { unitId: team.unitId, teamId });
    const communeId = team.communeId ?? team.unitId;
    const today = this.clock.today();
    const rule = await this.organization.periodRule(communeId);
    const { dueOn: _, ...period } = month ? periodOfMonth(month, rule) : periodOf(today, rule);
    const [works, rules, indicators] = await Promise.all([
      this.queries.ofPerson(actor.personId, { teamId, communeId, today }, period),
      this.rules.of(communeId, period.startsOn, period.endsOn),
      this.organization.indicators(null, period.endsOn),
    ]);
    const byDay = new Map<string, WorkOfDay[]>();
    for (const work of works) byDay.set(work.day, [...(byDay.get(work.day) ?? []), work]);
    const days = [...byDay].map(([day, done]) => ({
      day,
      isConfirmed: done.some(({ isConfirmed }) => isConfirmed),
      works: done.slice(0, MOST_WORKS).map(({ code, title, value, minutes }) => {
        const { name = '', unit = '', unitEn = '' } = indicators.get(code) ?? {};
        return { title: title ?? name, value, unit, unitEn, minutes };
      }),
    }));
    const confirmed = days.filter(({ isConfirmed }) => isConfirmed).map(({ day }) => day);
    return {
      ...period,
      confirmed: confirmed.length,
      waiting: days.length - confirmed.length,
      pay: payOfPerson(rules, confirmed, period),
      days,
    };
  }
}
