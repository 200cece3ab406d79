import { Inject, Injectable } from '@nestjs/common';
import type { CreatedGroup, GmfChannel, SendFailure } from '#channels';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { ENV, type Env } from '#platform/config';
import { platformErrors, ProblemError } from '#platform/http';
import { notificationErrors } from '../notifications.errors.ts';
import { GroupChannels } from './group-channels.ts';
import { GroupInvitees } from './group-invitees.ts';
import { GroupMaking, type MadeGroup } from './group-making.ts';
import { GroupSeats } from './group-seats.ts';

/** Failures after which the group may stand all the same, or may be asked for again. */
const unsure: readonly SendFailure['cls'][] = ['AMBIGUOUS', 'RETRYABLE', 'RETRY_AFTER', 'QUOTA', 'REAUTH'];
/** Somebody spent the seat between our look and our call: perhaps we did. */
const SEAT_TAKEN = /238/;

/**
 * Has the Official Account make a team's Zalo group. Each spends one paid seat: the seat is reserved before the call, and
 * a try whose answer was lost first looks whether the seat has a group already.
 */
@Injectable()
export class MakeGroup {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly groups: TeamGroupsApi,
    private readonly channels: GroupChannels,
    private readonly seats: GroupSeats,
    private readonly invitees: GroupInvitees,
    private readonly making: GroupMaking,
  ) {}

  /** @throws notification.teamNotFound, channelOff, groupNamesCollide, groupWithoutAdmin, seatUsed, groupRefused, groupUnsure ... */
  async execute(actor: Actor, teamId: string, assetId: string): Promise<{ name: string; link: string | null }> {
    const owner = await this.groups.owner({ teamId });
    if (!owner) throw notificationErrors.teamNotFound();
    if (!(await this.groups.may(actor, owner, 'committee.manage'))) throw platformErrors.denied();
    const known = await this.making.known(teamId, assetId);
    if (known) return known;
    const { gmf } = this.channels;
    if (!gmf) throw notificationErrors.channelOff();
    const { id, made } = await this.making.begin(actor, owner, assetId);
    if (made) return made;
    const group = await this.orGiveUp(id, () => this.make(gmf, owner, assetId));
    await this.making.finish(actor, owner, id, group);
    return { name: group.name, link: group.link };
  }

  private async make(gmf: GmfChannel, owner: GroupOwnerInfo, assetId: string): Promise<MadeGroup> {
    const admins = this.env.ZALO_GMF_ADMINS?.split(',') ?? [];
    if (admins.length === 0) throw notificationErrors.groupWithoutAdmin();
    if ((await this.groups.namesakes(owner)).length > 0)
      throw notificationErrors.groupNamesCollide({ name: owner.proposed });
    const short = owner.short(gmf.capabilities.groupNameMax ?? owner.proposed.length);
    const standing = await this.standing(gmf, owner, assetId);
    if (standing) return { groupId: standing, name: short ?? owner.proposed, link: null };
    const people = await this.invitees.of(owner.teamId as string, admins, this.env.ZALO_GMF_PRODUCT);
    const create = (memberUserIds: readonly string[]) =>
      gmf.groups.create({ name: owner.proposed, ...(short && { short }), assetId, memberUserIds });
    const answer = await create(people);
    // Somebody does not follow the account any more: the group begins with its administrators, people come by the link.
    return groupOf(!answer.ok && answer.cls === 'RECIPIENT_GONE' ? await create(admins) : answer);
  }

  /** The group that the seat has already: of a try whose answer was lost, since the seat is reserved for this team. */
  private async standing(gmf: GmfChannel, { teamId }: GroupOwnerInfo, assetId: string): Promise<string | undefined> {
    const seat = (await this.seats.all(gmf)).find((one) => one.assetId === assetId);
    if (!seat || (seat.status === 'used' && !seat.groupId)) throw notificationErrors.seatUsed({ path: 'assetId' });
    if (seat.groupId && (await this.making.isOfAnother(seat.groupId, teamId)))
      throw notificationErrors.seatUsed({ path: 'assetId' });
    return seat.groupId;
  }

  private async orGiveUp<T>(id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const isRefusal = error instanceof ProblemError && error.status < 500;
      await (isRefusal ? this.making.giveUp(id) : this.making.leaveOpen(id));
      throw error;
    }
  }
}

function groupOf(answer: CreatedGroup | SendFailure): MadeGroup {
  if (answer.ok) return answer;
  if (unsure.includes(answer.cls) || SEAT_TAKEN.test(answer.code)) throw notificationErrors.groupUnsure();
  throw notificationErrors.groupRefused({ code: answer.code });
}
