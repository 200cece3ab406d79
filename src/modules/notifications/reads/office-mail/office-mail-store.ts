import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { Outcome } from '../../deliver/sending/outcome.ts';
import { type Occasion, OfficeMail } from './office-mail.entity.ts';

export type NewMail = Pick<OfficeMail, 'occasion' | 'unitId' | 'address'> &
  Partial<Pick<OfficeMail, 'reportId' | 'version' | 'recipient' | 'mailboxId' | 'inviteId' | 'personId' | 'madeBy'>>;

export type ClaimedMail = Pick<
  OfficeMail,
  | 'id'
  | 'reportId'
  | 'version'
  | 'occasion'
  | 'unitId'
  | 'recipient'
  | 'mailboxId'
  | 'inviteId'
  | 'address'
  | 'attempts'
  | 'repeats'
  | 'madeAt'
>;

/** Of a report. */
export interface MailRow
  extends Pick<
    OfficeMail,
    'id' | 'unitId' | 'recipient' | 'round' | 'isSigned' | 'address' | 'state' | 'sentAt' | 'failureCode'
  > {
  version: number;
  occasion: Exclude<Occasion, 'test' | 'invite'>;
}

const claimed = sql`id, report_id as "reportId", version, occasion, unit_id as "unitId", recipient, mailbox_id as "mailboxId", invite_id as "inviteId",
  address, attempts, repeats, made_at as "madeAt"`;

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
  add(tx: Tx, mail: NewMail): Promise<string | undefined> {
    return this.insert(tx, mail, sql`1`);
  }

  /** The next round of a version to an office; undefined while one is on its way. */
  addAgain(tx: Tx, mail: NewMail): Promise<string | undefined> {
    const same = sql`report_id = ${mail.reportId ?? null} and version = ${mail.version ?? null} and occasion = ${mail.occasion}
      and unit_id = ${mail.unitId} and coalesce(recipient, '') = ${mail.recipient ?? ''}`;
    return this.insert(
      tx,
      mail,
      sql`coalesce((select max(round) from office_mails where ${same}), 0) + 1`,
      sql`not exists (select from office_mails where ${same} and state in ('due', 'claimed'))`,
    );
  }

  private async insert(tx: Tx, mail: NewMail, round: Sql, when: Sql = sql`true`): Promise<string | undefined> {
    const now = this.clock.now();
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into office_mails (id, report_id, version, occasion, unit_id, recipient, mailbox_id, invite_id, person_id, made_by,
          round, address, due_at, made_at)
        select ${v7()}, ${mail.reportId ?? null}, ${mail.version ?? null}, ${mail.occasion}, ${mail.unitId},
               ${mail.recipient ?? null}, ${mail.mailboxId ?? null}, ${mail.inviteId ?? null}, ${mail.personId ?? null},
               ${mail.madeBy ?? null}, ${round}, ${mail.address}, ${now}, ${now} where ${when}
       on conflict do nothing returning id`,
    );
    return row?.id;
  }

  async testsWithin(tx: Tx, unitId: string, ms: number): Promise<number> {
    const [row] = await rowsOf<{ tests: number }>(
      tx,
      sql`select count(*)::int as tests from office_mails where unit_id = ${unitId} and occasion = 'test'
        and made_at > ${new Date(this.clock.now().getTime() - ms)}`,
    );
    return row?.tests ?? 0;
  }

  /** Invites that somebody has sent since. */
  async invitesBy(tx: Tx, personId: string, since: Date): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      tx,
      sql`select count(*)::int as n from office_mails where occasion = 'invite' and made_by = ${personId} and made_at > ${since}`,
    );
    return row?.n ?? 0;
  }

  /** Who has had as many as one mailbox gets. */
  async invitedOften(tx: Tx, personIds: readonly string[], since: Date, most: number): Promise<Set<string>> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select person_id as id from office_mails where occasion = 'invite' and person_id = any(${personIds}::uuid[])
        and made_at > ${since} group by 1 having count(*) >= ${most}::int`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A mail of the report. */
  find(reportId: string, id: string): Promise<(NewMail & Pick<OfficeMail, 'recipient'>) | undefined> {
    return this.database.one(
      sql`select report_id as "reportId", version, occasion, unit_id as "unitId", recipient, mailbox_id as "mailboxId", address
        from office_mails where report_id = ${reportId} and id = ${id}`,
    );
  }

  /** What went with it, where it is known only when it goes. */
  async attach(id: string, isSigned: boolean): Promise<void> {
    await this.database.manager.update(OfficeMail, { id }, { isSigned });
  }

  /** Nobody else sends it meanwhile. */
  claim(id: string): Promise<ClaimedMail | undefined> {
    const now = this.clock.now();
    return this.database.one<ClaimedMail>(
      sql`update office_mails set state = 'claimed', claimed_at = ${now} where id = ${id} and state = 'due' and due_at <= ${now}
       returning ${claimed}`,
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
      sql`select id, version, occasion, unit_id as "unitId", recipient, round, is_signed as "isSigned", address, state,
        sent_at as "sentAt", failure_code as "failureCode"
        from office_mails
        where report_id = ${reportId} order by made_at desc, id desc`,
    );
  }
}
