/** What events tell of an address: its owner has written, or it can no longer be reached. Events may come in any order. */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#channels';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';

@Injectable()
export class AddressNews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The owner has written or come back: the window is open, and what was gone is here again. */
  async heard(channel: ChannelId, address: string, at: Date): Promise<void> {
    await this.database.rows(
      `insert into address_states as s (channel, address, last_inbound_at, changed_at) values ($1, $2, $3, $4)
       on conflict (channel, address) do update set
         last_inbound_at = greatest(s.last_inbound_at, $3),
         sent_since = case when s.last_inbound_at >= $3 then s.sent_since else 0 end,
         gone_at = case when s.gone_at > $3 then s.gone_at end,
         gone_code = case when s.gone_at > $3 then s.gone_code end,
         changed_at = $4`,
      [channel, address, at, this.clock.now()],
    );
  }

  /** The owner has come back without a word: reachable, but no window has opened. */
  async back(channel: ChannelId, address: string, at: Date): Promise<void> {
    await this.database.rows(
      'update address_states set gone_at = null, gone_code = null, changed_at = $4 where channel = $1 and address = $2 and gone_at <= $3',
      [channel, address, at, this.clock.now()],
    );
  }

  /** The owner has blocked us. Something that they did later counts more. */
  async gone(channel: ChannelId, address: string, at: Date, code: string): Promise<void> {
    await this.database.rows(
      `insert into address_states as s (channel, address, gone_at, gone_code, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (channel, address) do update set gone_at = $3, gone_code = $4, changed_at = $5
         where s.last_inbound_at is null or s.last_inbound_at <= $3`,
      [channel, address, at, code, this.clock.now()],
    );
  }

  /** An answer of ours went out: the account's free messages are counted. */
  async answered(channel: ChannelId, address: string): Promise<void> {
    await this.database.rows(
      'update address_states set sent_since = sent_since + 1, changed_at = $3 where channel = $1 and address = $2',
      [channel, address, this.clock.now()],
    );
  }

  /** Nothing of the address stays: its owner asked for that. */
  async erase(channel: ChannelId, address: string): Promise<void> {
    for (const table of ['address_states', 'chat_questions', 'chat_hints', 'chat_said'])
      await this.database.rows(`delete from ${table} where channel = $1 and address = $2`, [channel, address]);
    await this.database.rows('update deliveries set address = null where channel = $1 and address = $2', [
      channel,
      address,
    ]);
  }
}
