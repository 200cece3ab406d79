import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql, type Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { CreateInvite } from './create-invite.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';

export interface Invited {
  person: { id: string; fullName: string; position: string | null };
  unitId: string;
  /** Null: none that works is known. */
  address: string | null;
}
export interface InviteLetter extends Pick<Invited, 'person'> {
  url: string;
  expiresAt: Date;
  isOfficer: boolean;
}
interface Row {
  personId: string;
  kind: 'member' | 'officer';
  expiresAt: Date;
}

/** Invites that go by letter. The code is worked out of the invite when the letter goes, so that it is written nowhere. */
@Injectable()
export class MailedInvites {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly queries: PeopleQueries,
    private readonly create: CreateInvite,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** In this order. @throws platform.notFound, platform.denied for any of whom the actor may not invite */
  async invited(actor: Actor, personIds: readonly string[]): Promise<Invited[]> {
    const today = this.clock.today();
    for (const id of personIds) await this.rights.require(actor, id);
    const [names, addresses] = await Promise.all([
      this.queries.names(personIds, today),
      this.queries.addresses(personIds),
    ]);
    const found: Invited[] = [];
    for (const id of personIds) {
      const person = names.find((one) => one.id === id);
      const [place] = await this.queries.placesFrom(id, today);
      if (person && place) found.push({ person, unitId: place.unitId, address: addresses.get(id) ?? null });
    }
    return found;
  }

  /** Ends the person's older ones. Gives the invite's id. */
  async issue(tx: Tx, actor: Actor, personId: string): Promise<string> {
    const secret = await this.secrets.of('invite-letters');
    return (await this.create.write(tx, personId, actor, (inviteId) => codeOf(secret, inviteId))).id;
  }

  /** Undefined once it was used, rejected, replaced, or its time is over. */
  async letter(inviteId: string): Promise<InviteLetter | undefined> {
    const row = await this.database.one<Row>(
      sql`select person_id as "personId", kind, expires_at as "expiresAt" from invites where id = ${inviteId}
        and used_at is null and rejected_at is null and revoked_at is null and expires_at > ${this.clock.now()}`,
    );
    if (!row) return undefined;
    const [person] = await this.queries.names([row.personId], this.clock.today());
    if (!person) return undefined;
    const isOfficer = row.kind === 'officer';
    const url = this.create.linkOf(codeOf(await this.secrets.of('invite-letters'), inviteId), isOfficer);
    return { person, url, expiresAt: row.expiresAt, isOfficer };
  }
}

/** 128 bits, base64url, as of an invite on paper. */
const codeOf = (secret: string, inviteId: string): string =>
  createHmac('sha256', secret).update(`invite letter ${inviteId}`).digest().subarray(0, 16).toString('base64url');
