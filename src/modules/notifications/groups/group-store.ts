/** The rows of linked groups: what is open, what has moved, what is gone. */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#channels';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';

export interface GroupChat {
  id: string;
  team_id: string | null;
  unit_id: string | null;
  channel: Extract<ChannelId, 'telegram' | 'zalo-gmf'>;
  address: string | null;
  title: string;
  link: string | null;
  asset_id: string | null;
  linked_by: string | null;
  linked_at: Date;
  gone_at: Date | null;
}

/** Whose group it is: a team's, or a commune's. */
export type GroupOwner = { teamId: string } | { unitId: string };

const columns = sql`id, team_id, unit_id, channel, address, title, link, asset_id, linked_by, linked_at, gone_at`;

@Injectable()
export class GroupStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  byAddress(channel: string, address: string, tx?: Tx): Promise<GroupChat | undefined> {
    return this.first(tx, 'channel = $1 and address = $2', [channel, address]);
  }

  /** Not one that is only being made. */
  ofOwner(owner: GroupOwner, tx?: Tx): Promise<GroupChat | undefined> {
    return 'teamId' in owner
      ? this.first(tx, 'address is not null and team_id = $1', [owner.teamId])
      : this.first(tx, 'address is not null and unit_id = $1', [owner.unitId]);
  }

  async ofOwners(teamIds: readonly string[], unitIds: readonly string[]): Promise<GroupChat[]> {
    return this.database.rows(
      sql`select ${columns} from group_chats where ended_at is null and address is not null
        and (team_id = any(${teamIds}) or unit_id = any(${unitIds}))`,
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

  private async first(tx: Tx | undefined, where: string, parameters: unknown[]): Promise<GroupChat | undefined> {
    const rows = await rowsOf<GroupChat>(
      tx ?? this.database.manager,
      `select ${columns.text} from group_chats where ended_at is null and ${where}${tx ? ' for update' : ''}`,
      parameters,
    );
    return rows[0];
  }
}
