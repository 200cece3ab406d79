import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Caretakers } from '../posts/caretakers.ts';
import { HandoverPeople } from './handover-people.ts';
import { OpenWork } from '../posts/open-work.ts';
import { PostsToHandOver, type PostToHandOver } from './posts-to-hand-over.ts';

type Preview = RouteAnswer<typeof routes.previewHandover>;

/** Nothing open is lost when a post changes hands: what goes with it, what stays, and whose it is when nobody is named. */
@Injectable()
export class PreviewHandover {
  constructor(
    private readonly found: PostsToHandOver,
    private readonly work: OpenWork,
    private readonly people: HandoverPeople,
    private readonly caretakers: Caretakers,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    postId: string,
    { from = this.clock.today() }: RouteQuery<typeof routes.previewHandover>,
  ): Promise<Preview> {
    const post = await this.found.require(actor, postId);
    const { unitId, personId, role, title } = post;
    const units = await this.organization.unitRefs([unitId]);
    const unit = units.get(unitId);
    const [parts, stays, supports, sessions, candidates, otherwise, names] = await Promise.all([
      this.work.of(unitId, post),
      this.work.stayingWith(personId),
      this.people.supports(post, from),
      this.people.openSessions(personId),
      this.people.candidates(post, from),
      this.otherwise(post, from),
      this.people.refs([personId]),
    ]);
    return {
      post: { id: postId, role, title, unit: unit ?? { id: unitId, kind: 'commune', name: '', fullName: '' } },
      holder: names.get(personId) ?? { id: personId, fullName: '', position: null },
      since: post.from,
      standIn: post.standIn,
      parts,
      supports,
      stays: { ...stays, sessions },
      otherwise,
      candidates,
    };
  }

  /** The next of the committee for a focal officer; colleagues with the same rights; else who may appoint somebody. */
  private async otherwise(post: PostToHandOver, from: string): Promise<Preview['otherwise']> {
    if (post.role === 'focal_officer' && !post.standIn) {
      const next = await this.caretakers.next(post.unitId, post.id, from);
      if (next) return { by: 'caretaker', people: [...(await this.people.refs([next])).values()] };
    }
    const colleagues = await this.people.colleagues(post, from);
    if (colleagues.length > 0) return { by: 'colleagues', people: colleagues };
    return { by: 'administrators', people: await this.people.administrators(post.unitId, from, post.personId) };
  }
}
