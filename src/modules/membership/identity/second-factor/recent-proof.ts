import { Injectable } from '@nestjs/common';
import { PROOF_MS } from '#contracts/access/proofs';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';

/**
 * What somebody proves themselves by is changed by whoever has shown the one that stands. The guard asks that of officers'
 * sessions; here it is asked of those from inside a messenger too, from which nothing can be shown.
 */
@Injectable()
export class RecentProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.proofNeeded where a second factor stands that this session has not shown within ten minutes */
  async require({ personId, sessionId }: Actor): Promise<void> {
    const since = new Date(this.clock.now().getTime() - PROOF_MS);
    const owed = await this.database.rows(
      sql`select 1 from second_factors f where f.person_id = ${personId} and f.confirmed_at is not null
        and not exists (select 1 from sessions s where s.id = ${sessionId} and s.proven_at > ${since})`,
    );
    if (owed.length > 0) throw platformErrors.proofNeeded({ by: 'code', act: 'factor' });
  }
}
