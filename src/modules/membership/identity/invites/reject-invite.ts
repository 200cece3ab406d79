import { Injectable } from '@nestjs/common';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { inviteRejected } from '../../membership.events.ts';
import { Invites } from './invites.ts';

/** "Không phải tôi": somebody else holds this phone. The invite ends and the number is marked for the commune to check. */
@Injectable()
export class RejectInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: Invites,
    private readonly outbox: Outbox,
  ) {}

  async execute(code: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const { personId } = await this.invites.take(tx, code, 'rejected_at');
      await execute(
        tx,
        sql`update phones set state = 'unverified' where person_id = ${personId} and is_primary and state = 'ok'`,
      );
      await this.outbox.append(tx, inviteRejected({ personId }));
    });
  }
}
