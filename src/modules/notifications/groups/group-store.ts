/** The rows of linked groups: what is open, what has moved, what is gone. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { GroupChat } from './group-chat.entity.ts';

export type LinkedGroup = Pick<
  GroupChat,
  'id' | 'teamId' | 'unitId' | 'channel' | 'address' | 'title' | 'link' | 'assetId' | 'linkedBy' | 'linkedAt' | 'goneAt'
>;

/** Whose group it is: a team's, or a commune's. */
export type GroupOwner = { teamId: string } | { unitId: string };

const open = sql`select id, team_id as "teamId", unit_id as "unitId", channel, address, title, link, asset_id as "assetId",
    linked_by as "linkedBy", linked_at as "linkedAt", gone_at as "goneAt" from group_chats where ended_at is null`;

const at = (channel: string, address: string): Sql => sql`${open} and channel = ${channel} and address = ${address}`;
/** Not one that is only being made. */
const of = (owner: GroupOwner): Sql =>
  sql`${open} and address is not null and ${'teamId' in owner ? sql`team_id = ${owner.teamId}` : sql`unit_id = ${owner.unitId}`}`;

@Injectable()
export class GroupStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  byAddress(channel: string, address: string): Promise<LinkedGroup | undefined> {
    return this.database.one<LinkedGroup>(at(channel, address));
  }

  ofOwner(owner: GroupOwner): Promise<LinkedGroup | undefined> {
    return this.database.one<LinkedGroup>(of(owner));
  }

  /** Locked until the transaction ends. */
  async lockByAddress(tx: Tx, channel: string, address: string): Promise<LinkedGroup | undefined> {
    return (await rowsOf<LinkedGroup>(tx, sql`${at(channel, address)} for update`))[0];
  }

  async lockOfOwner(tx: Tx, owner: GroupOwner): Promise<LinkedGroup | undefined> {
    return (await rowsOf<LinkedGroup>(tx, sql`${of(owner)} for update`))[0];
  }

  async ofOwners(teamIds: readonly string[], unitIds: readonly string[]): Promise<LinkedGroup[]> {
    return this.database.rows<LinkedGroup>(
      sql`${open} and address is not null and (team_id = any(${teamIds}) or unit_id = any(${unitIds}))`,
    );
  }

  /** Ends the link; what has not been posted yet stays unposted. */
  async end(tx: Tx, id: string, byId: string | null): Promise<void> {
    const now = this.clock.now();
    await execute(
      tx,
      sql`update group_chats set ended_at = ${now}, ended_by = ${byId} where id = ${id} and ended_at is null`,
    );
    await execute(
      tx,
      sql`update group_posts set state = 'skipped', failure_code = 'unlinked', changed_at = ${now} where group_id = ${id}
        and state = 'due'`,
    );
  }

  /** The platform no longer lets the bot write there: a whole chat with its topics, or the one address. */
  async markGone(channel: string, address: string, code: string): Promise<void> {
    await this.database.rows(
      sql`update group_chats set gone_at = ${this.clock.now()}, gone_code = ${code}
        where channel = ${channel} and ended_at is null and gone_at is null
          and (address = ${address} or address like ${address} || '/%')`,
    );
  }

  /** A group has got another address; a topic keeps its number. Twice is once. */
  async move(channel: string, from: string, to: string): Promise<void> {
    await this.database.rows(
      sql`update group_chats g set address = ${to} || substr(g.address, length(${from}) + 1)
        where g.channel = ${channel} and g.ended_at is null and (g.address = ${from} or g.address like ${from} || '/%')
          and not exists (select 1 from group_chats o where o.channel = ${channel} and o.ended_at is null
            and o.address = ${to} || substr(g.address, length(${from}) + 1))`,
    );
  }
}
