import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database } from '#platform/database';

const DAY_MS = 86_400_000;
/** Long enough to answer "was I signed in on that phone?", then nothing of it is kept. */
const KEPT_DAYS = 30;

/** Erases sessions and invites that have been over for a while. */
@Injectable()
export class ForgetOldAccess {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Tick('membership.forget-old-access', DAY_MS)
  async execute(): Promise<unknown> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await this.database.rows('delete from sessions where least(ended_at, expires_at) < $1', [before]);
    return this.database.rows('delete from invites where expires_at < $1', [before]);
  }
}
