import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session/session.rows.ts';
import { trainingErrors } from '../../training.errors.ts';
import { sessionPublished } from '../../training.events.ts';
import { SessionWriter } from '../session/session-writer.ts';

/** Published: the members of the chosen teams are invited, and told through every channel. */
@Injectable()
export class PublishSession {
  constructor(
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.inPast when the plan has grown too old */
  async execute(tx: Tx, actor: Actor, session: Pick<SessionData, 'id' | 'communeId' | 'startsAt'>): Promise<void> {
    const now = this.clock.now();
    if (session.startsAt <= now) throw trainingErrors.inPast();
    await this.writer.set(tx, session.id, { state: 'published', proposal: null });
    await this.writer.invite(tx, session.id, [], this.clock.today(), now);
    await this.outbox.append(tx, sessionPublished({ sessionId: session.id }, { unitId: session.communeId }), actor);
  }
}
