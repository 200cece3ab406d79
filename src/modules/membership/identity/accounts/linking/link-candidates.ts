/**
 * Who may be behind an account that waits: people of the officer's units who have its number on a roster today, also when
 * it was added later, and the owner of the account that was stopped for the same number. Computed at each read.
 */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { roleOrder } from '../../../people/people/people.queries.ts';
import type { Person } from '../../../people/people/person.entity.ts';
import type { LinkRequest } from './link-request.entity.ts';

export interface WaitingRow
  extends Pick<
    LinkRequest,
    'id' | 'space' | 'scope' | 'externalId' | 'displayName' | 'phoneE164' | 'askedAt' | 'reason'
  > {
  /** Candidates anywhere whom no officer has ruled out. */
  left: number;
}

export interface CandidateRow extends Pick<Person, 'fullName'> {
  requestId: string;
  personId: string;
  position: string | null;
  unitId: string;
  teamId: string | null;
}

/** What an officer's posts let them see. */
export interface Reader {
  personId: string;
  unitIds: readonly string[];
  /** Where the reader may decide about people who hold a post. */
  aboveUnitIds: readonly string[];
  /** Also accounts of which nobody anywhere is a candidate. */
  orphans: boolean;
}

/** Of `people p`. An officer is nobody's candidate but a superior's, who stands above all their places and is somebody else. */
const isDecidable = ({ aboveUnitIds, personId }: Reader, at: string): Sql => sql`(
  not exists (select 1 from posts o where o.person_id = p.id and o.validity && daterange(${at}::date, null))
  or p.id <> ${personId}::uuid and not exists (
    select 1 from person_places q where q.person_id = p.id and q.role <> 'supporter' and q.validity && daterange(${at}::date, null)
       and not exists (select 1 from unit_closure v where v.descendant_id = q.unit_id and v.ancestor_id = any(${aboveUnitIds}))))`;

/**
 * Whom the number of the request `r` may mean, each once. Request by request and person by person, by indexes: joined as a
 * whole, the numbers and the places of the country would be read for each request.
 */
const possible = sql`(
  select f.person_id from phones f where f.e164 = r.phone_e164
  union
  select a.person_id from linked_accounts a where a.phone_e164 = r.phone_e164 and a.space = r.space and a.scope = r.scope
     and a.suspended_at is not null and a.ended_at is null offset 0)`;
const placesToday = (today: string): Sql => sql`(
  select q.unit_id, q.team_id, q.role, q.title from person_places q
   where q.person_id = p.id and q.validity @> ${today}::date offset 0)`;

/**
 * Numbers of the people whose places lie below the units: only requests of one of them can have a candidate there. Without
 * it each open request of the country would be gone through for one commune.
 */
const numbersBelow = (unitIds: readonly string[], today: string): Sql => sql`array(
  select n.e164 from (
    select distinct pp.person_id from unit_closure u cross join lateral (
      select q.person_id from person_places q where q.unit_id = u.descendant_id and q.validity @> ${today}::date offset 0) pp
     where u.ancestor_id = any(${unitIds}::uuid[])) own
   cross join lateral (
     select f.e164 from phones f where f.person_id = own.person_id
     union all
     select a.phone_e164 from linked_accounts a
      where a.person_id = own.person_id and a.ended_at is null and a.suspended_at is not null and a.phone_e164 is not null
     offset 0) n)`;

/** Where the list goes on: when the last one was asked, to the millisecond, and its id. */
export type WaitingKey = [string, string];

@Injectable()
export class LinkCandidates {
  constructor(private readonly clock: Clock) {}

  /** The oldest come first; one more than the limit, and how many there are. */
  async waiting(
    tx: Tx,
    reader: Reader,
    after: WaitingKey | null,
    limit: number,
  ): Promise<{ rows: WaitingRow[]; total: number }> {
    const rows = await rowsOf<WaitingRow & { total: number }>(
      tx,
      sql`with waiting as materialized (${this.open(reader)}
          and (${reader.orphans} or r.phone_e164 = any(${numbersBelow(reader.unitIds, this.clock.today())})))
       select *, (select count(*)::int from waiting) as total from waiting
        where ${
          after
            ? sql`(date_trunc('milliseconds', "askedAt"), id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : sql`true`
        }
        order by date_trunc('milliseconds', "askedAt"), id limit ${limit + 1}`,
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** One that the reader may decide about, locked. */
  async lock(tx: Tx, reader: Reader, requestId: string): Promise<WaitingRow | undefined> {
    const [row] = await rowsOf<WaitingRow>(tx, sql`${this.open(reader)} and r.id = ${requestId} for update of r`);
    return row;
  }

  private open(reader: Reader): Sql {
    const today = this.clock.today();
    return sql`select r.id, r.space, r.scope, r.external_id as "externalId", r.display_name as "displayName",
              r.phone_e164 as "phoneE164", r.asked_at as "askedAt", r.reason, k."left"
         from link_requests r join account_scopes s on s.space = r.space and s.scope = r.scope
        cross join lateral (
          select count(distinct c.person_id)::int as "left", coalesce(bool_or(exists (
                   select 1 from unit_closure u where u.descendant_id = pp.unit_id and u.ancestor_id = any(${reader.unitIds}))
                   and ${isDecidable(reader, today)}), false) as mine
            from ${possible} c join people p on p.id = c.person_id and p.anonymised_at is null
            cross join lateral ${placesToday(today)} pp
           where c.person_id <> all(r.not_these)) k
        where r.decided_at is null and (k.mine or (${reader.orphans} and k."left" = 0))`;
  }

  /** Within the units only: what others have on their rosters is not shown. */
  ofRequests(tx: Tx, requestIds: readonly string[], reader: Reader): Promise<CandidateRow[]> {
    const today = this.clock.today();
    return rowsOf(
      tx,
      sql`select distinct on (r.id, p.id) r.id as "requestId", p.id as "personId", p.full_name as "fullName",
              pp.title as position, pp.unit_id as "unitId", pp.team_id as "teamId"
         from link_requests r cross join lateral ${possible} c
         join people p on p.id = c.person_id and p.anonymised_at is null
         cross join lateral ${placesToday(today)} pp
        where r.id = any(${requestIds}) and r.decided_at is null and c.person_id <> all(r.not_these)
          and exists (select 1 from unit_closure u where u.descendant_id = pp.unit_id and u.ancestor_id = any(${reader.unitIds}))
          and ${isDecidable(reader, today)}
        order by r.id, p.id, ${roleOrder}`,
    );
  }
}
