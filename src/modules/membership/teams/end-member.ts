import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Leavings } from './leavings.ts';
import { MemberRows } from './member-rows.ts';
import { TeamPlaces } from './team-places.ts';

/** A member leaves after a last day; the team may fall below the rules, which is shown and never a refusal. */
@Injectable()
export class EndMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamPlaces,
    private readonly rows: MemberRows,
    private readonly leavings: Leavings,
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
      const member = await this.rows.one(tx, teamId, memberId);
      await this.rows.leave(tx, teamId, member, addDays(lastDay, 1), { path: 'lastDay', reason });
      await this.leavings.tell(tx, actor);
    });
  }
}
