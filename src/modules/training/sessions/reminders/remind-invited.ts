import { Injectable } from '@nestjs/common';
import { startOfDay } from '#i18n';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import type { TrainingSession } from '../session/training-session.entity.ts';
import { sessionReminded } from '../../training.events.ts';
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
      sql`select id,
        starts_at as "startsAt" from training_sessions where state = 'published' and starts_at > ${now}
          and starts_at < ${new Date(now.getTime() + AHEAD_MS)} order by starts_at`,
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
      sql`select 1 from session_invitations where session_id = ${sessionId} and ${step} = any(reminded) limit 1`,
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
      sql`update session_invitations i set reminded = i.reminded || ${step}::text
        where i.session_id = ${sessionId} and i.state = ${step === 'h2' ? 'seated' : 'invited'}
          and i.invited_at < ${this.invitedBefore(step)}
          and not exists (select 1 from session_invitations k where k.session_id = ${sessionId} and ${step} = any(k.reminded))
       returning i.person_id as "personId"`,
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
