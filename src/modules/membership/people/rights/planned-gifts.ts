import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Actors } from '../people/actors.ts';
import { type Gift, GivenRights } from './given-rights.ts';

/** What was planned is judged again when it acts: by the posts that whoever planned it has then, or not at all. */
@Injectable()
export class PlannedGifts {
  constructor(
    private readonly actors: Actors,
    private readonly rights: GivenRights,
  ) {}

  /** Undefined `by`: who planned it is nobody any more, and nothing of it is given. */
  async judge<G extends Gift>(
    tx: Tx,
    byId: string,
    gifts: readonly G[],
  ): Promise<{ by: Actor | undefined; given: G[]; refused: G[] }> {
    const by = await this.actors.of(byId);
    const refused = by ? (await this.rights.refused(tx, by, gifts)).map(({ gift }) => gift) : [...gifts];
    return { by, given: gifts.filter((gift) => !refused.includes(gift)), refused };
  }
}
