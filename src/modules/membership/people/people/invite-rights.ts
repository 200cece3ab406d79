import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { linkErrors } from '../../membership.errors.ts';
import { type PlaceRow, PeopleQueries } from './people.queries.ts';

/** Who opens a session for somebody, by an invite or by tying an account, could act as them. So the right is needed at every place of that person. */
export const rightFor: Record<PlaceRow['role'], Action> = {
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

/** Places of today and those that begin later: a post given for next week is guarded from now on. */
@Injectable()
export class InviteRights {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound for a person without a place, platform.denied */
  async require(actor: Actor, personId: string): Promise<void> {
    const places = await this.standing(personId);
    if (places.length > 0) await this.requireAt(actor, places);
    else await this.requireOfPast(actor, personId);
  }

  /** Who has only the past of an ended unit left to read is let in by whoever has all that the unit became. */
  private async requireOfPast(actor: Actor, personId: string): Promise<void> {
    const posts = await this.queries.pastPosts(personId, this.clock.today());
    if (posts.length === 0) throw platformErrors.notFound();
    for (const { role, unitId } of posts) await this.scope.requireOverHeirs(actor, rightFor[role], unitId);
  }

  /** Of what is asked of any who may invite the person at one place. @throws platform.notFound, platform.denied */
  async requireSome(actor: Actor, personId: string): Promise<void> {
    const places = await this.standing(personId);
    const [first, ...others] = places;
    if (!first) throw platformErrors.notFound();
    for (const place of others) if (await this.may(actor, place)) return;
    await this.requireAt(actor, [first]);
  }

  /**
   * To say that an account is this person's. For whoever holds a post only an administrator above all their places may:
   * neither the person nor a colleague of the same commune.
   * @throws platform.notFound, platform.denied, link.superiorDecides
   */
  async requireForAccount(actor: Actor, personId: string): Promise<void> {
    const places = await this.standing(personId);
    await this.requireAt(actor, places);
    if (!places.some(isPost)) return;
    if (personId === actor.personId) throw linkErrors.superiorDecides();
    for (const { unitId } of places)
      if (!(await this.scope.may(actor, 'post.manage', { unitId }))) throw linkErrors.superiorDecides();
  }

  /**
   * To undo what keeps others out of the account. Whoever may invite could then come in as the person, so it is for an
   * administrator above all their places: neither the person nor a colleague of the same commune.
   * @throws platform.notFound, platform.denied, link.superiorDecides
   */
  async requireAbove(actor: Actor, personId: string): Promise<void> {
    const places = await this.standing(personId);
    if (places.length === 0) throw platformErrors.notFound();
    for (const { unitId } of places) await this.scope.require(actor, 'post.manage', { unitId });
    if (personId === actor.personId) throw linkErrors.superiorDecides();
  }

  /** The first place of the person at which the actor may not invite; undefined when there is none, and for nobody's places. */
  async outOfReach(actor: Actor, personId: string): Promise<PlaceRow | undefined> {
    for (const place of await this.standing(personId)) if (!(await this.may(actor, place))) return place;
    return undefined;
  }

  /** Those of the people whom {@link require} lets pass, by the actor's offices. */
  async reached(actor: Actor, personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const reach = Object.entries(rightFor).flatMap(([role, action]) =>
      this.scope.unitIds(actor, action).map((unitId) => ({ role, unitId })),
    );
    return this.queries.wholly(personIds, reach, this.clock.today());
  }

  private may(actor: Actor, place: PlaceRow): Promise<boolean> {
    return this.scope.may(actor, rightFor[place.role], placeOf(place));
  }

  private async requireAt(actor: Actor, places: readonly PlaceRow[]): Promise<void> {
    if (places.length === 0) throw platformErrors.notFound();
    for (const place of places) await this.scope.require(actor, rightFor[place.role], placeOf(place));
  }

  private async standing(personId: string): Promise<PlaceRow[]> {
    return (await this.queries.placesFrom(personId, this.clock.today())).filter(({ role }) => role !== 'supporter');
  }
}

function placeOf({ unitId, teamId }: PlaceRow) {
  return { unitId, ...(teamId && { teamId }) };
}

/** Posts stand at a unit, memberships in a team. */
function isPost({ teamId }: PlaceRow): boolean {
  return teamId === null;
}
