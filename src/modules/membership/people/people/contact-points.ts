/**
 * Phone numbers and addresses of a person. A sign-in can stand on them, so they are changed only by those who may invite
 * the person; what they proved before counts no more, and the old ones hear of the change.
 */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import { EndAccess } from './end-access.ts';
import { InviteRights, rightFor } from './invite-rights.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { readPhones } from './phones.ts';
import type { PlaceRow } from './people.queries.ts';
import { Person } from './person.entity.ts';

export interface Contact {
  phone?: string | undefined;
  email?: string | undefined;
}

type Field = 'phone' | 'email' | 'fullName';

@Injectable()
export class ContactPoints {
  constructor(
    private readonly rights: InviteRights,
    private readonly access: EndAccess,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /**
   * A given phone or address becomes the main one; earlier ones stay behind it. Without an actor: at the server itself.
   * @throws membership.contactOfOfficer, membership.contactElsewhere; membership.phoneInvalid at the path `phone`
   */
  async set(tx: Tx, personId: string, { phone, email }: Contact, actor?: Actor): Promise<void> {
    const e164 = phone ? phoneOf(phone) : undefined;
    if (phone && e164 && !(await this.isMain(tx, 'phones', personId, e164))) {
      await this.require(tx, actor, personId, 'phone');
      const replaced = await this.setPhone(tx, personId, e164, phone);
      if (replaced) await this.access.doubtByNumber(tx, [personId]);
      await this.access.execute(tx, [personId], 'phone', actor);
    }
    if (email && !(await this.isMain(tx, 'emails', personId, email))) {
      await this.require(tx, actor, personId, 'email');
      await this.setEmail(tx, personId, email);
      await this.access.execute(tx, [personId], 'email', actor);
    }
  }

  /** A name is what people recognise the account by. @throws membership.contactOfOfficer, membership.contactElsewhere */
  async setName(tx: Tx, personId: string, fullName: string, actor: Actor): Promise<void> {
    const [known] = await rowsOf<Pick<Person, 'fullName'>>(
      tx,
      sql`select full_name as "fullName" from people where id = ${personId} for update`,
    );
    if (!known || known.fullName === fullName) return;
    await this.require(tx, actor, personId, 'fullName');
    await tx.update(Person, { id: personId }, { fullName });
  }

  private async require(tx: Tx, actor: Actor | undefined, personId: string, path: Field): Promise<void> {
    if (!actor) return;
    const place = await this.rights.outOfReach(actor, personId);
    if (!place) return;
    const person: Pick<Person, 'fullName'> | null = await tx.findOne(Person, {
      select: { fullName: true },
      where: { id: personId },
    });
    throw await this.refusal(path, person?.fullName ?? '', place);
  }

  private async refusal(
    path: Field,
    name: string,
    { role, unitId }: Pick<PlaceRow, 'role' | 'unitId'>,
  ): Promise<ProblemError> {
    if (rightFor[role] === 'post.manage') return membershipErrors.contactOfOfficer({ path, name });
    const unit = (await this.organization.communeOf(unitId)) ?? (await this.organization.unitRef(unitId));
    return membershipErrors.contactElsewhere({ path, name, unit: unit?.fullName ?? '' });
  }

  private async isMain(tx: Tx, table: 'phones' | 'emails', personId: string, value: string): Promise<boolean> {
    const same = table === 'phones' ? sql`e164 = ${value}` : sql`lower(address) = lower(${value})`;
    const rows = await rowsOf(
      tx,
      sql`select 1 from ${raw(table)} where person_id = ${personId} and is_primary and ${same}`,
    );
    return rows.length > 0;
  }

  /** @returns whether it took the place of another */
  private async setPhone(tx: Tx, personId: string, e164: string, raw: string): Promise<boolean> {
    const now = this.clock.now();
    const replaced = await rowsOf(
      tx,
      sql`update phones set is_primary = false, replaced_at = ${now} where person_id = ${personId} and is_primary returning 1`,
    );
    const unproven = replaced.length > 0 ? now : null;
    await execute(
      tx,
      sql`insert into phones (id, person_id, e164, raw, is_primary, added_at, unproven_since)
        values (${v7()}, ${personId}, ${e164}, ${raw}, true, ${now}, ${unproven})
       on conflict (person_id, e164) do update set is_primary = true, raw = excluded.raw, state = 'ok', replaced_at = null,
         unproven_since = ${now}`,
    );
    return replaced.length > 0;
  }

  private async setEmail(tx: Tx, personId: string, address: string): Promise<void> {
    const now = this.clock.now();
    await execute(
      tx,
      sql`update emails set is_primary = false, replaced_at = ${now} where person_id = ${personId} and is_primary`,
    );
    await execute(
      tx,
      sql`insert into emails (id, person_id, address, is_primary, added_at) values (${v7()}, ${personId}, ${address}, true, ${now})
       on conflict (person_id, lower(address)) do update set is_primary = true, state = 'ok', replaced_at = null`,
    );
  }
}

/** @throws membership.phoneInvalid at the path `phone` */
export function phoneOf(text: string): string {
  const [first] = readPhones(text).phones;
  if (!first) throw membershipErrors.phoneInvalid({ path: 'phone' });
  return first.e164;
}
