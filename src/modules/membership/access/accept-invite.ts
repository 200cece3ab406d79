import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { inviteAccepted } from '../membership.events.ts';
import { Invites } from './invites.ts';
import { Sessions, type SignedIn } from './sessions.ts';

/** "Đúng, là tôi": the invite signs in once. */
@Injectable()
export class AcceptInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: Invites,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
  ) {}

  execute(code: string, device: string | undefined): Promise<SignedIn> {
    return this.database.tx(async (tx) => {
      const { personId } = await this.invites.take(tx, code, 'used_at');
      await this.outbox.append(tx, inviteAccepted({ personId }), { personId });
      return this.sessions.open(tx, personId, { device });
    });
  }
}
