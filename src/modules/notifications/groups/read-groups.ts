import { Injectable } from '@nestjs/common';
import { GMF_NAME, shortGroupName } from '#channels';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { type GroupOwnerInfo, type GroupStanding, MembershipApi, TeamGroupsApi } from '#modules/membership';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf, platformErrors } from '#platform/http';
import { GroupChannels } from './group-channels.ts';
import { type LinkedGroup, GroupStore } from './group-store.ts';

type Answer = RouteAnswer<typeof routes.groups>;
type GroupRow = Answer['items'][number];
/** What comes first: the rank, then the name. */
type Listed = GroupStanding & { rank: number };
type Key = readonly [rank: number, name: string, teamId: string];

const pages = pagesOf('groups', z.tuple([z.int(), z.string(), z.uuid()]));

const isBehind = ({ rank, name, teamId }: Listed, [afterRank, afterName, afterId]: Key): boolean =>
  (rank - afterRank || comparePlaces(name, afterName) || (teamId > afterId ? 1 : -1)) > 0 && teamId !== afterId;

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

  /** Names are judged of all teams; what else is shown is read for the page. */
  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.groups>): Promise<Answer> {
    if (!(await this.organization.unitRef(unitId))) throw platformErrors.notFound();
    await this.scope.require(actor, 'group.manage', { unitId });
    const asked = { ...query, unitId };
    const after = pages.after(asked);
    const standing = await this.groups.standingUnder(unitId);
    const own = await this.groups.ownOf(unitId);
    const listed = query.filter ? await this.urgent(standing) : standing.map((team) => ({ ...team, rank: 0 }));
    const isOwnListed = own !== undefined && (!query.filter || own.registered.state !== 'right');
    const rest = after ? listed.filter((team) => isBehind(team, after)) : listed;
    const cut = pages.cut(asked, rest.slice(0, query.limit + 1), ({ rank, name, teamId }) => [rank, name, teamId]);
    const items = await this.rows(cut.items.map(({ teamId }) => teamId));
    const count = (state: GroupStanding['state']) => standing.filter((team) => team.state === state).length;
    return {
      // The commune's own stands before those of its teams, on the first page.
      items: isOwnListed && !after ? [...(await this.present([own])), ...items] : items,
      total: listed.length + (isOwnListed ? 1 : 0),
      nextCursor: cut.nextCursor,
      sums: { right: count('right'), wrong: count('wrong'), none: count('none') },
    };
  }

  private async urgent(standing: readonly GroupStanding[]): Promise<Listed[]> {
    const chats = await this.store.ofOwners(
      standing.map(({ teamId }) => teamId),
      [],
    );
    const gone = new Set(chats.filter(({ goneAt }) => goneAt).map(({ teamId }) => teamId));
    return standing
      .filter(({ state, teamId }) => state !== 'right' || gone.has(teamId))
      .map((team) => ({ ...team, rank: ['wrong', 'none', 'right'].indexOf(team.state) }))
      .sort((a, b) => a.rank - b.rank);
  }

  /** In the order of the ids. */
  private async rows(teamIds: readonly string[]): Promise<GroupRow[]> {
    const owners = new Map((await this.groups.ofTeams(teamIds)).map((owner) => [owner.teamId, owner]));
    return this.present(teamIds.flatMap((id) => owners.get(id) ?? []));
  }

  private async present(owners: readonly GroupOwnerInfo[]): Promise<GroupRow[]> {
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
