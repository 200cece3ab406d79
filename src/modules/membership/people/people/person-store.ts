/** Finding and creating people inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { foldTone } from '#i18n/fold';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';
import { type Contact, ContactPoints, phoneOf } from './contact-points.ts';
import { Person } from './person.entity.ts';

export interface PersonInput extends Contact {
  personId?: string | undefined;
  fullName: string;
}

export interface NewPerson {
  id: string;
  fullName: string;
  /** In the form +84..., and as it was written. */
  phone: string | null;
  phoneRaw: string;
  email: string | null;
}

@Injectable()
export class PersonStore {
  constructor(
    private readonly scope: Scope,
    private readonly contacts: ContactPoints,
    private readonly clock: Clock,
  ) {}

  /**
   * The person named by id, the one of this name and phone, both with a place in the actor's units today, or a new one.
   * @throws membership.personNotFound for an id outside the actor's units, also when such a person exists;
   * membership.contactOfOfficer and membership.contactElsewhere for contact points that are not the actor's to change
   */
  async findOrCreate(tx: Tx, actor: Actor, input: PersonInput): Promise<string> {
    if (input.personId) {
      await this.requireKnown(tx, actor, input.personId);
      await this.contacts.set(tx, input.personId, input, actor);
      return input.personId;
    }
    const known = await this.findKnown(tx, actor, input);
    if (!known) return this.create(tx, input, actor);
    // Found by the number, so it is theirs already.
    await this.contacts.set(tx, known, { email: input.email }, actor);
    return known;
  }

  /** Somebody new, by the server itself or by an actor who has been asked for the right already. */
  async create(tx: Tx, { fullName, ...contact }: PersonInput, actor?: Actor): Promise<string> {
    const id = v7();
    await tx.insert(Person, { id, fullName, createdAt: this.clock.now() });
    await this.contacts.set(tx, id, contact, actor);
    return id;
  }

  /** People of a list who are new, each with what they can be reached by; nothing of theirs could have been opened before. */
  async createMany(tx: Tx, people: readonly NewPerson[]): Promise<void> {
    const now = this.clock.now();
    await execute(
      tx,
      sql`insert into people (id, full_name, created_at) select n.id, n.full_name, ${now}::timestamptz
          from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ fullName }) => fullName)}::text[]) as n(id, full_name)`,
    );
    const phones = people.flatMap(({ id, phone, phoneRaw }) => (phone ? [{ id, phone, phoneRaw }] : []));
    await execute(
      tx,
      sql`insert into phones (id, person_id, e164, raw, is_primary, added_at)
          select n.id, n.person_id, n.e164, n.raw, true, ${now}::timestamptz
            from unnest(${phones.map(() => v7())}::uuid[], ${phones.map(({ id }) => id)}::uuid[],
              ${phones.map(({ phone }) => phone)}::text[], ${phones.map(({ phoneRaw }) => phoneRaw)}::text[])
              as n(id, person_id, e164, raw)`,
    );
    const emails = people.flatMap(({ id, email }) => (email ? [{ id, email }] : []));
    await execute(
      tx,
      sql`insert into emails (id, person_id, address, is_primary, added_at)
          select n.id, n.person_id, n.address, true, ${now}::timestamptz
            from unnest(${emails.map(() => v7())}::uuid[], ${emails.map(({ id }) => id)}::uuid[],
              ${emails.map(({ email }) => email)}::text[]) as n(id, person_id, address)`,
    );
  }

  private async requireKnown(tx: Tx, actor: Actor, personId: string): Promise<void> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from people p where p.id = ${personId} and p.anonymised_at is null and exists (
         select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id
           and c.ancestor_id = any(${this.scope.unitIds(actor, 'team.manage')}) where pp.person_id = p.id
             and pp.validity @> ${this.clock.today()}::date)`,
    );
    if (rows.length === 0) throw membershipErrors.personNotFound({ path: 'personId' });
  }

  private async findKnown(tx: Tx, actor: Actor, { fullName, phone }: PersonInput): Promise<string | undefined> {
    if (!phone) return undefined;
    const rows = await rowsOf<Pick<Person, 'id' | 'fullName'>>(
      tx,
      sql`select p.id, p.full_name as "fullName" from phones h join people p on p.id = h.person_id and p.anonymised_at is null
        where h.e164 = ${phoneOf(phone)} and h.replaced_at is null and exists (
          select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id
            and c.ancestor_id = any(${this.scope.unitIds(actor, 'team.manage')}) where pp.person_id = p.id
              and pp.validity @> ${this.clock.today()}::date offset 0)`,
    );
    return rows.find((row) => foldTone(row.fullName) === foldTone(fullName))?.id;
  }
}
