/** The rows of a group that the Official Account is asked to make: reserved before the call, so that no seat is spent twice. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, sqlState, takeTurn, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { notificationErrors } from '../notifications.errors.ts';
import { groupLinked } from '../notifications.events.ts';
import { GroupChat } from './group-chat.entity.ts';
import { GroupStore } from './group-store.ts';

/** Longer than the calls that make a group. */
const LEASE_MS = 60_000;

type Row = Pick<GroupChat, 'id' | 'address' | 'title' | 'link' | 'assetId' | 'makingUntil'>;

export interface MadeGroup {
  groupId: string;
  name: string;
  link: string | null;
}

@Injectable()
export class GroupMaking {
  constructor(
    private readonly database: Database,
    private readonly store: GroupStore,
    private readonly groups: TeamGroupsApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The group that stands on this seat already. */
  known(teamId: string, assetId: string): Promise<MadeGroup | undefined> {
    return this.database.one<MadeGroup>(
      sql`select address as "groupId", title as name, link from group_chats where team_id = ${teamId} and asset_id = ${assetId}
        and ended_at is null and address is not null`,
    );
  }

  /**
   * Reserves the seat for the team, or takes up what an earlier try left.
   * @returns `made` when the group stands already. @throws notification.groupExists, groupBeingMade, seatUsed
   */
  async begin(actor: Actor, owner: GroupOwnerInfo, assetId: string): Promise<{ id: string; made?: MadeGroup }> {
    try {
      return await this.database.tx((tx) => this.reserve(tx, actor, owner, assetId));
    } catch (error) {
      if (violation(error)?.constraint === 'group_chats_asset' && violation(error)?.state === sqlState.unique)
        throw notificationErrors.seatUsed({ path: 'assetId' });
      throw error;
    }
  }

  /** An earlier group of the team is let go, and the register written. */
  async finish(actor: Actor, owner: GroupOwnerInfo, id: string, { groupId, name, link }: MadeGroup): Promise<void> {
    const { teamId, unitId } = owner;
    await this.database.tx(async (tx) => {
      const earlier = (await this.rows(tx, teamId)).find((row) => row.address !== null && row.id !== id);
      if (earlier) await this.store.end(tx, earlier.id, actor.personId);
      await tx.update(
        GroupChat,
        { id },
        { address: groupId, title: name, link, makingUntil: null, linkedAt: this.clock.now() },
      );
      await this.groups.register(tx, actor, owner, { channel: 'zalo', name: owner.proposed, link });
      await this.outbox.append(
        tx,
        groupLinked({ groupId: id, ...(teamId && { teamId }) }, { unitId, changes: { channel: 'zalo-gmf' } }),
        actor,
      );
    });
  }

  /** The outcome is not known: the next try looks before it asks again. */
  async leaveOpen(id: string): Promise<void> {
    await this.database.manager.update(GroupChat, { id }, { makingUntil: null });
  }

  /** It surely was not made: the seat is free for others. */
  async giveUp(id: string): Promise<void> {
    await this.database.manager.update(GroupChat, { id }, { endedAt: this.clock.now(), makingUntil: null });
  }

  /** A group that another team has, or had. */
  async isOfAnother(groupId: string, teamId: string | null): Promise<boolean> {
    const rows = await this.database.rows(
      sql`select 1 from group_chats where channel = 'zalo-gmf' and address = ${groupId} and team_id is distinct from ${teamId} limit 1`,
    );
    return rows.length > 0;
  }

  private async reserve(
    tx: Tx,
    actor: Actor,
    { teamId, proposed }: GroupOwnerInfo,
    assetId: string,
  ): Promise<{ id: string; made?: MadeGroup }> {
    await takeTurn(tx, [`group ${teamId}`]);
    const rows = await this.rows(tx, teamId);
    const made = rows.find((row) => row.assetId !== null && row.address !== null);
    if (made?.assetId === assetId)
      return { id: made.id, made: { groupId: made.address as string, name: made.title, link: made.link } };
    if (made) throw notificationErrors.groupExists();
    const now = this.clock.now();
    const open = rows.find((row) => row.address === null);
    if (open && (open.assetId !== assetId || (open.makingUntil && open.makingUntil > now)))
      throw notificationErrors.groupBeingMade();
    const id = open?.id ?? v7();
    await execute(
      tx,
      sql`insert into group_chats (id, team_id, channel, title, asset_id, making_until, linked_by, linked_at)
        values (${id}, ${teamId}, 'zalo-gmf', ${proposed}, ${assetId}, ${new Date(now.getTime() + LEASE_MS)}, ${actor.personId}, ${now})
       on conflict (id) do update set making_until = excluded.making_until`,
    );
    return { id };
  }

  private rows(tx: Tx, teamId: string | null): Promise<Row[]> {
    return rowsOf<Row>(
      tx,
      sql`select id, address, title, link, asset_id as "assetId", making_until as "makingUntil" from group_chats
        where team_id = ${teamId} and ended_at is null for update`,
    );
  }
}
