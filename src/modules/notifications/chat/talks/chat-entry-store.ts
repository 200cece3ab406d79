/** What was recorded last from a chat, so that a correction aims at it. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
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
    const recorded = JSON.stringify(entries);
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into chat_said (channel, address, person_id, entries, said_at)
        values (${channel}, ${address}, ${personId}, ${recorded}, ${now})
       on conflict (channel, address) do update set person_id = ${personId}, entries = ${recorded}, said_at = ${now}`,
    );
  }

  /** Of this person in this chat, as long as it may be corrected. */
  async last({ channel, address }: ChatPartner, { personId }: Actor): Promise<SaidEntry[]> {
    const row = await this.database.one<{ entries: unknown }>(
      sql`select entries from chat_said where channel = ${channel} and address = ${address} and person_id = ${personId}
        and said_at > ${new Date(this.clock.now().getTime() - CORRECTABLE_MS)}`,
    );
    return z.array(SaidEntry).safeParse(row?.entries).data ?? [];
  }
}
