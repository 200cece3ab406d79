/** What events tell of an address: its owner has written, or it can no longer be reached. Events may come in any order. */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#channels';
import { Clock } from '#platform/clock';
import { Database, raw, sql } from '#platform/database';

@Injectable()
export class AddressNews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The owner has written or come back: the window is open, and what was gone is here again. */
  async heard(channel: ChannelId, address: string, at: Date): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into address_states as s (channel, address, last_inbound_at, changed_at) values (${channel}, ${address}, ${at}, ${now})
       on conflict (channel, address) do update set
         last_inbound_at = greatest(s.last_inbound_at, ${at}),
         sent_since = case when s.last_inbound_at >= ${at} then s.sent_since else 0 end,
         gone_at = case when s.gone_at > ${at} then s.gone_at end,
         gone_code = case when s.gone_at > ${at} then s.gone_code end,
         changed_at = ${now}`,
    );
  }

  /** The owner has come back without a word: reachable, but no window has opened. */
  async back(channel: ChannelId, address: string, at: Date): Promise<void> {
    await this.database.rows(
      sql`update address_states set gone_at = null, gone_code = null, changed_at = ${this.clock.now()}
        where channel = ${channel} and address = ${address} and gone_at <= ${at}`,
    );
  }

  /** The owner has blocked us. Something that they did later counts more. */
  async gone(channel: ChannelId, address: string, at: Date, code: string): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into address_states as s (channel, address, gone_at, gone_code, changed_at)
        values (${channel}, ${address}, ${at}, ${code}, ${now})
       on conflict (channel, address) do update set gone_at = ${at}, gone_code = ${code}, changed_at = ${now}
         where s.last_inbound_at is null or s.last_inbound_at <= ${at}`,
    );
  }

  /** An answer of ours went out: the account's free messages are counted. */
  async answered(channel: ChannelId, address: string): Promise<void> {
    await this.database.rows(
      sql`update address_states set sent_since = sent_since + 1, changed_at = ${this.clock.now()} where channel = ${channel}
        and address = ${address}`,
    );
  }

  /** Nothing of the address stays: its owner asked for that. */
  async erase(channel: ChannelId, address: string): Promise<void> {
    for (const table of ['address_states', 'chat_questions', 'chat_hints', 'chat_said'] as const)
      await this.database.rows(sql`delete from ${raw(table)} where channel = ${channel} and address = ${address}`);
    await this.database.rows(
      sql`update delivery_rows set address = null where channel = ${channel} and address = ${address}`,
    );
    await this.database.rows(
      sql`update delivery_chunks set addresses = array_to_string(array_replace(string_to_array(addresses, E'\\n'), ${address}, ''), E'\\n')
        where channel = ${channel} and state <> 'done' and ${address} = any(string_to_array(addresses, E'\\n'))`,
    );
  }
}
