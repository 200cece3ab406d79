import { Injectable } from '@nestjs/common';
import { actions } from '#contracts/actions';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { SecondPersons } from '../../../people/rights/second-persons.ts';
import type { DataRequestRow } from '../data-request-access.ts';

/** Who may say as the second that somebody is erased: officers of the unit or above, never the person. The nearest first. */
@Injectable()
export class ErasingSeconds {
  constructor(
    private readonly database: Database,
    private readonly seconds: SecondPersons,
    private readonly clock: Clock,
  ) {}

  async of({ unitId, personId }: Pick<DataRequestRow, 'unitId' | 'personId'>, askerId: string): Promise<string[]> {
    const posts = await this.database.rows<{ id: string }>(
      sql`select p.id from unit_closure c join posts p on p.unit_id = c.ancestor_id
        where c.descendant_id = ${unitId} and p.role = any(${[...actions['data.answer']]}::text[])
          and p.validity @> ${this.clock.today()}::date and p.person_id <> ${personId}
        order by c.depth, p.id limit 50`,
    );
    return this.seconds.beside(
      askerId,
      posts.map(({ id }) => id),
    );
  }
}
