import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import { type Actor, hashToken, newInviteCode } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { platformErrors } from '#platform/http';
import { qrSvg } from '#qr';
import { inviteCreated } from '../../membership.events.ts';
import type { Person } from '../../people/people/person.entity.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { Invite } from '../sessions/session.entity.ts';
import { closeAccessRequests } from '../sessions/close-access-requests.ts';

type Answer = RouteAnswer<typeof routes.createInvite>;
const VALID_MS = 7 * 24 * 3_600_000;

interface Written {
  id: string;
  code: string;
  isOfficer: boolean;
  expiresAt: Date;
  fullName: string;
}

@Injectable()
export class CreateInvite {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async execute(actor: Actor, personId: string): Promise<Answer> {
    await this.rights.require(actor, personId);
    return this.database.tx((tx) => this.issue(tx, personId, actor));
  }

  issueFresh(personId: string): Promise<Answer> {
    return this.database.tx((tx) => this.issue(tx, personId));
  }

  /** A one-time link that ends the earlier ones of the same person. Without an actor: made at the server itself. */
  async issue(tx: Tx, personId: string, actor?: Actor): Promise<Answer> {
    const { code, isOfficer, expiresAt, fullName } = await this.write(tx, personId, actor);
    const url = this.linkOf(code, isOfficer);
    return { code, url, qrSvg: qrSvg(url), expiresAt: expiresAt.toISOString(), fullName };
  }

  linkOf(code: string, isOfficer: boolean): string {
    return `${this.env.PUBLIC_URL.replace(/\/$/, '')}/${isOfficer ? 'console' : 'app'}/#/moi/${code}`;
  }

  /** @param codeOf by its id; at random when absent */
  async write(tx: Tx, personId: string, actor?: Actor, codeOf?: (inviteId: string) => string): Promise<Written> {
    const now = this.clock.now();
    const [person] = await rowsOf<Pick<Person, 'fullName'> & { officer: boolean }>(
      tx,
      sql`select full_name as "fullName", exists (select 1 from posts o where o.person_id = p.id
        and (o.validity @> ${this.clock.today()}::date or o.past_until > ${this.clock.today()}::date)) as officer from people p where id = ${personId} and anonymised_at is null`,
    );
    if (!person) throw platformErrors.notFound();
    await execute(
      tx,
      sql`update invites set revoked_at = ${now} where person_id = ${personId} and used_at is null and rejected_at is null
        and revoked_at is null`,
    );
    await closeAccessRequests(tx, personId, now);
    const id = v7();
    const code = codeOf ? codeOf(id) : newInviteCode().code;
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await tx.insert(Invite, {
      id,
      codeHash: hashToken(code),
      personId,
      kind: person.officer ? 'officer' : 'member',
      createdBy: actor?.personId ?? null,
      createdAt: now,
      expiresAt,
    });
    await this.outbox.append(tx, inviteCreated({ personId }), actor);
    return { id, code, isOfficer: person.officer, expiresAt, fullName: person.fullName };
  }
}
