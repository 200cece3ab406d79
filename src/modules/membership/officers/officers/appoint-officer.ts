import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { PostStore } from '../posts/post-store.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { PersonStore } from '../../people/people/person-store.ts';

/** An administrator gives a person a post at a unit; whoever holds it signs in by an invite. */
@Injectable()
export class AppointOfficer {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly people: PersonStore,
    private readonly posts: PostStore,
  ) {}

  /** Gives the post's id. @throws membership.providerUnknown, membership.standInNeedsEnd, membership.beforeStart */
  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.appointOfficer>): Promise<string> {
    await this.scope.require(actor, 'post.manage', { unitId });
    const { role, title, from, lastDay, providerId = null, basis } = input;
    const standIn = role === 'focal_officer' && input.standIn;
    if (standIn && !lastDay) throw membershipErrors.standInNeedsEnd({ path: 'lastDay' });
    if (lastDay && lastDay < from) throw membershipErrors.beforeStart({ path: 'lastDay', start: from });
    return this.database.tx(async (tx) => {
      const personId = await this.people.findOrCreate(tx, actor, input);
      return this.posts.give(
        tx,
        {
          personId,
          role,
          unitId,
          title,
          from,
          standIn,
          providerId: role === 'trainer' ? providerId : null,
          basis,
          ...(lastDay && { to: addDays(lastDay, 1) }),
        },
        actor,
      );
    });
  }
}
