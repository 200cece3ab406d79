import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';
import { PersonStore } from '../../people/people/person-store.ts';
import { CommitteeQueries } from './committee.queries.ts';
import { PostStore } from '../posts/post-store.ts';

/** A member joins the committee, or the commune names its focal officer or a stand-in. */
@Injectable()
export class AddCommitteeMember {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly queries: CommitteeQueries,
    private readonly people: PersonStore,
    private readonly posts: PostStore,
  ) {}

  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.addCommitteeMember>): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    if (!(await this.queries.committee(unitId, input.from))) throw membershipErrors.committeeNotFound();
    const { role, seat, position: title, affiliation, standIn, from } = input;
    await this.database.tx(async (tx) => {
      const personId = await this.people.findOrCreate(tx, actor, input);
      await this.posts.give(
        tx,
        {
          personId,
          role,
          unitId,
          title,
          affiliation,
          standIn: role === 'focal_officer' && standIn,
          from,
          ...(seat && { seat }),
        },
        actor,
      );
    });
  }
}
