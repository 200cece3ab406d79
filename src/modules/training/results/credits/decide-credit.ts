import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { FileStore, normalisePhoto } from '#platform/files';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { creditErrors } from '../../training.errors.ts';
import { creditDecided } from '../../training.events.ts';
import { CreditStore } from './credit-store.ts';
import { TrainingCredit } from './training-credit.entity.ts';

/** The commune of the learner looks at the proof and decides; the learner may add a photo until then. */
@Injectable()
export class DecideCredit {
  constructor(
    private readonly database: Database,
    private readonly credits: CreditStore,
    private readonly scope: Scope,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws credit.notFound also for somebody else's, credit.decided, photo.notAPhoto */
  async addPhoto({ personId }: Actor, creditId: string, upload: Buffer): Promise<void> {
    const credit = await this.credits.one(creditId);
    if (credit.personId !== personId) throw creditErrors.notFound();
    if (credit.state !== 'waiting') throw creditErrors.decided();
    const file = await this.files.put((await normalisePhoto(upload)).bytes);
    await this.database.manager.update(TrainingCredit, { id: creditId }, { proofFile: file });
  }

  /** @throws credit.notFound, credit.proofMissing, credit.decided */
  async execute(actor: Actor, creditId: string, accepted: boolean, note: string | undefined): Promise<void> {
    const credit = await this.credits.one(creditId);
    const unitId = await this.placeOf(actor, credit.personId);
    if (accepted && !credit.proofUrl && !credit.proofFile) throw creditErrors.proofMissing();
    await this.database.tx(async (tx) => {
      const done = await rowsOf(
        tx,
        sql`update training_credits set state = ${accepted ? 'accepted' : 'refused'}, note = ${note ?? null},
          decided_by = ${actor.personId}, decided_at = ${this.clock.now()} where id = ${creditId} and state = 'waiting' returning id`,
      );
      if (done.length === 0) throw creditErrors.decided();
      await this.outbox.append(tx, creditDecided({ creditId }, { unitId, changes: { accepted } }), actor);
    });
  }

  /** Any of the learner's places where the actor may decide. */
  private async placeOf(actor: Actor, personId: string): Promise<string> {
    const places = await this.database.rows<{ unitId: string }>(
      sql`select distinct unit_id as "unitId" from person_places where person_id = ${personId}
        and validity @> ${this.clock.today()}::date`,
    );
    for (const { unitId } of places)
      if (await this.scope.may(actor, 'training.decide', { unitId })) {
        await this.scope.require(actor, 'training.decide', { unitId });
        return unitId;
      }
    throw platformErrors.denied();
  }
}
