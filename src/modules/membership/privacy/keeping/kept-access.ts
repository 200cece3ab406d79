import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { type KeptRecords, oldRows, RetentionRegistry } from '#platform/retention';

const held = sql`is_held('keepSessions', r.person_id, null)`;

/** Whose number was looked at and by whom: history, which the table lets go by one function only. */
const looks: KeptRecords = {
  due: ({ before, most }) =>
    sql`select l.at, is_held('keepLog', l.person_id, null) or is_held('keepLog', l.subject_id, null) as held from access_log l
      where l.at < ${before} limit ${most}`,
  erase: ({ before, most }) => sql`select forget_old_looks(${before}, ${most}::int) as gone`,
};

/** How people came in: sessions, invites and calls for help that are over, what the door needed for a while, and looks at numbers. */
@Injectable()
export class KeptAccess implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    const { registry } = this;
    registry.keep('sessions', oldRows({ table: sql`sessions`, at: sql`least(r.ended_at, r.expires_at)`, held }));
    registry.keep('invites', oldRows({ table: sql`invites`, at: sql`r.expires_at`, held }));
    registry.keep('helpCalls', oldRows({ table: sql`access_requests`, at: sql`r.closed_at`, held }));
    // A device that has not signed in for so long is a stranger again.
    registry.keep('devices', oldRows({ table: sql`known_devices`, at: sql`r.used_at` }));
    registry.keep(
      'begunFactors',
      oldRows({ table: sql`second_factors`, at: sql`r.made_at`, which: sql`r.confirmed_at is null` }),
    );
    registry.keep('looks', looks);
    registry.keep('loginTries', oldRows({ table: sql`login_attempts`, at: sql`r.at` }));
  }
}
