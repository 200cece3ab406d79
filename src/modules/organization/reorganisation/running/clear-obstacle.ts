import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import { ReorganisationLifecycle } from '../mergers/reorganisation-lifecycle.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { ApplyReform, smallerAmong } from './apply-reform.ts';

/** Hamlets that a commune wants to put together stand in the way: the organiser takes that back, and the commune is told why. */
@Injectable()
export class ClearObstacle {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReadReforms,
    private readonly applying: ApplyReform,
    private readonly lifecycle: ReorganisationLifecycle,
  ) {}

  /** @throws organization.reformNotFound where the other one does not stand against this one, organization.reformSettled */
  async execute(actor: Actor, id: string, otherId: string): Promise<void> {
    const reform = await this.reforms.allowed(actor, id);
    if (reform.state === 'applied') throw organizationErrors.reformSettled();
    const smaller = smallerAmong(await this.applying.blocks(reform));
    if (!smaller.includes(otherId)) throw organizationErrors.reformNotFound();
    await this.database.tx((tx) => this.lifecycle.giveWay(tx, otherId, reform, actor.personId));
  }
}
