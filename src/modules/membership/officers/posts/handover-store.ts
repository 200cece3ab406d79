/** Writes that a post changes hands, once for each post that is received, in the transaction that gives it. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { HandoverMode } from '#contracts/access/handover-modes';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Post } from './post.entity.ts';
import { handedOver } from '../../membership.events.ts';
import { Handover, type HandoverBefore } from './handover.entity.ts';
import { OpenWork } from './open-work.ts';

type Holder = Pick<Post, 'id' | 'personId'>;

export interface NewHandover {
  unitId: string;
  mode: HandoverMode;
  from: Holder;
  to: Holder | null;
  /** First day on which the other has it. */
  fromOn: string;
  basis?: string | undefined;
}

@Injectable()
export class HandoverStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  /** Both are told of it, once. */
  async record(tx: Tx, { unitId, mode, from, to, fromOn, basis }: NewHandover, actor?: Actor): Promise<string> {
    const id = v7();
    const post: Pick<Post, 'role' | 'seat'> | null = await tx.findOne(Post, {
      select: { role: true, seat: true },
      where: { id: from.id },
    });
    await tx.insert(Handover, {
      id,
      unitId,
      mode,
      fromPostId: from.id,
      fromPersonId: from.personId,
      toPostId: to?.id ?? null,
      toPersonId: to?.personId ?? null,
      fromOn,
      basis: basis ?? null,
      openWork: post ? await this.work.count(unitId, post) : null,
      madeBy: actor?.personId ?? null,
      madeAt: this.clock.now(),
    });
    const told = { handoverId: id, ...(actor?.act && { act: actor.act }) };
    await this.outbox.append(tx, handedOver(told, { unitId, changes: { mode, from: fromOn } }), actor);
    return id;
  }

  /** A focal officer's post that was just given comes from somebody, unless it is the first of its unit. */
  async recordFocal(
    tx: Tx,
    { unitId, standIn, fromOn, to, basis }: Omit<NewHandover, 'mode' | 'from'> & { standIn: boolean; to: Holder },
    actor?: Actor,
  ): Promise<void> {
    // Who stands in gets it from the holder of that day; a new holder from whoever had it last, a caretaker among them.
    const had = standIn
      ? sql`((not stand_in and validity @> ${fromOn}::date) or (caretaker and upper(validity) = ${fromOn}::date))`
      : sql`((not stand_in or caretaker) and upper(validity) <= ${fromOn}::date)`;
    const [from] = await rowsOf<Holder>(
      tx,
      sql`select id, person_id as "personId" from posts where unit_id = ${unitId} and role = 'focal_officer' and id <> ${to.id}
        and ${had} order by ${standIn ? sql`stand_in` : sql`upper(validity) desc, caretaker desc`}, id limit 1`,
    );
    if (from && from.personId !== to.personId)
      await this.record(tx, { unitId, mode: standIn ? 'stand_in' : 'replace', from, to, fromOn, basis }, actor);
  }

  /** What is needed to take it back. */
  async keep(tx: Tx, handoverId: string, basis: string | undefined, was: HandoverBefore): Promise<void> {
    await tx.update(Handover, { id: handoverId }, { basis: basis ?? null, was });
  }

  async ofPost(tx: Tx, toPostId: string): Promise<string | undefined> {
    const [row] = await rowsOf<Pick<Handover, 'id'>>(tx, sql`select id from handovers where to_post_id = ${toPostId}`);
    return row?.id;
  }
}
