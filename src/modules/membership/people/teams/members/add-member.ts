import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { PersonStore } from '../../people/person-store.ts';
import { MembershipStore } from './membership-store.ts';
import { TeamAccess } from '../team-access.ts';

/** A person joins the team from a day on. */
@Injectable()
export class AddMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
  ) {}

  async execute(actor: Actor, teamId: string, input: RouteBody<typeof routes.addMember>): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const team = await this.places.lock(tx, teamId);
      if (team.status === 'dissolved') throw membershipErrors.teamDissolved();
      if (input.from < team.validity.from)
        throw membershipErrors.beforeStart({ path: 'from', start: team.validity.from });
      const personId = await this.people.findOrCreate(tx, actor, input);
      await this.memberships.join(tx, actor, team, { ...input, personId }, input.from);
    });
  }
}
