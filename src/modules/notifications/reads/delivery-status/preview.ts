import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { daysBetween } from '#i18n';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { type MessageParams, wordMessage } from '../../plan/messages/index.ts';
import { ChaseRules, stepHours } from './chase-rules.ts';
import { PlanRoutes } from './plan-routes.ts';
import { type Input, PreviewSources } from './preview-sources.ts';

type Plan = RouteAnswer<typeof routes.previewAssignment>;

/** Before sending: who hears by which route, who must be called, what is similar. Writes nothing. */
@Injectable()
export class PreviewAssignment {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly scope: Scope,
    private readonly sources: PreviewSources,
    private readonly routes: PlanRoutes,
    private readonly rules: ChaseRules,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, asked: RouteBody<typeof routes.previewAssignment>): Promise<Plan> {
    await this.scope.require(actor, 'assignment.issue', { unitId: asked.unitId });
    const input = await this.sources.resolved(actor, asked);
    const teamIds = input.shares.map(({ teamId }) => teamId);
    const { people, routes, short, unreachable } = await this.routes.of(
      input.unitId,
      teamIds,
      input.priority === 'urgent',
    );
    const { similar, products, groups, phones, told } = await this.sources.read(
      input,
      teamIds,
      unreachable.map(({ person }) => person.id),
    );
    const reachable = people - (routes.find(({ route }) => route === 'none')?.people ?? 0);
    return {
      people,
      reachable,
      teams: teamIds.length,
      routes,
      short,
      unreachable: unreachable.map((one) => ({ ...one, phoneMasked: phones.get(one.person.id) ?? null })),
      similar,
      products,
      groups: { registered: groups, teams: teamIds.length },
      needsSecondApprover: input.approval !== null,
      secondApproval: input.approval,
      message: this.message(input, told),
      plannedAt: this.clock.now().toISOString(),
      ladderHours: await this.chaseHours(input),
      holdSeconds: this.env.HOLD_SECONDS,
      quietFrom: this.env.QUIET_FROM,
      quietTo: this.env.QUIET_TO,
    };
  }

  /** In Vietnamese: what the members will read. */
  private message({ title, work, dueOn, replyByOn }: Input, told: MessageParams): Plan['message'] {
    return wordMessage('taskAssigned', { ...told, title, work, dueOn, replyBy: replyByOn }, 'vi', this.clock.now());
  }

  private async chaseHours({ unitId, replyByOn, priority }: Input): Promise<Plan['ladderHours']> {
    const rule = await this.rules.of(unitId);
    const asked = { days: daysBetween(this.clock.today(), replyByOn), urgent: priority === 'urgent' };
    return {
      remind: stepHours(rule.remindHours, rule, asked),
      supporter: stepHours(rule.supporterHours, rule, asked),
      callList: stepHours(rule.callListHours, rule, asked),
    };
  }
}
