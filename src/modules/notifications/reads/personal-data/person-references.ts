import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '#modules/membership';
import { sql } from '#platform/database';

/**
 * What of messages goes along when two people are one: the inbox, what was settled about it, and what was told by phone.
 * Single rows by hand: they stand in one list with sets, all of them statements.
 */
@Injectable()
export class NotificationsPersonReferences implements OnModuleInit {
  constructor(private readonly parts: PersonReferences) {}

  onModuleInit(): void {
    this.inbox();
    this.settings();
    this.parts.counts(
      (personId) => sql`select 'notice' as kind, count(*)::int as n from notifications where person_id = ${personId}`,
    );
    this.parts.stays(
      'sent, or on its way to the address that it had',
      'delivery_rows.person_id',
      'office_mails.person_id',
    );
    this.parts.stays(
      'whoever decided or wrote it, then',
      'call_notes.by_id',
      'channel_log.by_id',
      'channel_states.declared_by',
      'channel_stops.by_id',
      'channel_stops.resumed_by',
      'channel_tests.person_id',
      'chases.by_id',
      'group_chats.ended_by',
      'group_chats.linked_by',
      'log_questions.asked_by',
      'messages.sender_id',
      'oa_consents.asked_by',
      'office_mails.made_by',
      'recipient_mailboxes.confirmed_by',
      'recipient_mailboxes.named_by',
    );
  }

  private inbox(): void {
    this.parts.moves(
      // What is tried again stays with the address that it goes to, and what both have heard is heard.
      (from, to) => sql`update notifications n set person_id = ${to} where person_id = ${from}
        and not exists (select 1 from notifications o where o.person_id = ${to} and o.message_id = n.message_id)
        and not exists (select 1 from delivery_rows d where d.message_id = n.message_id and d.person_id = n.person_id and d.state = 'due')`,
      (from, to) => sql`update call_notes set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`delete from digest_people d where d.person_id = ${from}
        and exists (select 1 from digest_people o where o.person_id = ${to} and o.due_on = d.due_on)`,
      (from, to) => sql`update digest_people set person_id = ${to} where person_id = ${from}`,
      // Asked of whoever it is today.
      (from, to) => sql`update log_questions set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`update chat_said set person_id = ${to} where person_id = ${from}`,
    );
  }

  private settings(): void {
    this.parts.moves(
      (from, to) => sql`delete from notification_preferences p where p.person_id = ${from}
        and exists (select 1 from notification_preferences o where o.person_id = ${to})`,
      (from, to) => sql`update notification_preferences set person_id = ${to} where person_id = ${from}`,
      // A browser takes notices while its session is open, and that has ended.
      (from, to) => sql`update push_subscriptions set person_id = ${to} where person_id = ${from}`,
    );
  }
}
