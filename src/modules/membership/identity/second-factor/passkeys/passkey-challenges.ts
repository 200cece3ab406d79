import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { PasskeyChallenge } from './passkey.entity.ts';

type Purpose = PasskeyChallenge['purpose'];

/** For finding the stick, and the PIN. */
export const CHALLENGE_MS = 5 * 60_000;

/** Each is for one session and one purpose, and worth one answer, right or wrong. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of the one before it. */
  async make(sessionId: string, purpose: Purpose): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    await this.database.rows(
      sql`insert into passkey_challenges (session_id, purpose, challenge, expires_at)
        values (${sessionId}, ${purpose}, ${challenge}, ${expiresAt})
        on conflict (session_id, purpose) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
    );
    return challenge;
  }

  /** Undefined when there is none, or its minutes are over. */
  async take(sessionId: string, purpose: Purpose): Promise<string | undefined> {
    const [taken] = await this.database.rows<Pick<PasskeyChallenge, 'challenge' | 'expiresAt'>>(
      sql`delete from passkey_challenges where session_id = ${sessionId} and purpose = ${purpose}
        returning challenge, expires_at as "expiresAt"`,
    );
    return taken && taken.expiresAt > this.clock.now() ? taken.challenge : undefined;
  }
}
