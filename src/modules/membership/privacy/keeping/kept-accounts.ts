import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { oldRows, RetentionRegistry } from '#platform/retention';

/** Neither of the two is an account that holds. */
const apart = sql`not exists (
  select 1 from linked_accounts a where a.ended_at is null and (a.space, a.scope, a.external_id)
    in ((r.from_space, r.from_scope, r.from_id), (r.to_space, r.to_scope, r.to_id)))`;

/** Tickets, codes, requests and accounts that have been over for a while, and strangers whom nobody has recognised. */
@Injectable()
export class KeptAccounts implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    const { registry } = this;
    registry.keep('usedProofs', oldRows({ table: sql`used_proofs`, at: sql`r.expires_at` }));
    registry.keep('refusedProofs', oldRows({ table: sql`refused_proofs`, at: sql`r.day::timestamptz` }));
    registry.keep('linkTickets', oldRows({ table: sql`link_tickets`, at: sql`r.expires_at` }));
    registry.keep('linkCodes', oldRows({ table: sql`link_codes`, at: sql`r.expires_at` }));
    registry.keep('linkRequests', oldRows({ table: sql`link_requests`, at: sql`r.decided_at` }));
    registry.keep(
      'strangers',
      oldRows({ table: sql`link_requests`, at: sql`r.asked_at`, which: sql`r.decided_at is null` }),
    );
    registry.keep(
      'agencyStrangers',
      oldRows({
        table: sql`agency_accounts`,
        at: sql`coalesce(r.decided_at, r.asked_at)`,
        which: sql`r.person_id is null`,
      }),
    );
    registry.keep(
      'endedAccounts',
      oldRows({
        table: sql`linked_accounts`,
        at: sql`r.ended_at`,
        which: sql`not exists (select 1 from sessions s where s.account_id = r.id)`,
      }),
    );
    registry.keep('accountJoins', oldRows({ table: sql`account_joins`, at: sql`r.seen_at`, which: apart }));
  }
}
