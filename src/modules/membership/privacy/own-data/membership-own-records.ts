import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { trailSql } from '#platform/trail';
import { OwnRecords } from './own-records.ts';

/**
 * What membership holds about a person. Secrets are not shown: who sees their hash could only try them.
 * Single rows by hand: they stand in one list with sets, all of them statements.
 */
@Injectable()
export class MembershipOwnRecords implements OnModuleInit {
  constructor(private readonly records: OwnRecords) {}

  onModuleInit(): void {
    this.waysIn();
    this.words();
  }

  private waysIn(): void {
    const { records } = this;
    records.holds(
      'contact',
      (id) => sql`select e164 as number, is_primary as "isMain", added_at as "addedAt", replaced_at as "replacedAt"
        from phones where person_id = ${id}`,
    );
    records.holds(
      'contact',
      (id) => sql`select address, is_primary as "isMain", added_at as "addedAt", replaced_at as "replacedAt"
        from emails where person_id = ${id}`,
    );
    records.holds(
      'accounts',
      (id) => sql`select space, external_id as account, proof, linked_at as "linkedAt", ended_at as "endedAt"
        from linked_accounts where person_id = ${id}`,
    );
    records.holds(
      'signIn',
      (id) => sql`select device, created_at as "from", last_seen_at as "lastSeenAt", ended_at as "endedAt"
        from sessions where person_id = ${id} order by created_at desc`,
    );
    records.holds(
      'accounts',
      (
        id,
      ) => sql`select issuer as space, subject as account, said_name as name, said_email as email, decided_at as "linkedAt"
        from agency_accounts where person_id = ${id}`,
    );
    records.holds(
      'signIn',
      (id) => sql`select k.name as key, k.made_at as "from", k.used_at as "lastSeenAt" from passkeys k
        join second_factors f on f.id = k.factor_id where f.person_id = ${id} order by k.made_at`,
    );
  }

  private words(): void {
    const { records } = this;
    records.holds(
      'card',
      (id) => sql`select code, issued_at as "issuedAt", valid_until as "validUntil", revoked_at as "revokedAt"
        from member_cards where person_id = ${id}`,
    );
    records.holds(
      'skills',
      (id) => sql`select skills, by_self as "saidByMyself", said_at as at from member_skills where person_id = ${id}`,
    );
    records.holds(
      'messages',
      (id) => sql`select said_at as at, reason, until_on as until from busy_words where person_id = ${id}`,
    );
    records.holds(
      'requests',
      (
        id,
      ) => sql`select kind, received_at as "receivedAt", words, outcome, answer, answered_at as "answeredAt" from data_requests
        where person_id = ${id} order by received_at desc`,
    );
    records.holds(
      'looks',
      (
        id,
      ) => sql`select l.at, p.full_name as by, a.what, l.purpose from access_log l join people p on p.id = l.person_id
          left join ${trailSql.acts} a on a.id = l.act_id
         where l.subject_id = ${id} and l.person_id <> ${id} order by l.at desc`,
    );
  }
}
