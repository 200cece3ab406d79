import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { mergeErrors } from '../../membership.errors.ts';
import { GivenRights } from '../../people/rights/given-rights.ts';
import { MergeRights } from './merge-rights.ts';
import { MergeWriter } from './merge-writer.ts';

/**
 * Two records are one person: all that the one has and counts for goes to the other, in one transaction. What was decided or
 * written under the old id goes on naming it, and it is known whose it is now. docs/decisions/0143 says why it is for good.
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly database: Database,
    private readonly rights: MergeRights,
    private readonly given: GivenRights,
    private readonly writer: MergeWriter,
    private readonly cache: ActorCache,
  ) {}

  /** @throws merge.same, errors of MergeRights and GivenRights, merge.changed, merge.postNow, merge.trainsTwice */
  async execute(actor: Actor, survivorId: string, input: RouteBody<typeof routes.mergePeople>): Promise<void> {
    const { absorbedId } = input;
    if (absorbedId === survivorId) throw mergeErrors.same({ path: 'absorbedId' });
    await this.rights.require(actor, survivorId, absorbedId);
    await this.database.tx(async (tx) => {
      await this.writer.hold(tx, survivorId, absorbedId);
      await this.given.require(tx, actor, await this.rights.giftsOf(survivorId, absorbedId));
      await this.writer.write(tx, actor, survivorId, input);
    });
    for (const id of [survivorId, absorbedId]) this.cache.forget(id);
  }
}
