import { Injectable } from '@nestjs/common';
import { actions } from '#contracts/actions';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { dataRequestErrors } from '../../membership.errors.ts';
import { dataRequestPassedOn } from '../../membership.events.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { DataRequestAccess, type DataRequestRow } from './data-request-access.ts';
import { DataRequest } from './data-request.entity.ts';

/** Another officer of the unit, or one above, sees to it. */
@Injectable()
export class PassOnDataRequest {
  constructor(
    private readonly access: DataRequestAccess,
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async choices(actor: Actor, id: string): Promise<RouteAnswer<typeof routes.dataRequestOfficers>> {
    return this.people.names(await this.officers(await this.access.open(actor, id)), this.clock.today());
  }

  /** @throws dataRequest.own, dataRequest.notOpen, dataRequest.notAnOfficer */
  execute(actor: Actor, id: string, personId: string): Promise<void> {
    return this.access.change(actor, id, async (tx, row) => {
      if (!(await this.officers(row)).includes(personId)) throw dataRequestErrors.notAnOfficer({ path: 'personId' });
      await tx.update(DataRequest, { id }, { ownerId: personId });
      await this.outbox.append(tx, dataRequestPassedOn({ requestId: id }, { unitId: row.unitId }), actor);
    });
  }

  /** Whoever could answer it, the nearest first: never the person whom it is about. */
  private async officers({ unitId, personId, ownerId }: DataRequestRow): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select p.person_id as id from unit_closure c join posts p on p.unit_id = c.ancestor_id
        where c.descendant_id = ${unitId} and p.role = any(${[...actions['data.answer']]}::text[])
          and p.validity @> ${this.clock.today()}::date and p.person_id <> ${personId}
          and p.person_id is distinct from ${ownerId}::uuid
        group by p.person_id order by min(c.depth), p.person_id limit 50`,
    );
    return rows.map(({ id }) => id);
  }
}
