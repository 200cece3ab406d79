import { Injectable } from '@nestjs/common';
import { startOfDay } from '#i18n';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session-access.ts';
import type { TrainingSession } from '../training-session.entity.ts';
import { sessionReminded } from '../training.events.ts';
import { AHEAD_MS, type ReminderStep, stepDue } from './reminder-steps.ts';

const EVERY_MS = 5 * 60_000;

type Coming = Pick<TrainingSession, 'id' | 'startsAt'>;

/** Marks who is reminded now and tells it once per session and step; a session that moved to another day begins anew. */
@Injectable()
export class RemindInvited {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many people are reminded. */
  @Tick('training.remind', EVERY_MS)
  async run(): Promise<number> {
    const now = this.clock.now();
    const coming = await this.database.rows<Coming>(
      `select id,
        starts_at as "startsAt" from training_sessions where state = 'published' and starts_at > $1 and starts_at < $2 order by starts_at`,

      [now, new Date(now.getTime() + AHEAD_MS)],
    );
    let reminded = 0;
    for (const { id, startsAt } of coming) {
      const step = stepDue(startsAt, now);
      if (step && (await this.isOpen(id, step))) reminded += await this.database.tx((tx) => this.remind(tx, id));
    }
    return reminded;
  }

  /** Without a lock: most sessions have had their step. */
  private async isOpen(sessionId: string, step: ReminderStep): Promise<boolean> {
    const told = await this.database.one(
      'select 1 from session_invitations where session_id = $1 and $2 = any(reminded) limit 1',
      [sessionId, step],
    );
    return told === undefined;
  }

  /** Looked at again under the session's lock: it may have moved, and somebody may have answered. */
  private async remind(tx: Tx, sessionId: string): Promise<number> {
    const session = await this.access.lock(tx, sessionId);
    const step = session.state === 'published' ? stepDue(session.startsAt, this.clock.now()) : undefined;
    if (!step) return 0;
    const rows = await rowsOf(
      tx,
      `update session_invitations i set reminded = i.reminded || $2::text
        where i.session_id = $1 and i.state = $3 and i.invited_at < $4
          and not exists (select 1 from session_invitations k where k.session_id = $1 and $2 = any(k.reminded))
       returning i.person_id as "personId"`,
      [sessionId, step, step === 'h2' ? 'seated' : 'invited', this.invitedBefore(step)],
    );
    if (rows.length > 0)
      await this.outbox.append(tx, sessionReminded({ sessionId, step }, { unitId: session.communeId }));
    return rows.length;
  }

  /** Who was invited today has just heard of it. */
  private invitedBefore(step: ReminderStep): Date {
    return step === 'h2' ? this.clock.now() : new Date(startOfDay(this.clock.today()));
  }
}
