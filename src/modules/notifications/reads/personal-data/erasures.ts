import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonErasures } from '#modules/membership';
import { sql } from '#platform/database';

/** How what messages hold about a person goes: addresses and what they wrote; that so many were told stays. */
@Injectable()
export class NotificationsErasures implements OnModuleInit {
  constructor(private readonly erasures: PersonErasures) {}

  onModuleInit(): void {
    this.addresses();
    this.words();
    this.settings();
  }

  private addresses(): void {
    this.erasures.erases(
      'address_states',
      'address gone_code moved_to',
      ({ addresses }) =>
        sql`delete from address_states where address = any(${addresses}::text[]) or moved_to = any(${addresses}::text[])`,
    );
    this.erasures.erases(
      'delivery_rows',
      'address',
      ({ ids }) =>
        sql`update delivery_rows set address = null where person_id = any(${ids}::uuid[]) and address is not null`,
    );
    this.erasures.erases(
      'office_mails',
      'address recipient',
      ({ ids }) => sql`delete from office_mails where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'chat_hints',
      'address',
      ({ addresses }) => sql`delete from chat_hints where address = any(${addresses}::text[])`,
    );
    this.erasures.erases(
      'chat_questions',
      'address content',
      ({ addresses }) => sql`delete from chat_questions where address = any(${addresses}::text[])`,
    );
    this.erasures.erases(
      'chat_said',
      'address entries',
      ({ ids, addresses }) =>
        sql`delete from chat_said where person_id = any(${ids}::uuid[]) or address = any(${addresses}::text[])`,
    );
    this.erasures.erases(
      'webhook_events',
      'body chat',
      ({ addresses }) => sql`delete from webhook_events where chat = any(${addresses}::text[])`,
    );
  }

  /** Names that messages carry: of who acted, of who was asked about. */
  private words(): void {
    this.erasures.erases(
      'messages',
      'params',
      ({
        ids,
        teamIds,
        words,
      }) => sql`update messages m set params = without_words(m.params::text, ${words}::text[])::jsonb
          where (m.sender_id = any(${ids}::uuid[]) or m.team_id = any(${teamIds}::uuid[])
              or m.id in (select message_id from notifications where person_id = any(${ids}::uuid[])))
            and without_words(m.params::text, ${words}::text[]) <> m.params::text`,
    );
    this.erasures.erases(
      'call_notes',
      'note',
      ({ ids, words }) => sql`update call_notes set note = without_words(note, ${words}::text[])
          where note is not null and (person_id = any(${ids}::uuid[]) or by_id = any(${ids}::uuid[]))`,
    );
    this.erasures.erases(
      'log_questions',
      'answer',
      ({ ids, words }) => sql`update log_questions set answer = without_words(answer, ${words}::text[])
          where person_id = any(${ids}::uuid[])`,
    );
  }

  private settings(): void {
    this.erasures.erases(
      'notification_preferences',
      'muted off_channels quiet_from quiet_to read_channel reads',
      ({ ids }) => sql`delete from notification_preferences where person_id = any(${ids}::uuid[])`,
    );
    this.erasures.erases(
      'push_subscriptions',
      'address endpoint_hash',
      ({ ids }) => sql`delete from push_subscriptions where person_id = any(${ids}::uuid[])`,
    );
  }
}
