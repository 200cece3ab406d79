import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

export type ProofKind = 'telegram-launch' | 'telegram-contact' | 'zalo-token' | 'zalo-phone';

/** Counts what was refused, per day, kind of proof and reason: nothing of who sent it. */
@Injectable()
export class RefusedProofs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async count(kind: ProofKind, reason: string): Promise<void> {
    await this.database.rows(
      sql`insert into refused_proofs (day, door, reason, refused) values (${this.clock.today()}, ${kind}, ${reason}, 1)
       on conflict (day, door, reason) do update set refused = refused_proofs.refused + 1`,
    );
  }
}
