/** What goes with a post beside the post itself, in the transaction that gives it. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { HandoverStore } from '../posts/handover-store.ts';
import { endSupport, giveSupport, type SupportMove, supportRows } from '../../people/teams/move-support.ts';
import type { PostToHandOver } from './posts-to-hand-over.ts';

@Injectable()
export class HandoverWriter {
  constructor(private readonly handovers: HandoverStore) {}

  async passed(
    tx: Tx,
    actor: Actor,
    post: PostToHandOver,
    {
      toPostId,
      personId,
      from,
      basis,
    }: { toPostId: string; personId: string; from: string; basis: string | undefined },
  ): Promise<string> {
    const { unitId, personId: fromId } = post;
    const support = { givenSupport: [] as string[], supporters: [] as object[] };
    if (await leavesCommittee(tx, post, from)) {
      support.supporters = await supportRows(tx, fromId, unitId, from);
      support.givenSupport = await giveSupport(tx, { unitId, fromId, toId: personId, from });
      await endSupport(tx, fromId, unitId, from);
    }
    const [holder, to] = [
      { id: post.id, personId: fromId },
      { id: toPostId, personId },
    ];
    const id =
      (await this.handovers.ofPost(tx, toPostId)) ??
      (await this.handovers.record(tx, { unitId, mode: 'replace', from: holder, to, fromOn: from }, actor));
    await this.handovers.keep(tx, id, basis, { ...before(post), ...support });
    return id;
  }

  async lent(
    tx: Tx,
    toPostId: string,
    { basis, ...move }: SupportMove & { basis: string | undefined },
  ): Promise<string> {
    const givenSupport = await giveSupport(tx, move);
    const id = (await this.handovers.ofPost(tx, toPostId)) ?? '';
    await this.handovers.keep(tx, id, basis, { givenSupport });
    return id;
  }
}

export const before = ({ to, endReason }: PostToHandOver) => ({ to, endReason });

/** Who keeps another post of the committee keeps their teams. */
async function leavesCommittee(tx: Tx, { role, personId, unitId }: PostToHandOver, from: string): Promise<boolean> {
  if (role !== 'focal_officer' && role !== 'committee_member') return false;
  const stays = await rowsOf(
    tx,
    sql`select 1 from posts where person_id = ${personId} and unit_id = ${unitId} and not caretaker
      and role in ('committee_member', 'focal_officer') and validity @> ${from}::date`,
  );
  return stays.length === 0;
}
