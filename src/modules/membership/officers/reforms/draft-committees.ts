import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ReformDay } from '#modules/organization';
import { execute, sql, type Tx } from '#platform/database';

/** New communes in which somebody is chosen have a committee from the day on: a draft, until a decision sets it up. */
@Injectable()
export class DraftCommittees {
  async execute(tx: Tx, { posts, from }: ReformDay): Promise<void> {
    const ofCommittee = posts.filter(({ role }) => role === 'committee_member' || role === 'focal_officer');
    const unitIds = [...new Set(ofCommittee.map(({ unitId }) => unitId))];
    await execute(
      tx,
      sql`insert into steering_committees (id, unit_id, validity, draft)
        select n.id, n.unit_id, daterange(${from}::date, null), true
          from unnest(${unitIds.map(() => v7())}::uuid[], ${unitIds}::uuid[]) as n(id, unit_id)
         where not exists (select 1 from steering_committees s where s.unit_id = n.unit_id
           and s.validity && daterange(${from}::date, null))`,
    );
  }
}
