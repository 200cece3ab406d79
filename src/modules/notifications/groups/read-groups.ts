import { Injectable } from '@nestjs/common';
import { GMF_NAME, shortGroupName } from '#channels';
import type { RouteAnswer, routes } from '#contracts';
import { type GroupOwnerInfo, MembershipApi, TeamGroupsApi } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { GroupChannels } from './group-channels.ts';
import { type LinkedGroup, GroupStore } from './group-store.ts';

type GroupRow = RouteAnswer<typeof routes.groups>[number];

/** Chat groups of a unit: its own first where it is a commune, then those of its teams. */
@Injectable()
export class ReadGroups {
  constructor(
    private readonly groups: TeamGroupsApi,
    private readonly store: GroupStore,
    private readonly channels: GroupChannels,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly scope: Scope,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<GroupRow[]> {
    if (!(await this.organization.unitRef(unitId))) throw platformErrors.notFound();
    await this.scope.require(actor, 'group.manage', { unitId });
    const owners = await this.groups.under(unitId);
    const chats = await this.store.ofOwners(
      owners.flatMap(({ teamId }) => teamId ?? []),
      owners.flatMap((owner) => (owner.teamId ? [] : owner.unitId)),
    );
    const units = await this.organization.unitRefs(owners.map((owner) => owner.unitId));
    const people = await this.membership.people(chats.flatMap(({ linkedBy }) => linkedBy ?? []));
    return owners.flatMap((owner) => {
      const unit = units.get(owner.unitId);
      const chat = chats.find(({ teamId, unitId }) =>
        owner.teamId ? teamId === owner.teamId : unitId === owner.unitId,
      );
      return unit ? [this.row(owner, unit, chat && toChat(chat, people))] : [];
    });
  }

  private row(owner: GroupOwnerInfo, unit: UnitRef, chat: GroupRow['chat'] | undefined): GroupRow {
    const { state, name, channel, link } = owner.registered;
    const max = this.channels.gmf?.capabilities.groupNameMax ?? GMF_NAME;
    return {
      team: owner.teamId && owner.teamName !== null ? { id: owner.teamId, name: owner.teamName } : null,
      unit,
      state,
      name,
      proposed: owner.proposed,
      proposedShort: owner.short(max) ?? shortGroupName(owner.proposed, max),
      channel: channel as GroupRow['channel'],
      link,
      chat: chat ?? null,
    };
  }
}

type People = Awaited<ReturnType<MembershipApi['people']>>;

function toChat({ channel, title, linkedAt, linkedBy, goneAt }: LinkedGroup, people: People): GroupRow['chat'] {
  return {
    channel,
    title,
    linkedAt: linkedAt.toISOString(),
    linkedBy: (linkedBy && people.get(linkedBy)) || null,
    state: goneAt ? 'gone' : 'active',
  };
}
