import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { PostStore } from '../posts/post-store.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { PersonStore } from '../../people/people/person-store.ts';
import { HandoverWriter } from './handover-writer.ts';
import { PostsToHandOver, type PostToHandOver } from './posts-to-hand-over.ts';

type Input = RouteBody<typeof routes.handOver>;

/**
 * A post goes to another person from a day on. Drafts, reminders and decisions are the unit's and follow the post's own days;
 * what is written here is the post, the support of teams, and that it can be taken back.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly found: PostsToHandOver,
    private readonly people: PersonStore,
    private readonly posts: PostStore,
    private readonly writer: HandoverWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.handoverPast, handoverNeedsPerson, handoverNeedsBasis, handoverToSelf, and what refuses the post itself */
  async execute(actor: Actor, postId: string, input: Input): Promise<{ id: string | null; personId: string | null }> {
    const post = await this.found.require(actor, postId);
    this.check(post, input);
    return this.database.tx(async (tx) => {
      const fullName = input.fullName ?? '';
      const { personId: knownId, phone, email } = input;
      const contact = { ...(phone && { phone }), ...(email && { email }) };
      const personId = await this.people.findOrCreate(tx, actor, { personId: knownId, fullName, ...contact });
      if (personId === post.personId) throw membershipErrors.handoverToSelf({ path: 'personId' });
      const id =
        input.mode === 'replace'
          ? await this.replace(tx, actor, post, personId, input)
          : await this.lend(tx, actor, post, personId, input);
      return { id, personId };
    });
  }

  private check({ role, standIn }: PostToHandOver, input: Input): void {
    const { mode, from, lastDay, personId, fullName, basis } = input;
    if (from < this.clock.today()) throw membershipErrors.handoverPast({ path: 'from' });
    if (!personId && !fullName) throw membershipErrors.handoverNeedsPerson({ path: 'personId' });
    if (mode === 'replace' && !basis) throw membershipErrors.handoverNeedsBasis({ path: 'basis' });
    if (standIn || (mode === 'stand_in' && role !== 'focal_officer'))
      throw membershipErrors.standInOfFocalOnly({ path: 'mode' });
    if (mode !== 'stand_in') return;
    if (!lastDay) throw membershipErrors.standInNeedsEnd({ path: 'lastDay' });
    if (lastDay < from) throw membershipErrors.beforeStart({ path: 'lastDay', start: from });
  }

  private async replace(
    tx: Tx,
    actor: Actor,
    post: PostToHandOver,
    personId: string,
    { from, basis }: Input,
  ): Promise<string> {
    const { id, unitId, role, title, affiliation, seat, providerId } = post;
    const given = { personId, role, unitId, title, affiliation, ...(seat && { seat }), providerId, from };
    const toPostId = await this.posts.pass(tx, id, given, basis, actor);
    return this.writer.passed(tx, actor, post, { toPostId, personId, from, basis });
  }

  private async lend(
    tx: Tx,
    actor: Actor,
    { personId: fromId, unitId, title, affiliation }: PostToHandOver,
    personId: string,
    { from, lastDay = from, basis }: Input,
  ): Promise<string> {
    const to = addDays(lastDay, 1);
    const standIn = { personId, role: 'focal_officer', unitId, title, affiliation, standIn: true, from, to } as const;
    const toPostId = await this.posts.give(tx, standIn, actor);
    return this.writer.lent(tx, toPostId, { unitId, fromId, toId: personId, from, to, basis });
  }
}
