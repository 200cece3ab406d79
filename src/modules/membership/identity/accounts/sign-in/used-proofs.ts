import { Injectable } from '@nestjs/common';
import type { ReplayCache } from '#channels';
import { Database, sql } from '#platform/database';

/** Launch data signs in once over all processes: the first to write its key wins. */
@Injectable()
export class UsedProofs implements ReplayCache {
  constructor(private readonly database: Database) {}

  async firstUse(key: string, expiresAt: Date): Promise<boolean> {
    const rows = await this.database.rows(
      sql`insert into used_proofs (key, expires_at) values (${key}, ${expiresAt}) on conflict (key) do nothing returning 1`,
    );
    return rows.length > 0;
  }
}
