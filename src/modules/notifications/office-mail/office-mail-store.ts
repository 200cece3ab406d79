import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Outcome } from '../deliver/outcome.ts';
import type { OfficeMail } from './office-mail.entity.ts';

export type NewMail = Pick<OfficeMail, 'reportId' | 'version' | 'occasion' | 'unitId' | 'address'>;

export type ClaimedMail = Pick<
  OfficeMail,
  'id' | 'reportId' | 'version' | 'occasion' | 'address' | 'attempts' | 'repeats' | 'madeAt'
>;

export type MailRow = Pick<
  OfficeMail,
  'version' | 'occasion' | 'unitId' | 'address' | 'state' | 'sentAt' | 'failureCode'
>;

/** Far longer than a mail takes: whoever holds a mail after this long is dead. */
const LEASE_MS = 5 * 60_000;

/** The rows of mails to offices: they decide, the queue only hurries. */
@Injectable()
export class OfficeMailStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the version's office has its mail already. */
  async add(mail: NewMail): Promise<string | undefined> {
    const now = this.clock.now();
    const row = await this.database.one<{ id: string }>(
      sql`insert into office_mails (id, report_id, version, occasion, unit_id, address, due_at, made_at)
        values (${v7()}, ${mail.reportId}, ${mail.version}, ${mail.occasion}, ${mail.unitId}, ${mail.address}, ${now}, ${now})
       on conflict (report_id, version, occasion, unit_id) do nothing returning id`,
    );
    return row?.id;
  }

  /** Nobody else sends it meanwhile. */
  claim(id: string): Promise<ClaimedMail | undefined> {
    const now = this.clock.now();
    return this.database.one<ClaimedMail>(
      sql`update office_mails set state = 'claimed', claimed_at = ${now} where id = ${id} and state = 'due' and due_at <= ${now}
       returning id, report_id as "reportId", version, occasion, address, attempts, repeats, made_at as "madeAt"`,
    );
  }

  async finish(id: string, { state, nextAttemptAt, counts, repeats, failureCode }: Outcome): Promise<void> {
    const written = state === 'skipped' ? 'failed' : state;
    await this.database.rows(
      sql`update office_mails set state = ${written}, due_at = coalesce(${nextAttemptAt}, due_at),
        attempts = attempts + ${counts ? 1 : 0}, repeats = repeats + ${repeats}, failure_code = ${failureCode},
              sent_at = case when ${written} = 'sent' then ${this.clock.now()}::timestamptz end where id = ${id} and state = 'claimed'`,
    );
  }

  /**
   * Mails of dead workers: it is not known whether they went. Each goes once more under its Message-ID, by which a mailbox
   * knows a repetition; after that it is left in doubt and shown.
   */
  async takeFromTheDead(): Promise<void> {
    await this.database.rows(
      sql`update office_mails set state = case when repeats = 0 then 'due'
        else 'unknown' end, repeats = repeats + 1, failure_code = 'worker_died'
        where state = 'claimed' and claimed_at < ${new Date(this.clock.now().getTime() - LEASE_MS)}`,
    );
  }

  async due(): Promise<{ id: string; attempts: number; repeats: number }[]> {
    return this.database.rows(
      sql`select id, attempts, repeats from office_mails where state = 'due' and due_at <= ${this.clock.now()} order by due_at limit 500`,
    );
  }

  of(reportId: string): Promise<MailRow[]> {
    return this.database.rows(
      sql`select version, occasion, unit_id as "unitId", address, state, sent_at as "sentAt", failure_code as "failureCode"
        from office_mails
        where report_id = ${reportId} order by made_at desc, id desc`,
    );
  }
}
