import { Injectable } from '@nestjs/common';
import type { ReformDay, Settled } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';

/**
 * What people have asked of a unit that has ended is answered by its heir. What waited there for a second officer is dropped:
 * it names teams and papers of a unit that issues nothing any more.
 */
@Injectable()
export class HandRequestsOn {
  constructor(private readonly clock: Clock) {}

  async execute(tx: Tx, { byId }: ReformDay, ended: readonly Settled[]): Promise<void> {
    const heirs = ended.flatMap(({ id, mainHeirId }) => (mainHeirId ? [{ id, to: mainHeirId }] : []));
    // Numbers are counted in the unit: those that come go on from its last one.
    await execute(
      tx,
      sql`update data_requests r set unit_id = n.to_id, owner_id = null, no = n.no
        from (select q.id, h.to_id, coalesce((select max(o.no) from data_requests o where o.unit_id = h.to_id), 0)
              + row_number() over (partition by h.to_id order by q.received_at, q.id) as no
            from unnest(${heirs.map(({ id }) => id)}::uuid[], ${heirs.map(({ to }) => to)}::uuid[]) as h(from_id, to_id)
            join data_requests q on q.unit_id = h.from_id and q.outcome is null) n
        where r.id = n.id`,
    );
    await execute(
      tx,
      sql`update send_requests set outcome = 'dropped', decided_at = ${this.clock.now()}, decided_by = ${byId}
        where unit_id = any(${ended.map(({ id }) => id)}::uuid[]) and outcome is null`,
    );
  }
}
