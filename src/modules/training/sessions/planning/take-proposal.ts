import { Injectable } from '@nestjs/common';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { PublishSession } from './publish-session.ts';
import { SessionWriter } from '../session/session-writer.ts';

/** The trainer takes the commune's time and place: nobody needs to confirm it again. */
@Injectable()
export class TakeProposal {
  constructor(
    private readonly access: SessionAccess,
    private readonly writer: SessionWriter,
    private readonly publish: PublishSession,
  ) {}

  /** @throws training.wrongState, training.trainerBusy, training.placeBusy, training.inPast */
  execute(actor: Actor, sessionId: string): Promise<void> {
    return this.access.change(actor, sessionId, 'training.propose', async (tx, session) => {
      this.access.next(session, 'take_proposal');
      if (!session.proposal) throw trainingErrors.wrongState({ state: session.state });
      const { place } = session.proposal;
      const [startsAt, endsAt] = [new Date(session.proposal.startsAt), new Date(session.proposal.endsAt)];
      await this.writer.set(tx, sessionId, {
        startsAt,
        endsAt,
        place: place ?? (session.onlineUrl ? null : session.place),
        state: 'proposed',
        heldUntil: session.heldUntil && earlier(session.heldUntil, dateInVietnam(startsAt)),
      });
      await this.publish.execute(tx, actor, { ...session, startsAt });
    });
  }
}

/** Seats are kept no longer than until the session's day. */
const earlier = (a: string, b: string): string => (a < b ? a : b);
