import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { TellEndedMemberships } from './tell-ended-memberships.ts';
import { MembershipStore } from './membership-store.ts';
import { TeamAccess } from '../team-access.ts';

/** A member leaves after a last day; the team may fall below the rules, which is shown and never a refusal. */
@Injectable()
export class EndMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly memberships: MembershipStore,
    private readonly endedMemberships: TellEndedMemberships,
  ) {}

  async execute(
    actor: Actor,
    teamId: string,
    memberId: string,
    { lastDay, reason }: RouteBody<typeof routes.endMember>,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      await this.places.lock(tx, teamId);
      const member = await this.memberships.one(tx, teamId, memberId);
      await this.memberships.leave(tx, teamId, member, addDays(lastDay, 1), { path: 'lastDay', reason });
      await this.endedMemberships.tell(tx, actor);
    });
  }
}
