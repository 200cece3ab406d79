/** The rows of linked groups: what is open, what has moved, what is gone. */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#channels';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';

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

const columns = 'id, team_id, unit_id, channel, address, title, link, asset_id, linked_by, linked_at, gone_at';

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
      `select ${columns} from group_chats where ended_at is null and address is not null and (team_id = any($1) or unit_id = any($2))`,
      [teamIds, unitIds],
    );
  }

  /** Ends the link; what has not been posted yet stays unposted. */
  async end(tx: Tx, id: string, byId: string | null): Promise<void> {
    const now = this.clock.now();
    await tx.query('update group_chats set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null', [
      id,
      now,
      byId,
    ]);
    await tx.query(
      `update group_posts set state = 'skipped', failure_code = 'unlinked', changed_at = $2 where group_id = $1 and state = 'due'`,
      [id, now],
    );
  }

  /** The platform no longer lets the bot write there: a whole chat with its topics, or the one address. */
  async markGone(channel: string, address: string, code: string): Promise<void> {
    await this.database.rows(
      `update group_chats set gone_at = $3, gone_code = $4
        where channel = $1 and ended_at is null and gone_at is null and (address = $2 or address like $2 || '/%')`,
      [channel, address, this.clock.now(), code],
    );
  }

  /** A group has got another address; a topic keeps its number. Twice is once. */
  async move(channel: string, from: string, to: string): Promise<void> {
    await this.database.rows(
      `update group_chats g set address = $3 || substr(g.address, length($2) + 1)
        where g.channel = $1 and g.ended_at is null and (g.address = $2 or g.address like $2 || '/%')
          and not exists (select 1 from group_chats o where o.channel = $1 and o.ended_at is null and o.address = $3 || substr(g.address, length($2) + 1))`,
      [channel, from, to],
    );
  }

  private async first(tx: Tx | undefined, where: string, parameters: unknown[]): Promise<GroupChat | undefined> {
    const rows = await rowsOf<GroupChat>(
      tx ?? this.database.manager,
      `select ${columns} from group_chats where ended_at is null and ${where}${tx ? ' for update' : ''}`,
      parameters,
    );
    return rows[0];
  }
}
