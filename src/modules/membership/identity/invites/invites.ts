import { Injectable } from '@nestjs/common';
import { hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import { inviteErrors } from '../../membership.errors.ts';
import type { Invite } from '../sessions/session.entity.ts';

export type OpenInvite = Pick<Invite, 'id' | 'personId' | 'kind' | 'expiresAt'>;

type Row = OpenInvite & Pick<Invite, 'usedAt' | 'rejectedAt' | 'revokedAt'>;

/** An invite by its code. */
@Injectable()
export class Invites {
  constructor(private readonly clock: Clock) {}

  /** @throws invite.notFound, invite.used, invite.rejected, invite.replaced, invite.expired */
  async open(tx: Tx, code: string): Promise<OpenInvite> {
    const { invite, problem } = await this.find(tx, code);
    if (problem || !invite) throw problem ?? inviteErrors.notFound();
    return invite;
  }

  /** Also one that opens nothing any more, with the reason. */
  async find(tx: Tx, code: string): Promise<{ invite?: OpenInvite; problem?: ProblemError }> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select i.id, i.person_id as "personId", i.kind, i.expires_at as "expiresAt", i.used_at as "usedAt",
              i.rejected_at as "rejectedAt", i.revoked_at as "revokedAt"
         from invites i join people p on p.id = i.person_id and p.anonymised_at is null where i.code_hash = ${hashToken(code)}`,
    );
    const problem = this.problemOf(row);
    const invite = row && { id: row.id, personId: row.personId, kind: row.kind, expiresAt: row.expiresAt };
    return { ...(invite && { invite }), ...(problem && { problem }) };
  }

  /** Takes the invite for this transaction: of two that come at once, the second waits and finds it used. */
  async take(tx: Tx, code: string, as: 'used_at' | 'rejected_at'): Promise<OpenInvite> {
    await execute(tx, sql`select 1 from invites where code_hash = ${hashToken(code)} for update`);
    const invite = await this.open(tx, code);
    await execute(tx, sql`update invites set ${raw(as)} = ${this.clock.now()} where id = ${invite.id}`);
    return invite;
  }

  private problemOf(row: Row | undefined): ProblemError | undefined {
    if (!row) return inviteErrors.notFound();
    if (row.usedAt) return inviteErrors.used();
    if (row.rejectedAt) return inviteErrors.rejected();
    if (row.revokedAt) return inviteErrors.replaced();
    return row.expiresAt <= this.clock.now() ? inviteErrors.expired() : undefined;
  }
}
