import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import type { OfficeMail } from './office-mail.entity.ts';
import { MOST_TRIES } from './mailbox-rules.ts';
import type { RecipientMailbox } from './recipient-mailbox.entity.ts';

export type MailboxRow = Pick<RecipientMailbox, 'id' | 'unitId' | 'key' | 'name' | 'address' | 'tries' | 'confirmedAt'>;
export type UsedRow = MailboxRow & { from: string };
/** With the newest mail that tries it. */
export type TriedRow = MailboxRow &
  Pick<OfficeMail, 'state' | 'failureCode' | 'sentAt' | 'madeAt'> & { mailId: string };
export interface EarlierRow {
  key: string;
  name: string;
  address: string;
  from: string;
  to: string;
}

/** In place of an office's name: the unit's own mailbox. No office of "Nơi nhận" has an empty key. */
export const OWN = '';

const columns = sql`m.id, m.unit_id as "unitId", m.key, m.name, m.address, m.tries, m.confirmed_at as "confirmedAt"`;
/** As many as a reader wants to see. */
const EARLIER = 100;

/** Rows of mailboxes of "Nơi nhận". */
@Injectable()
export class MailboxStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What mail to each office goes to today: the unit's own, else the nearest above that has one. */
  used(unitId: string, keys: readonly string[]): Promise<UsedRow[]> {
    const today = this.clock.today();
    return this.database.rows(
      sql`select distinct on (m.key) ${columns}, lower(m.validity)::text as from
         from unit_closure_at(${today}::date) up join recipient_mailboxes m on m.unit_id = up.ancestor_id
        where up.descendant_id = ${unitId} and m.key = any(${keys}::text[]) and m.validity @> ${today}::date
        order by m.key, up.depth`,
    );
  }

  /** All of offices that hold or are tried at the unit itself, also of those that are named no more. */
  own(unitId: string): Promise<MailboxRow[]> {
    return this.database.rows(
      sql`select ${columns} from recipient_mailboxes m
        where m.unit_id = ${unitId} and m.key <> ${OWN} and (m.validity is null or m.validity @> ${this.clock.today()}::date) order by m.name, m.id`,
    );
  }

  tried(unitId: string): Promise<TriedRow[]> {
    return this.database.rows(
      sql`select ${columns}, t.id as "mailId", t.state, t.failure_code as "failureCode", t.sent_at as "sentAt", t.made_at as "madeAt"
         from recipient_mailboxes m
        cross join lateral (select * from office_mails o where o.mailbox_id = m.id and o.occasion = 'test'
          order by o.made_at desc, o.id desc limit 1) t
        where m.unit_id = ${unitId} and m.validity is null order by m.id`,
    );
  }

  earlier(unitId: string): Promise<EarlierRow[]> {
    return this.database.rows(
      sql`select m.key, m.name, m.address, lower(m.validity)::text as from, upper(m.validity)::text as to
         from recipient_mailboxes m where m.unit_id = ${unitId} and upper(m.validity) <= ${this.clock.today()}::date
        order by lower(m.validity) desc, m.id desc limit ${EARLIER}`,
    );
  }

  /** Mail went to the unit there before mailboxes were tried, and none was since. */
  async isMailedUntried(unitId: string, address: string): Promise<boolean> {
    const row = await this.database.one(
      sql`select 1 from office_mails o where o.unit_id = ${unitId} and o.recipient is null and o.report_id is not null
          and lower(o.address) = lower(${address}) and o.state = 'sent'
          and not exists (select from recipient_mailboxes m where m.unit_id = ${unitId} and m.key = ${OWN} and m.validity is not null)
        limit 1`,
    );
    return row !== undefined;
  }

  find(unitId: string, id: string): Promise<MailboxRow | undefined> {
    return this.database.one(
      sql`select ${columns} from recipient_mailboxes m where m.unit_id = ${unitId} and m.id = ${id}`,
    );
  }

  /** One is tried at a time: another address takes its place, and the codes of the first are worth nothing. */
  async try(
    tx: Tx,
    { personId }: Actor,
    tried: Pick<MailboxRow, 'unitId' | 'key' | 'name' | 'address'>,
  ): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into recipient_mailboxes (id, unit_id, key, name, address, named_by, named_at)
        values (${v7()}, ${tried.unitId}, ${tried.key}, ${tried.name}, ${tried.address}, ${personId}, ${this.clock.now()})
       on conflict (unit_id, key) where validity is null do update
          set address = excluded.address, name = excluded.name, tries = 0, named_by = excluded.named_by, named_at = excluded.named_at
       returning id`,
    );
    return (row as { id: string }).id;
  }

  /** Before the code is looked at, so that many at once have no more tries. @returns how many are used up, undefined when all were */
  async takeTry(id: string): Promise<number | undefined> {
    const row = await this.database.one<{ tries: number }>(
      sql`update recipient_mailboxes set tries = tries + 1 where id = ${id} and tries < ${MOST_TRIES} returning tries`,
    );
    return row?.tries;
  }

  /** From today on; the one before ends with yesterday. */
  async use(tx: Tx, { personId }: Actor, { id, unitId, key }: MailboxRow): Promise<void> {
    const today = this.clock.today();
    await this.endHolding(tx, sql`unit_id = ${unitId} and key = ${key}`);
    await execute(
      tx,
      sql`update recipient_mailboxes set validity = daterange(${today}::date, null), confirmed_by = ${personId},
        confirmed_at = ${this.clock.now()} where id = ${id} and validity is null`,
    );
  }

  async end(tx: Tx, { id }: MailboxRow): Promise<void> {
    await execute(tx, sql`delete from recipient_mailboxes where id = ${id} and validity is null`);
    await this.endHolding(tx, sql`id = ${id}`);
  }

  /** What began today is left without a day: it never held for a whole one. */
  private async endHolding(tx: Tx, which: ReturnType<typeof sql>): Promise<void> {
    const today = this.clock.today();
    await execute(
      tx,
      sql`update recipient_mailboxes set validity = daterange(lower(validity), ${today}::date)
        where ${which} and validity @> ${today}::date`,
    );
  }
}
