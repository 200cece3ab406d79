import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { AccountStore } from '../accounts/account-store.ts';
import { personAnonymised } from '../membership.events.ts';
import { TellEndedMemberships } from '../teams/members/tell-ended-memberships.ts';

/** What stands in place of the name in lists of the past. */
export const ANONYMOUS = 'Người đã rút tên';

/** A person who asks is made unknown in place: the rows and their sums stay, name, contact and access go. */
@Injectable()
export class AnonymisePerson {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly endedMemberships: TellEndedMemberships,
    private readonly accounts: AccountStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, personId: string): Promise<void> {
    // Their rows lie anywhere in the country, so no part's administrator may do it.
    await this.scope.requireAtTop(actor, 'post.manage');
    const now = this.clock.now();
    const today = this.clock.today();
    await this.database.tx(async (tx) => {
      const known = await tx.query('select 1 from people where id = $1 and anonymised_at is null for update', [
        personId,
      ]);
      if (known.length === 0) throw platformErrors.notFound();
      for (const table of ['team_members', 'posts', 'supporters']) {
        await tx.query(`delete from ${table} where person_id = $1 and lower(validity) >= $2::date`, [personId, today]);
        await tx.query(
          `update ${table} set validity = validity * daterange(null, $2::date) where person_id = $1 and validity @> $2::date`,
          [personId, today],
        );
      }
      await this.endedMemberships.tell(tx, actor);
      await tx.query('update team_members set position = null, end_reason = null where person_id = $1', [personId]);
      await this.accounts.erase(tx, personId, actor);
      for (const table of ['phones', 'emails', 'invites', 'sessions', 'known_devices', 'linked_accounts'])
        await tx.query(`delete from ${table} where person_id = $1`, [personId]);
      await tx.query(
        'update people set full_name = $2, login_email = null, password_hash = null, anonymised_at = $3 where id = $1',
        [personId, ANONYMOUS, now],
      );
      await tx.query(`select pg_notify('actor_changed', $1)`, [personId]);
      await this.outbox.append(tx, personAnonymised({ personId }), actor);
    });
  }
}
