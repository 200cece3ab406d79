import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnRecords } from '#modules/membership';
import { sql } from '#platform/database';

/**
 * What of messages is held about a person: which came when, and how they wish to receive them.
 * Single rows by hand: they stand in one list with sets, all of them statements.
 */
@Injectable()
export class NotificationsOwnRecords implements OnModuleInit {
  constructor(private readonly records: OwnRecords) {}

  onModuleInit(): void {
    const { records } = this;
    records.holds(
      'messages',
      (id) => sql`select m.kind, n.created_at as "sentAt", n.fetched_at as "fetchedAt", n.seen_at as "seenAt"
        from notifications n join messages m on m.id = n.message_id where n.person_id = ${id} order by n.created_at desc`,
    );
    records.holds(
      'settings',
      (id) => sql`select muted, quiet_from as "quietFrom", quiet_to as "quietTo", off_channels as "offChannels",
          changed_at as "changedAt"
        from notification_preferences where person_id = ${id}`,
    );
  }
}
