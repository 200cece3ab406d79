import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import type { OfficeRole } from '#contracts/access/office-roles';
import { addDays } from '#contracts/reporting/periods';
import type { Post } from '../posts/post.entity.ts';
import type { Handover } from '../posts/handover.entity.ts';
import { HandoverPeople } from './handover-people.ts';
import { type Held, Holders, keyOf } from './holders.ts';

/** What a message tells of a post that changes hands. */
export interface HandoverInfo
  extends Pick<Handover, 'mode' | 'unitId' | 'fromPersonId' | 'toPersonId' | 'fromOn' | 'openWork'>,
    Pick<Post, 'title'> {
  role: OfficeRole;
  lastOn: string | null;
  /** Who hears of it: both, whoever leads the committee, and who may appoint somebody where nobody is left. */
  told: string[];
}

/** What other modules may ask of posts that change hands. */
@Injectable()
export class HandoversApi {
  constructor(
    private readonly database: Database,
    private readonly holders: Holders,
    private readonly people: HandoverPeople,
  ) {}

  /** Who has today what somebody took in hand in a unit; null where nobody in particular has it any more. */
  async holderOf(held: readonly Held[]): Promise<(one: Held) => string | null> {
    const now = await this.holders.now(held);
    return (one) => (now.has(keyOf(one)) ? (now.get(keyOf(one)) ?? null) : one.personId);
  }

  /** Whose things the person sees to beside their own. */
  before(personId: string): Promise<Held[]> {
    return this.holders.before(personId);
  }

  async told(handoverId: string): Promise<HandoverInfo | undefined> {
    const row = await this.database.one<
      Omit<HandoverInfo, 'told' | 'lastOn'> & { until: string | null; heads: string[]; cared: boolean }
    >(
      sql`select h.mode, h.unit_id as "unitId", h.from_person_id as "fromPersonId", h.to_person_id as "toPersonId",
          h.from_on::text as "fromOn", h.open_work as "openWork", f.title, f.role,
          case when h.mode = 'stand_in' then upper(t.validity)::text end as until,
          array(select o.person_id::text from posts o where o.unit_id = h.unit_id and o.seat = 'head'
            and o.validity @> h.from_on order by o.id) as heads,
          exists (select 1 from handovers k where k.from_post_id = h.from_post_id and k.mode = 'caretaker') as cared
        from handovers h join posts f on f.id = h.from_post_id left join posts t on t.id = h.to_post_id
       where h.id = ${handoverId}`,
    );
    if (!row) return undefined;
    const { until, heads, cared, ...rest } = row;
    const told =
      row.mode !== 'vacate'
        ? [row.fromPersonId, ...(row.toPersonId ? [row.toPersonId] : []), ...heads]
        : cared
          ? []
          : [row.fromPersonId, ...(await this.people.administrators(row.unitId, row.fromOn, null)).map(({ id }) => id)];
    return { ...rest, lastOn: until && addDays(until, -1), told: [...new Set(told)] };
  }
}
