import { Injectable } from '@nestjs/common';
import { hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import type { ProblemError } from '#platform/http';
import { inviteErrors } from '../../membership.errors.ts';

export interface OpenInvite {
  id: string;
  personId: string;
  kind: 'member' | 'officer';
  expiresAt: Date;
}

interface Row {
  id: string;
  person_id: string;
  kind: 'member' | 'officer';
  expires_at: Date;
  used_at: Date | null;
  rejected_at: Date | null;
  revoked_at: Date | null;
}

/** An invite by its code. */
@Injectable()
export class Invites {
  constructor(private readonly clock: Clock) {}

  /** @throws invite.notFound, invite.used, invite.rejected, invite.replaced, invite.expired */
  async open(tx: Tx, code: string): Promise<OpenInvite> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select i.* from invites i join people p on p.id = i.person_id and p.anonymised_at is null
        where i.code_hash = ${hashToken(code)}`,
    );
    const problem = this.problemOf(row);
    if (problem || !row) throw problem ?? inviteErrors.notFound();
    return { id: row.id, personId: row.person_id, kind: row.kind, expiresAt: row.expires_at };
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
    if (row.used_at) return inviteErrors.used();
    if (row.rejected_at) return inviteErrors.rejected();
    if (row.revoked_at) return inviteErrors.replaced();
    return row.expires_at <= this.clock.now() ? inviteErrors.expired() : undefined;
  }
}
