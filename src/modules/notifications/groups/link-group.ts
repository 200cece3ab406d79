import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { groupLinked } from '../notifications.events.ts';
import { type LinkedGroup, type GroupOwner, GroupStore } from './group-store.ts';
import { GroupChat } from './group-chat.entity.ts';

export interface FoundGroup {
  address: string;
  title: string;
}

export type LinkOutcome = 'linked' | 'same' | 'taken';

/** Ties a Telegram group or topic to a team or commune, and writes it into the register. The caller has asked for the right. */
@Injectable()
export class LinkGroup {
  constructor(
    private readonly database: Database,
    private readonly store: GroupStore,
    private readonly groups: TeamGroupsApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `taken`: it is another team's, who has to let it go first. An earlier group of the same team is let go. */
  execute(actor: Actor, owner: GroupOwnerInfo, group: FoundGroup): Promise<LinkOutcome> {
    return this.database.tx(async (tx) => {
      await this.oneAtATime(tx, owner, group);
      const known = await this.store.lockByAddress(tx, 'telegram', group.address);
      if (known && isOf(known, owner) && !known.goneAt) return 'same';
      if (known && !isOf(known, owner)) {
        if (await this.isInUse(known)) return 'taken';
        await this.store.end(tx, known.id, actor.personId);
      }
      const earlier = await this.store.lockOfOwner(tx, ownerOf(owner));
      if (earlier) await this.store.end(tx, earlier.id, actor.personId);
      await this.write(tx, actor, owner, group);
      return 'linked';
    });
  }

  /** Two presses at once, and two groups for one team at once, come one after the other. */
  private oneAtATime(tx: Tx, { teamId, unitId }: GroupOwnerInfo, { address }: FoundGroup): Promise<void> {
    return takeTurn(tx, [`group ${address}`, `group ${teamId ?? unitId}`]);
  }

  /** What is gone, or of a team that is no more, is in nobody's way. */
  private async isInUse({ teamId, unitId, goneAt }: LinkedGroup): Promise<boolean> {
    if (goneAt) return false;
    return (await this.groups.owner(teamId ? { teamId } : { unitId: unitId as string })) !== undefined;
  }

  private async write(tx: Tx, actor: Actor, owner: GroupOwnerInfo, { address, title }: FoundGroup): Promise<void> {
    const id = v7();
    const { teamId, unitId } = owner;
    await tx.insert(GroupChat, {
      id,
      teamId,
      unitId: teamId ? null : unitId,
      channel: 'telegram',
      address,
      title,
      linkedBy: actor.personId,
      linkedAt: this.clock.now(),
    });
    await this.groups.register(tx, actor, owner, { channel: 'telegram', name: title, link: null });
    await this.outbox.append(
      tx,
      groupLinked({ groupId: id, ...(teamId ? { teamId } : { unitId }) }, { unitId, changes: { channel: 'telegram' } }),
      actor,
    );
  }
}

export function ownerOf({ teamId, unitId }: Pick<GroupOwnerInfo, 'teamId' | 'unitId'>): GroupOwner {
  return teamId ? { teamId } : { unitId };
}

function isOf(chat: LinkedGroup, owner: GroupOwnerInfo): boolean {
  return owner.teamId ? chat.teamId === owner.teamId : chat.unitId === owner.unitId;
}
