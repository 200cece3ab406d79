import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { dataRequestVerified } from '../../membership.events.ts';
import { DataRequestAccess } from './data-request-access.ts';
import { DataRequest } from './data-request.entity.ts';

/** An officer has made sure that it is the person who asks: called the number that is known, or met them. */
@Injectable()
export class VerifyRequester {
  constructor(
    private readonly access: DataRequestAccess,
    private readonly outbox: Outbox,
  ) {}

  /** Said once; who says it again changes nothing. @throws dataRequest.own, dataRequest.notOpen */
  execute(actor: Actor, id: string, { how }: RouteBody<typeof routes.verifyRequester>): Promise<void> {
    return this.access.change(actor, id, async (tx, { verifiedAt, unitId }, now) => {
      if (verifiedAt) return;
      await tx.update(DataRequest, { id }, { verifiedAt: now, verifiedHow: how, verifiedBy: actor.personId });
      await this.outbox.append(tx, dataRequestVerified({ requestId: id }, { unitId, changes: { how } }), actor);
    });
  }
}
