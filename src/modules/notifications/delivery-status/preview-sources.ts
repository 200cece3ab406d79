import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { TasksApi } from '#modules/tasks';

type Input = RouteBody<typeof routes.previewAssignment>;

/** What a preview shows of other modules. */
@Injectable()
export class PreviewSources {
  constructor(
    private readonly tasks: TasksApi,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
  ) {}

  async read(input: Input, teamIds: readonly string[], unreachable: readonly string[]) {
    const { unitId, templateCode } = input;
    const [orders, products, groups, phones, units] = await Promise.all([
      this.tasks.similarOpen(unitId, templateCode, teamIds),
      this.tasks.productsOfOrder(input),
      this.membership.groupsRegistered(teamIds),
      this.membership.maskedPhones(unreachable),
      this.organization.unitRefs([unitId]),
    ]);
    const names = await this.membership.teams(orders.flatMap((order) => order.teamIds));
    const similar = orders.map(({ id, title, issuedAt, teamIds: unfinished }) => ({
      assignmentId: id,
      title,
      issuedAt: issuedAt.toISOString(),
      unfinishedTeams: unfinished.map((team) => names.get(team)?.name ?? ''),
    }));
    return { similar, products, groups, phones, issuer: units.get(unitId)?.fullName ?? '' };
  }
}
