import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { PostStore } from '../../officers/posts/post-store.ts';
import { PersonStore } from '../../people/people/person-store.ts';
import { CreateInvite } from '../invites/create-invite.ts';

/** An administrator, made at the server itself: a person with the post at the root of the tree and a one-time invite. */
@Injectable()
export class CreateAdmin {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly people: PersonStore,
    private readonly posts: PostStore,
    private readonly invites: CreateInvite,
    private readonly clock: Clock,
  ) {}

  execute({ fullName, email }: { fullName: string; email?: string }): Promise<RouteAnswer<typeof routes.createInvite>> {
    const from = this.clock.today();
    return this.database.tx(async (tx) => {
      const unitId = await this.organization.rootUnit(tx, from);
      const personId = await this.people.create(tx, { fullName, email });
      await this.posts.give(tx, { personId, role: 'admin', unitId, title: 'Quản trị', from }, 'server');
      return this.invites.issue(tx, personId);
    });
  }
}
