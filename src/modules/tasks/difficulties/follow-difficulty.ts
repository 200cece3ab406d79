import { Injectable } from '@nestjs/common';
import type { DifficultyStepKind } from '#contracts/enums';
import { REOPEN_DAYS } from '#contracts/tasks/difficulty-rules';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { difficultyErrors } from '../tasks.errors.ts';
import { difficultyAsked, difficultyClosed } from '../tasks.events.ts';
import { DifficultyAccess, type DifficultyRow } from './difficulty-access.ts';
import { DifficultyDeadlines } from './difficulty-deadlines.ts';
import { writeStep } from './difficulty-steps.ts';
import { Difficulty } from './difficulty.entity.ts';

/** What the team says to an answer: it helps, it does not yet, or it does not after all. */
@Injectable()
export class FollowDifficulty {
  constructor(
    private readonly access: DifficultyAccess,
    private readonly deadlines: DifficultyDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** "Hỏi thêm". @throws difficulty.notAnswered, difficulty.closed */
  ask(actor: Actor, difficultyId: string, text: string): Promise<void> {
    return this.access.change(actor, difficultyId, 'difficulty.report', async (tx, row) => {
      if (row.closedAt) throw difficultyErrors.closed();
      if (!row.answeredAt) throw difficultyErrors.notAnswered();
      await this.again(tx, actor, row, { kind: 'asked', text });
    });
  }

  /** "Được rồi"; a second time it is said already. @throws difficulty.notAnswered */
  close(actor: Actor, difficultyId: string): Promise<void> {
    return this.access.change(actor, difficultyId, 'difficulty.report', async (tx, row, now) => {
      if (row.closedAt) return;
      if (!row.answeredAt) throw difficultyErrors.notAnswered();
      await tx.update(Difficulty, { id: difficultyId }, { closedAt: now });
      await writeStep(tx, { difficultyId, kind: 'closed', byId: actor.personId, at: now });
      await this.outbox.append(tx, difficultyClosed({ difficultyId }, { unitId: row.unitId }), actor);
    });
  }

  /** "Mở lại". @throws difficulty.notClosed, difficulty.closedLongAgo */
  reopen(actor: Actor, difficultyId: string, text: string | undefined): Promise<void> {
    return this.access.change(actor, difficultyId, 'difficulty.report', async (tx, row) => {
      if (!row.closedAt) throw difficultyErrors.notClosed();
      if (addDays(this.clock.dayOf(row.closedAt), REOPEN_DAYS) < this.clock.today())
        throw difficultyErrors.closedLongAgo();
      await this.again(tx, actor, row, { kind: 'reopened', ...(text && { text }) });
    });
  }

  /** It waits for an answer again, with a clock of its own; the answers that there were stay in its story. */
  private async again(
    tx: Tx,
    actor: Actor,
    { id, unitId, communeId }: DifficultyRow,
    step: { kind: DifficultyStepKind; text?: string },
  ): Promise<void> {
    await tx.update(
      Difficulty,
      { id },
      {
        answer: null,
        answeredAt: null,
        answeredBy: null,
        promisedOn: null,
        closedAt: null,
        dueOn: await this.deadlines.dueOn(tx, communeId),
      },
    );
    await writeStep(tx, { difficultyId: id, byId: actor.personId, at: this.clock.now(), ...step });
    await this.outbox.append(tx, difficultyAsked({ difficultyId: id }, { unitId }), actor);
  }
}
