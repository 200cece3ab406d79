import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { sendRequestErrors } from '../membership.errors.ts';
import { sendAsked } from '../membership.events.ts';
import { placesOf, SecondApproval } from './second-approval.ts';
import { SendKinds } from './send-kinds.ts';
import { SendRequestsApi } from './send-requests.api.ts';
import { SendRequest } from './send-request.entity.ts';

/** Puts what goes to very many before a second officer, as it would be sent now. */
@Injectable()
export class AskSend {
  constructor(
    private readonly database: Database,
    private readonly kinds: SendKinds,
    private readonly approval: SecondApproval,
    private readonly requests: SendRequestsApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What could not be sent is put before nobody. @throws sendRequest.notNeeded, sendRequest.nobodyElse, and what refuses the act */
  async execute(actor: Actor, asked: RouteBody<typeof routes.askSend>): Promise<string> {
    const { action, prepare, chosen } = this.kinds.of(asked.kind);
    const { unitId, title, content, reach, draftId = null } = await prepare(actor, asked);
    const need = await this.approval.need(unitId, reach);
    if (!need) throw sendRequestErrors.notNeeded();
    if ((await this.approval.approvers(unitId, action, actor.personId)).length === 0)
      throw sendRequestErrors.nobodyElse();
    const id = v7();
    const chosenIds = chosen && placesOf(reach);
    await this.database.tx(async (tx) => {
      if (draftId) await this.requests.voidOf(tx, draftId, unitId);
      await tx.insert(SendRequest, {
        id,
        unitId,
        kind: asked.kind,
        title,
        content,
        places: need.places,
        people: need.people,
        chosenIds,
        draftId,
        askedBy: actor.personId,
        askedAt: this.clock.now(),
      });
      await this.outbox.append(tx, sendAsked({ requestId: id }, { unitId, changes: { places: need.places } }), actor);
    });
    return id;
  }
}
