import { Injectable } from '@nestjs/common';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { PostStore } from '../../posts/post-store.ts';
import { PersonStore } from '../../../people/people/person-store.ts';
import { EndOffice } from '../end-office.ts';
import type { OfficerPlan } from './compare-officers.ts';
import { titleOf } from './office-names.ts';

/** Writes what is right of a list of officers, in the transaction in which it was compared. */
@Injectable()
export class WriteOfficers {
  constructor(
    private readonly people: PersonStore,
    private readonly posts: PostStore,
    private readonly endOffice: EndOffice,
  ) {}

  async execute(tx: Tx, actor: Actor, { ready, newPeople }: OfficerPlan, from: string): Promise<void> {
    if (ready.length === 0) return;
    const first = new Map(ready.toReversed().map((one) => [one.personId, one]));
    await this.people.createMany(
      tx,
      [...newPeople].flatMap((id) => {
        const person = first.get(id);
        return person ? [{ ...person, id }] : [];
      }),
    );
    for (const postId of new Set(ready.flatMap(({ endPostIds }) => endPostIds)))
      await this.endOffice.execute(actor, postId, { lastDay: addDays(from, -1) });
    await this.posts.giveMany(
      tx,
      ready.map(({ personId, role, unitId, lastDay }) => ({
        personId,
        role,
        unitId,
        title: titleOf(role),
        standIn: lastDay !== null,
        from,
        ...(lastDay && { to: addDays(lastDay, 1) }),
      })),
      actor,
    );
  }
}
