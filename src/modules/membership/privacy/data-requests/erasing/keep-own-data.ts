import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { dataRequestErrors } from '../../../membership.errors.ts';
import { type DataRequestRow, requestColumns } from '../data-request-access.ts';
import { PlanErasing } from './plan-erasing.ts';
import { DataRequest } from '../data-request.entity.ts';

/** "Không phải tôi": who is to be erased says that they did not ask for it. The case is closed. */
@Injectable()
export class KeepOwnData {
  constructor(
    private readonly database: Database,
    private readonly planning: PlanErasing,
    private readonly clock: Clock,
  ) {}

  /** @throws dataRequest.notFound, dataRequest.erasingNotAsked */
  async execute(actor: Actor, id: string, { answer }: RouteBody<typeof routes.keepMyData>): Promise<void> {
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf<DataRequestRow>(
        tx,
        sql`select ${requestColumns} from data_requests q where q.id = ${id} and q.person_id = ${actor.personId} for update`,
      );
      if (!row) throw dataRequestErrors.notFound();
      if (row.outcome !== null || !row.eraseAskedAt) throw dataRequestErrors.erasingNotAsked();
      await tx.update(
        DataRequest,
        { id },
        { outcome: 'refused', answer, answeredAt: this.clock.now(), answeredBy: actor.personId },
      );
      await this.planning.clear(tx, row, actor);
    });
  }
}
