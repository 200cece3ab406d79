/** Finding, creating and keeping people inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { foldTone } from '#i18n/fold';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { membershipErrors } from '../membership.errors.ts';
import { readPhones } from '../roster/phones.ts';
import { Person } from './person.entity.ts';

export interface PersonInput {
  personId?: string | undefined;
  fullName: string;
  phone?: string | undefined;
  email?: string | undefined;
}

@Injectable()
export class People {
  constructor(
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /**
   * The person named by id, the one of this name and phone in the actor's units, or a new one.
   * @throws membership.personNotFound for an id outside the actor's units, also when such a person exists
   */
  async findOrCreate(tx: Tx, actor: Actor, input: PersonInput): Promise<string> {
    if (input.personId) {
      await this.requireKnown(tx, actor, input.personId);
      await this.setContact(tx, input.personId, input);
      return input.personId;
    }
    const known = await this.findKnown(tx, actor, input);
    const id = known ?? (await this.create(tx, input.fullName));
    await this.setContact(tx, id, input);
    return id;
  }

  async create(tx: Tx, fullName: string): Promise<string> {
    const id = v7();
    await tx.insert(Person, { id, fullName, createdAt: this.clock.now() });
    return id;
  }

  /** A given phone or address becomes the main one; earlier ones stay behind it. */
  async setContact(tx: Tx, personId: string, { phone, email }: Pick<PersonInput, 'phone' | 'email'>): Promise<void> {
    if (phone) await this.setPhone(tx, personId, phone);
    if (email) await this.setEmail(tx, personId, email);
  }

  private async setPhone(tx: Tx, personId: string, raw: string): Promise<void> {
    const e164 = phoneOf(raw);
    await tx.query('update phones set is_primary = false where person_id = $1 and is_primary and e164 <> $2', [
      personId,
      e164,
    ]);
    await tx.query(
      `insert into phones (id, person_id, e164, raw, is_primary, added_at) values ($1, $2, $3, $4, true, $5)
       on conflict (person_id, e164) do update set is_primary = true, raw = excluded.raw`,
      [v7(), personId, e164, raw, this.clock.now()],
    );
  }

  private async setEmail(tx: Tx, personId: string, address: string): Promise<void> {
    await tx.query(
      'update emails set is_primary = false where person_id = $1 and is_primary and lower(address) <> lower($2)',
      [personId, address],
    );
    await tx.query(
      `insert into emails (id, person_id, address, is_primary, added_at) values ($1, $2, $3, true, $4)
       on conflict (person_id, lower(address)) do update set is_primary = true`,
      [v7(), personId, address, this.clock.now()],
    );
  }

  private async requireKnown(tx: Tx, actor: Actor, personId: string): Promise<void> {
    const rows = await rowsOf(
      tx,
      `select 1 from people p where p.id = $1 and p.anonymised_at is null and exists (
         select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = any($2) where pp.person_id = p.id)`,
      [personId, this.scope.unitIds(actor, 'team.manage')],
    );
    if (rows.length === 0) throw membershipErrors.personNotFound({ path: 'personId' });
  }

  private async findKnown(tx: Tx, actor: Actor, { fullName, phone }: PersonInput): Promise<string | undefined> {
    if (!phone) return undefined;
    const rows = await rowsOf<{ id: string; full_name: string }>(
      tx,
      `select p.id, p.full_name from phones h join people p on p.id = h.person_id and p.anonymised_at is null
        where h.e164 = $1 and exists (
          select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = any($2) where pp.person_id = p.id)`,
      [phoneOf(phone), this.scope.unitIds(actor, 'team.manage')],
    );
    return rows.find((row) => foldTone(row.full_name) === foldTone(fullName))?.id;
  }
}

/** @throws membership.phoneInvalid at the path `phone` */
export function phoneOf(text: string): string {
  const [first] = readPhones(text).phones;
  if (!first) throw membershipErrors.phoneInvalid({ path: 'phone' });
  return first.e164;
}
