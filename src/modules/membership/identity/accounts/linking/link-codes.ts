/** One-time codes that a signed-in person makes and sends from the chat account that is to be theirs. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { hashToken, newInviteCode } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { LinkCode } from './link-request.entity.ts';

const VALID_MS = 30 * 60_000;

export type TakenCode = { state: 'taken'; personId: string } | { state: 'unknown' | 'used' | 'expired' };

@Injectable()
export class LinkCodes {
  constructor(private readonly clock: Clock) {}

  /** Ends the person's earlier codes. */
  async issue(tx: Tx, personId: string): Promise<{ code: string; expiresAt: Date }> {
    const now = this.clock.now();
    await execute(
      tx,
      sql`update link_codes set revoked_at = ${now} where person_id = ${personId} and used_at is null and revoked_at is null`,
    );
    const { code, hash } = newInviteCode();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await tx.insert(LinkCode, { id: v7(), codeHash: hash, personId, createdAt: now, expiresAt });
    return { code, expiresAt };
  }

  /** Uses the code up for this transaction: of two accounts that send it at once, the second finds it used. */
  async take(tx: Tx, code: string): Promise<TakenCode> {
    const [row] = await rowsOf<Pick<LinkCode, 'id' | 'personId'> & { used: boolean; over: boolean }>(
      tx,
      sql`select id, person_id as "personId", used_at is not null as used,
              revoked_at is not null or expires_at <= ${this.clock.now()} as over
         from link_codes where code_hash = ${hashToken(code)} for update`,
    );
    if (!row) return { state: 'unknown' };
    if (row.used || row.over) return { state: row.used ? 'used' : 'expired' };
    await tx.update(LinkCode, { id: row.id }, { usedAt: this.clock.now() });
    return { state: 'taken', personId: row.personId };
  }
}
