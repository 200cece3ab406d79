import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import type { MessageParams } from '../../plan/messages/index.ts';

type Asked = RouteBody<typeof routes.previewAssignment>;
export type Input = Awaited<ReturnType<TasksApi['resolved']>>;

/** Of the teams with like work, a few are named. */
const NAMED = 5;

/** What a preview shows of other modules. */
@Injectable()
export class PreviewSources {
  constructor(
    private readonly tasks: TasksApi,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
  ) {}

  /** With each team's share, where teams were chosen as a list shows them. */
  resolved(actor: Actor, asked: Asked): Promise<Input> {
    return this.tasks.resolved(actor, asked);
  }

  async read(input: Input, teamIds: readonly string[], unreachable: readonly string[]) {
    const { unitId, templateCode } = input;
    const [orders, products, groups, phones, units, indicators, directives] = await Promise.all([
      this.tasks.similarOpen(unitId, templateCode, teamIds),
      this.tasks.productsOfOrder(input),
      this.membership.groupsRegistered(teamIds),
      this.membership.maskedPhones(unreachable),
      this.organization.unitRefs([unitId]),
      this.organization.indicators([input.indicatorCode]),
      this.organization.directives([input.directiveId]),
    ]);
    const names = await this.membership.teams(orders.flatMap((order) => order.teamIds.slice(0, NAMED)));
    const similar = orders.map(({ id, title, issuedAt, teamIds: unfinished }) => ({
      assignmentId: id,
      title,
      issuedAt: issuedAt.toISOString(),
      unfinished: unfinished.length,
      unfinishedTeams: unfinished.slice(0, NAMED).map((team) => names.get(team)?.name ?? ''),
    }));
    const [first] = input.shares;
    const same = first && input.shares.every(({ target }) => target === first.target);
    const { unit, unitEn } = indicators.get(input.indicatorCode) ?? {};
    const basis = directives.get(input.directiveId)?.citation;
    const told: MessageParams = {
      issuer: units.get(unitId)?.fullName ?? '',
      ...(basis && { basis }),
      ...(same && unit && { target: first.target, unit, unitEn: unitEn ?? unit }),
    };
    return { similar, products, groups, phones, told };
  }
}
