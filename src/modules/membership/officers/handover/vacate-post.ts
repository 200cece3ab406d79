import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { EndOffice } from '../officers/end-office.ts';
import { HandoverStore } from '../posts/handover-store.ts';
import { before } from './handover-writer.ts';
import { supportRows } from '../../people/teams/move-support.ts';
import { PostsToHandOver } from './posts-to-hand-over.ts';

/** A post ends and nobody is named: the next of the committee looks after it, colleagues do, or who may appoint is told. */
@Injectable()
export class VacatePost {
  constructor(
    private readonly database: Database,
    private readonly found: PostsToHandOver,
    private readonly endOffice: EndOffice,
    private readonly handovers: HandoverStore,
  ) {}

  /** @throws membership.lastAdministrator, beforeStart, alreadyLeft */
  async execute(
    actor: Actor,
    postId: string,
    { from, basis }: RouteBody<typeof routes.handOver>,
  ): Promise<{ id: string; personId: null }> {
    const post = await this.found.require(actor, postId);
    const { personId, unitId } = post;
    return this.database.whole(() =>
      this.database.tx(async (tx) => {
        const was = { ...before(post), supporters: await supportRows(tx, personId, unitId, from) };
        await this.endOffice.execute(actor, postId, { lastDay: addDays(from, -1), ...(basis && { reason: basis }) });
        const holder = { id: postId, personId };
        const id = await this.handovers.record(
          tx,
          { unitId, mode: 'vacate', from: holder, to: null, fromOn: from },
          actor,
        );
        await this.handovers.keep(tx, id, basis, was);
        return { id, personId: null };
      }),
    );
  }
}
