import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { secondFactorEnded } from '../../membership.events.ts';
import { CheckCode } from './check-code.ts';
import { FactorRules } from './factor-rules.ts';
import { FactorStore } from './factor-store.ts';

/** The person does without it again. */
@Injectable()
export class EndSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly check: CheckCode,
    private readonly rules: FactorRules,
    private readonly outbox: Outbox,
  ) {}

  /** @throws access.factorRequired, access.wrongCode at `code`, access.tooManyTries */
  async execute(actor: Actor, code: string, address: string): Promise<void> {
    const { personId } = actor;
    if (await this.rules.isRequired(personId)) throw accessErrors.factorRequired();
    await this.check.execute(personId, code, address);
    await this.database.tx(async (tx) => {
      await this.factors.end(tx, personId);
      await this.outbox.append(tx, secondFactorEnded({ personId }), actor);
    });
  }
}
