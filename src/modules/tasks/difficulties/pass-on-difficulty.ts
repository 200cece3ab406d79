import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { difficultyErrors } from '../tasks.errors.ts';
import { difficultyPassedOn } from '../tasks.events.ts';
import { DifficultyAccess, type DifficultyRow } from './difficulty-access.ts';
import { DifficultyDeadlines } from './difficulty-deadlines.ts';
import { writeStep } from './difficulty-steps.ts';
import { Difficulty } from './difficulty.entity.ts';

type Passed = Pick<DifficultyRow, 'id' | 'unitId' | 'hamletId'>;

/** Weak signal is settled by the company that covers the hamlet: its people are told, its clock begins. */
@Injectable()
export class PassOnDifficulty {
  constructor(
    private readonly access: DifficultyAccess,
    private readonly organization: OrganizationApi,
    private readonly deadlines: DifficultyDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws difficulty.alreadyAnswered, difficulty.alreadyPassedOn, difficulty.notCovered */
  execute(actor: Actor, difficultyId: string, providerId: string): Promise<void> {
    return this.access.change(
      actor,
      difficultyId,
      'difficulty.answer',
      async (tx, row) => {
        if (row.answeredAt) throw difficultyErrors.alreadyAnswered();
        if (row.providerId === providerId) throw difficultyErrors.alreadyPassedOn();
        const covering = await this.covering(row);
        if (!covering.some(({ id }) => id === providerId)) throw difficultyErrors.notCovered({ path: 'providerId' });
        await this.pass(tx, row, providerId, actor, actor.personId);
      },
      'office',
    );
  }

  /** Without being asked, where only one company covers the place; with several the commune chooses. */
  async atOnce(tx: Tx, actor: Actor, row: Passed): Promise<void> {
    const [only, ...others] = await this.covering(row);
    if (only && others.length === 0) await this.pass(tx, row, only.id, actor, null);
  }

  /** Companies that the office may choose from. */
  async choices(actor: Actor, difficultyId: string): ReturnType<OrganizationApi['signalProviders']> {
    return this.covering(await this.access.open(actor, difficultyId, 'difficulty.answer'));
  }

  private covering({ hamletId, unitId }: Passed): ReturnType<OrganizationApi['signalProviders']> {
    return this.organization.signalProviders(hamletId ?? unitId);
  }

  private async pass(tx: Tx, { id, unitId }: Passed, providerId: string, actor: Actor, byId: string | null) {
    const dueOn = await this.deadlines.dueOn(tx, unitId);
    await tx.update(Difficulty, { id }, { providerId, dueOn, ownerId: null });
    await writeStep(tx, { difficultyId: id, kind: 'passed_on', byId, providerId, at: this.clock.now() });
    await this.outbox.append(tx, difficultyPassedOn({ difficultyId: id, providerId }, { unitId }), actor);
  }
}
