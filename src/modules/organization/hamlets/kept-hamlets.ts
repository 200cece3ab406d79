import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { hamletKept } from '../organization.events.ts';
import { type Entered, UnitChanges } from '../units/unit-changes.ts';

/** What was done to a hamlet stands in its history, and those above hear of it. */
@Injectable()
export class KeptHamlets {
  constructor(
    private readonly changes: UnitChanges,
    private readonly outbox: Outbox,
  ) {}

  async enter(
    tx: Tx,
    actor: Actor,
    communeId: string,
    entered: Entered,
    changes: Record<string, unknown>,
  ): Promise<void> {
    const { unitId, kind, onDate: on, directiveId = null } = entered;
    await this.changes.enter(tx, actor, [entered]);
    const kept = { unitId, communeId, kind, on, directiveId, ...(actor.act && { act: actor.act }) };
    await this.outbox.append(tx, hamletKept(kept, { unitId, changes }), actor);
  }
}
