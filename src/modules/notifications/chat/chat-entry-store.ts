/** What was recorded last from a chat, so that a correction aims at it. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { ChatPartner } from './chat-partner.ts';
import { SaidEntry } from './chat-command.ts';

const CORRECTABLE_MS = 24 * 3_600_000;

@Injectable()
export class ChatEntryStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async keep({ channel, address }: ChatPartner, { personId }: Actor, entries: readonly SaidEntry[]): Promise<void> {
    await this.database.rows(
      `insert into chat_said (channel, address, person_id, entries, said_at) values ($1, $2, $3, $4, $5)
       on conflict (channel, address) do update set person_id = $3, entries = $4, said_at = $5`,
      [channel, address, personId, JSON.stringify(entries), this.clock.now()],
    );
  }

  /** Of this person in this chat, as long as it may be corrected. */
  async last({ channel, address }: ChatPartner, { personId }: Actor): Promise<SaidEntry[]> {
    const row = await this.database.one<{ entries: unknown }>(
      'select entries from chat_said where channel = $1 and address = $2 and person_id = $3 and said_at > $4',
      [channel, address, personId, new Date(this.clock.now().getTime() - CORRECTABLE_MS)],
    );
    return z.array(SaidEntry).safeParse(row?.entries).data ?? [];
  }
}
