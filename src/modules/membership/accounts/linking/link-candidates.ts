/**
 * Who may be behind an account that waits: people of the officer's units who have its number on a roster today, also when
 * it was added later, and the owner of the account that was stopped for the same number. Computed at each read.
 */
import { Injectable } from '@nestjs/common';
import type { AccountSpace } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { roleOrder } from '../../people/people.queries.ts';
import type { LinkReason } from './link-request.entity.ts';

export interface WaitingRow {
  id: string;
  space: AccountSpace;
  scope: string;
  external_id: string;
  display_name: string;
  phone_e164: string | null;
  asked_at: Date;
  reason: LinkReason;
  /** Candidates anywhere whom no officer has ruled out. */
  left: number;
}

export interface CandidateRow {
  request_id: string;
  person_id: string;
  full_name: string;
  position: string | null;
  unit_id: string;
  team_id: string | null;
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

/** An officer is nobody's candidate but a superior's, who stands above all their places and is somebody else. */
const isDecidable = (person: string, at: string, above: string, self: string): string => `(
  not exists (select 1 from posts o where o.person_id = ${person} and o.validity && daterange(${at}::date, null))
  or ${person} <> ${self}::uuid and not exists (
    select 1 from person_places q where q.person_id = ${person} and q.role <> 'supporter' and q.validity && daterange(${at}::date, null)
       and not exists (select 1 from unit_closure v where v.descendant_id = q.unit_id and v.ancestor_id = any(${above}))))`;

const possible = `
  select r.id as request_id, f.person_id from link_requests r join phones f on f.e164 = r.phone_e164 where r.decided_at is null
  union
  select r.id, a.person_id from link_requests r join linked_accounts a on a.phone_e164 = r.phone_e164 and a.space = r.space and a.scope = r.scope
     and a.suspended_at is not null and a.ended_at is null where r.decided_at is null`;

/** The oldest come first, and each decision makes room. */
const MOST_SHOWN = 200;

@Injectable()
export class LinkCandidates {
  constructor(private readonly clock: Clock) {}

  /** @param requestId one request only, locked */
  async waiting(tx: Tx, reader: Reader, requestId?: string): Promise<WaitingRow[]> {
    const today = this.clock.today();
    return rowsOf(
      tx,
      `select r.id, r.space, r.scope, r.external_id, r.display_name, r.phone_e164, r.asked_at, r.reason, k."left"
         from link_requests r join account_scopes s on s.space = r.space and s.scope = r.scope
        cross join lateral (
          select count(distinct c.person_id)::int as "left", coalesce(bool_or(exists (
                   select 1 from unit_closure u where u.descendant_id = pp.unit_id and u.ancestor_id = any($1)) and ${isDecidable('p.id', '$2', '$5', '$6')}), false) as mine
            from (${possible}) c join people p on p.id = c.person_id and p.anonymised_at is null
            join person_places pp on pp.person_id = p.id and pp.validity @> $2::date
           where c.request_id = r.id and c.person_id <> all(r.not_these)) k
        where r.decided_at is null and ($3::uuid is null or r.id = $3) and (k.mine or ($4 and k."left" = 0))
        order by r.asked_at, r.id ${requestId ? 'for update of r' : `limit ${MOST_SHOWN}`}`,
      [reader.unitIds, today, requestId ?? null, reader.orphans, reader.aboveUnitIds, reader.personId],
    );
  }

  /** Within the units only: what others have on their rosters is not shown. */
  ofRequests(tx: Tx, requestIds: readonly string[], reader: Reader): Promise<CandidateRow[]> {
    return rowsOf(
      tx,
      `select distinct on (c.request_id, p.id) c.request_id, p.id as person_id, p.full_name, pp.title as position, pp.unit_id, pp.team_id
         from (${possible}) c join link_requests r on r.id = c.request_id join people p on p.id = c.person_id and p.anonymised_at is null
         join person_places pp on pp.person_id = p.id and pp.validity @> $3::date
        where c.request_id = any($1) and c.person_id <> all(r.not_these)
          and exists (select 1 from unit_closure u where u.descendant_id = pp.unit_id and u.ancestor_id = any($2)) and ${isDecidable('p.id', '$3', '$4', '$5')}
        order by c.request_id, p.id, ${roleOrder.text}`,
      [requestIds, reader.unitIds, this.clock.today(), reader.aboveUnitIds, reader.personId],
    );
  }
}
