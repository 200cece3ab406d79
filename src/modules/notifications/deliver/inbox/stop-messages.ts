import { Injectable } from '@nestjs/common';
import { dataRequestAnswered, DataRequestsApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { OnEvent, type PayloadOf } from '#platform/outbox';
import { DeliveryChannels } from '../../delivery-channels.ts';

/** An objection to messages outside of the app: every channel is off until the person turns one on again; the inbox stays. */
@Injectable()
export class StopMessages {
  constructor(
    private readonly requests: DataRequestsApi,
    private readonly channels: DeliveryChannels,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @OnEvent(dataRequestAnswered, 'notifications.stop-messages')
  async onAnswered({ requestId }: PayloadOf<typeof dataRequestAnswered>): Promise<void> {
    const request = await this.requests.info(requestId);
    if (!request?.stops.includes('messages')) return;
    const off = [...new Set([...this.channels.ids, 'email'])];
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into notification_preferences (person_id, off_channels, changed_at) values (${request.personId}, ${off}, ${now})
        on conflict (person_id) do update set off_channels = ${off}, changed_at = ${now}`,
    );
  }
}
