import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { type PlaceRow, PeopleQueries } from '../people/people.queries.ts';

/** Who opens a session for somebody, by an invite or by tying an account, could act as them. So the right is needed at every place of that person. */
const rightFor: Record<PlaceRow['role'], Action> = {
  admin: 'post.manage',
  province_officer: 'post.manage',
  district_officer: 'post.manage',
  trainer: 'post.manage',
  committee_member: 'committee.manage',
  focal_officer: 'committee.manage',
  leader: 'invite.create',
  deputy: 'invite.create',
  member: 'invite.create',
  supporter: 'invite.create',
};

@Injectable()
export class InviteRights {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound for a person without a place today, platform.denied */
  async require(actor: Actor, personId: string): Promise<void> {
    const places = (await this.queries.placesOf(personId, this.clock.today())).filter(
      ({ role }) => role !== 'supporter',
    );
    if (places.length === 0) throw platformErrors.notFound();
    for (const { role, unit_id: unitId, team_id } of places) {
      await this.scope.require(actor, rightFor[role], { unitId, ...(team_id && { teamId: team_id }) });
    }
  }
}
