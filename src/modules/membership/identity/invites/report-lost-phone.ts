import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { sessionEnded } from '../../membership.events.ts';
import { CreateInvite } from './create-invite.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { Sessions } from '../sessions/sessions.ts';

/** The phone is gone, whether or not it still signs anybody in: it is locked, and the person comes back on another one. */
@Injectable()
export class ReportLostPhone {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly sessions: Sessions,
    private readonly invites: CreateInvite,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
  ) {}

  async execute(actor: Actor, personId: string): Promise<RouteAnswer<typeof routes.reportLostPhone>> {
    await this.rights.require(actor, personId);
    const invite = await this.database.tx(async (tx) => {
      const ended = await this.sessions.end(tx, personId, { because: 'lost', by: actor.personId });
      if (ended.length > 0)
        await this.outbox.append(tx, sessionEnded({ personId }, { changes: { lost: true } }), actor);
      return this.invites.issue(tx, personId, actor);
    });
    this.cache.forget(personId);
    return invite;
  }
}
