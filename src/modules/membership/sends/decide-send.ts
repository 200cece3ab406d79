import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { sendRequestErrors } from '../membership.errors.ts';
import { sendApproved, sendDropped, sendRefused } from '../membership.events.ts';
import { SecondApproval } from './second-approval.ts';
import { SendKinds } from './send-kinds.ts';
import { SendRequest } from './send-request.entity.ts';

type Open = Pick<SendRequest, 'id' | 'unitId' | 'kind' | 'content' | 'askedBy'>;
type Place = Pick<SendRequest, 'unitId' | 'kind'>;

/** What a second officer does with what waits. Nobody decides what they asked for themselves. */
@Injectable()
export class DecideSend {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly kinds: SendKinds,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Sends exactly what was read, in the same moment. @throws sendRequest.approverOnly, notOpen, nobodyLeft, and what refuses the act now */
  async approve(actor: Actor, id: string, { knowsOfSimilar }: RouteBody<typeof routes.approveSend>): Promise<void> {
    const { unitId } = await this.placeOf(actor, id);
    await this.database.whole(async () => {
      const asked = await this.database.tx((tx) => this.lock(tx, actor, id));
      const approved = { askedBy: asked.askedBy, knowsOfSimilar };
      const { resultId, sentIds } = await this.kinds.of(asked.kind).send(actor, asked.content, approved);
      if (sentIds?.length === 0) throw sendRequestErrors.nobodyLeft();
      await this.database.tx(async (tx) => {
        await tx.update(
          SendRequest,
          { id },
          {
            outcome: 'approved',
            decidedAt: this.clock.now(),
            decidedBy: actor.personId,
            resultId,
            sentIds: sentIds && [...sentIds],
          },
        );
        await this.outbox.append(tx, sendApproved({ requestId: id }, { unitId }), actor);
      });
    });
  }

  /** @throws sendRequest.approverOnly, sendRequest.notOpen */
  async refuse(actor: Actor, id: string, { reason }: RouteBody<typeof routes.refuseSend>): Promise<void> {
    const { unitId } = await this.placeOf(actor, id);
    await this.database.tx(async (tx) => {
      await this.lock(tx, actor, id);
      await tx.update(
        SendRequest,
        { id },
        { outcome: 'refused', decidedAt: this.clock.now(), decidedBy: actor.personId, reason },
      );
      await this.outbox.append(tx, sendRefused({ requestId: id }, { unitId }), actor);
    });
  }

  /** Whoever asked takes it back. @throws sendRequest.askerOnly, sendRequest.notOpen */
  async drop(actor: Actor, id: string): Promise<void> {
    const { unitId } = await this.placeOf(actor, id);
    await this.database.tx(async (tx) => {
      const asked = await this.open(tx, id);
      if (asked.askedBy !== actor.personId) throw sendRequestErrors.askerOnly();
      await tx.update(
        SendRequest,
        { id },
        { outcome: 'dropped', decidedAt: this.clock.now(), decidedBy: actor.personId },
      );
      await this.outbox.append(tx, sendDropped({ requestId: id }, { unitId }), actor);
    });
  }

  private async placeOf(actor: Actor, id: string): Promise<Place> {
    const row: Place | null = await this.database.manager.findOne(SendRequest, {
      select: { unitId: true, kind: true },
      where: { id },
    });
    if (!row) throw sendRequestErrors.notFound();
    await this.scope.require(actor, this.kinds.of(row.kind).action, { unitId: row.unitId });
    return row;
  }

  /** For an officer of the same unit who did not ask for it. */
  private async lock(tx: Tx, actor: Actor, id: string): Promise<Open> {
    const asked = await this.open(tx, id);
    const { action } = this.kinds.of(asked.kind);
    const approvers = await this.approval.approvers(asked.unitId, action, asked.askedBy);
    if (!approvers.includes(actor.personId)) throw sendRequestErrors.approverOnly();
    return asked;
  }

  private async open(tx: Tx, id: string): Promise<Open> {
    const [asked] = await rowsOf<Open & Pick<SendRequest, 'outcome'>>(
      tx,
      sql`select id, unit_id as "unitId", kind, content, asked_by as "askedBy", outcome from send_requests where id = ${id} for update`,
    );
    if (!asked) throw sendRequestErrors.notFound();
    if (asked.outcome !== null) throw sendRequestErrors.notOpen({ outcome: asked.outcome });
    return asked;
  }
}
