import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { dataRequestVerified } from '../../membership.events.ts';
import { DataRequestAccess } from './data-request-access.ts';

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
      await execute(
        tx,
        sql`update data_requests set verified_at = ${now}, verified_how = ${how}, verified_by = ${actor.personId} where id = ${id}`,
      );
      await this.outbox.append(tx, dataRequestVerified({ requestId: id }, { unitId, changes: { how } }), actor);
    });
  }
}
