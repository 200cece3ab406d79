import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { officeSet, officeUnanswered } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { type OfficePhone, readOfficePhone } from './office-phone.ts';
import { Office } from './office.entity.ts';

export type OfficeInput = RouteBody<typeof routes.setOffice>;
const fields = ['phone', 'email', 'hours', 'address', 'answeredBy'] as const;
type Kept = Pick<OfficeInput, (typeof fields)[number] | 'isOffice'> & { id: string; name: string; from: string };

/** How an office is called: what was before stays in the history, and is right again from the day on which somebody says so. */
@Injectable()
export class KeepOffice {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.officePhone, organization.officePersonal */
  async execute(actor: Actor, unitId: string, input: OfficeInput): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    await this.database.tx((tx) => this.keep(tx, actor, unitId, input));
  }

  /** "Còn đúng": the card stays as it is. @throws organization.officeNone */
  async check(actor: Actor, unitId: string): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    const rows = await this.database.rows(
      sql`update offices set checked_on = ${today}::date, unanswered_on = null
        where unit_id = ${unitId} and validity @> ${today}::date returning id`,
    );
    if (rows.length === 0) throw organizationErrors.officeNone();
  }

  /** "Gọi thử không ai nghe": said of the number that stands there today. @throws organization.officeNone */
  async unanswered(actor: Actor, unitId: string): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    await this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update offices set unanswered_on = ${today}::date
          where unit_id = ${unitId} and validity @> ${today}::date and phone is not null returning id`,
      );
      if (rows.length === 0) throw organizationErrors.officeNone();
      await this.outbox.append(tx, officeUnanswered({ unitId }, { unitId }), actor);
    });
  }

  /** Whether anything differs from what was kept. */
  async keep(tx: Tx, actor: Actor, unitId: string, asked: OfficeInput): Promise<boolean> {
    const read = phoneOf(asked);
    const input = { ...asked, phone: read?.text ?? null };
    const today = this.clock.today();
    const known = await this.lock(tx, unitId, today);
    const changed = fields.filter((field) => (known?.[field] ?? null) !== input[field]);
    if (known && changed.length === 0 && known.isOffice === input.isOffice) {
      await tx.update(Office, { id: known.id }, { checkedOn: today, unansweredOn: null });
      return false;
    }
    if (known?.from === today) await tx.delete(Office, { id: known.id });
    else if (known)
      await execute(
        tx,
        sql`update offices set validity = daterange(lower(validity), ${today}::date) where id = ${known.id}`,
      );
    await execute(
      tx,
      sql`insert into offices (id, unit_id, name, phone, email, hours, address, answered_by, is_office, looks_personal,
            checked_on, validity)
        select ${v7()}, ${unitId}, coalesce(${known?.name ?? null}::text, n.full_name), ${input.phone}, ${input.email},
            ${input.hours}, ${input.address}, ${input.answeredBy}, ${input.isOffice}, ${read?.isPersonal ?? false},
            ${today}::date, daterange(${today}::date, null)
          from units_at(${today}::date) n where n.id = ${unitId}`,
    );
    await this.outbox.append(tx, officeSet({ unitId }, { unitId, changes: { fields: changed } }), actor);
    return true;
  }

  private async lock(tx: Tx, unitId: string, today: string): Promise<Kept | undefined> {
    await execute(tx, sql`select 1 from units where id = ${unitId} for update`);
    const [known] = await rowsOf<Kept>(
      tx,
      sql`select id, name, phone, email, hours, address, answered_by as "answeredBy", is_office as "isOffice",
          lower(validity)::text as "from"
         from offices where unit_id = ${unitId} and validity @> ${today}::date order by lower(validity) desc limit 1`,
    );
    return known;
  }
}

function phoneOf({ phone, isOffice }: OfficeInput): OfficePhone | null {
  if (phone === null) return null;
  const read = readOfficePhone(phone);
  if (!read) throw organizationErrors.officePhone({ path: 'phone', text: phone });
  if (read.isPersonal && !isOffice) throw organizationErrors.officePersonal({ path: 'phone', text: read.text });
  return read;
}
