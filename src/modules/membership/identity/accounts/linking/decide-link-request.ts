import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { linkErrors } from '../../../membership.errors.ts';
import { linkDecided } from '../../../membership.events.ts';
import { LinkCandidates, type WaitingRow } from './link-candidates.ts';
import { LinkByOfficer } from './link-by-officer.ts';
import { readerOf } from './read-link-requests.ts';

/** An officer says whose account it is, or that it is nobody of theirs; others may still know the person then. */
@Injectable()
export class DecideLinkRequest {
  constructor(
    private readonly database: Database,
    private readonly candidates: LinkCandidates,
    private readonly officer: LinkByOfficer,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws link.requestNotFound, link.superiorDecides, platform.notFound and platform.denied of the person, account.taken */
  async execute(actor: Actor, requestId: string, personId: string | null): Promise<void> {
    this.scope.requireAnywhere(actor, 'account.decide');
    const reader = await readerOf(this.scope, actor);
    await this.database.tx(async (tx) => {
      const request = await this.candidates.lock(tx, reader, requestId);
      if (!request) throw linkErrors.requestNotFound();
      const settled = personId
        ? await this.officer.link(tx, actor, request, personId)
        : await this.nobodyOfOurs(tx, actor, request);
      if (settled) await this.close(tx, actor, request.id);
      await this.outbox.append(tx, linkDecided({ requestId }, { changes: { personId, settled } }), actor);
    });
  }

  /** @returns whether nobody else is left to be asked about */
  private async nobodyOfOurs(tx: Tx, actor: Actor, request: WaitingRow): Promise<boolean> {
    const mine = await this.candidates.ofRequests(tx, [request.id], await readerOf(this.scope, actor));
    const ids = mine.map((row) => row.personId);
    await execute(tx, sql`update link_requests set not_these = not_these || ${ids}::uuid[] where id = ${request.id}`);
    if (request.left > ids.length) return false;
    await this.officer.releaseStopped(tx, request);
    return true;
  }

  private async close(tx: Tx, actor: Actor, requestId: string): Promise<void> {
    await rowsOf(
      tx,
      sql`update link_requests set decided_at = coalesce(decided_at, ${this.clock.now()}), decided_by = ${actor.personId}
        where id = ${requestId} returning id`,
    );
  }
}
