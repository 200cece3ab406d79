import { Injectable } from '@nestjs/common';
import { foldTone } from '#i18n/fold';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { rightFor } from '../../people/people/invite-rights.ts';
import { mergeErrors } from '../../membership.errors.ts';
import type { Gift } from '../../people/rights/given-rights.ts';
import { PeopleQueries, type PlaceRow } from '../../people/people/people.queries.ts';

export type MergeRefusal = 'administratorDecides' | 'notLinked' | 'yourself';

interface Names {
  id: string;
  fullName: string;
  shared: boolean;
}

/**
 * Whoever makes two records one gives the one's accounts the other's posts: the right is needed at every place of both. For
 * people with a post an administrator above all their places decides; for others the committee may, where a number that a
 * platform has proved stands with both.
 */
@Injectable()
export class MergeRights {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** The reader may see who the person is. @throws platform.notFound, platform.denied */
  async requireToSee(actor: Actor, personId: string): Promise<void> {
    for (const place of await this.placesOf(personId)) await this.requireAt(actor, place);
  }

  /** Undefined: the actor may. */
  async refusal(actor: Actor, survivorId: string, absorbedId: string): Promise<MergeRefusal | undefined> {
    if (actor.personId === survivorId || actor.personId === absorbedId) return 'yourself';
    const places = [...(await this.placesOf(survivorId)), ...(await this.placesOf(absorbedId))];
    if (await this.isAdministratorOf(actor, places)) return undefined;
    if (places.some(({ teamId }) => teamId === null)) return 'administratorDecides';
    return (await this.isLinked(survivorId, absorbedId)) ? undefined : 'notLinked';
  }

  /** @throws platform.notFound, platform.denied, merge.yourself, merge.administratorDecides, merge.notLinked */
  async require(actor: Actor, survivorId: string, absorbedId: string): Promise<void> {
    await this.requireToSee(actor, survivorId);
    await this.requireToSee(actor, absorbedId);
    const refusal = await this.refusal(actor, survivorId, absorbedId);
    if (refusal) throw mergeErrors[refusal]();
  }

  /** What each of the two comes to by the other's places. */
  async giftsOf(survivorId: string, absorbedId: string): Promise<Gift[]> {
    const of = async (personId: string, otherId: string): Promise<Gift[]> =>
      (await this.standingOf(otherId)).flatMap(({ role, unitId }) =>
        role === 'supporter' ? [] : [{ personId, role, unitId }],
      );
    return [...(await of(survivorId, absorbedId)), ...(await of(absorbedId, survivorId))];
  }

  private async requireAt(actor: Actor, { role, unitId, teamId }: PlaceRow): Promise<void> {
    await this.scope.require(actor, 'account.decide', { unitId });
    await this.scope.require(actor, rightFor[role], { unitId, ...(teamId && { teamId }) });
  }

  private async isAdministratorOf(actor: Actor, places: readonly PlaceRow[]): Promise<boolean> {
    for (const { unitId } of places) if (!(await this.scope.may(actor, 'post.manage', { unitId }))) return false;
    return true;
  }

  /** Of today and later; of somebody who has left, the last. @throws platform.notFound for who never had one */
  private async placesOf(personId: string): Promise<PlaceRow[]> {
    const standing = await this.standingOf(personId);
    if (standing.length > 0) return standing;
    const last = await this.queries.lastPlace(personId);
    if (!last) throw platformErrors.notFound();
    return [last];
  }

  private async standingOf(personId: string): Promise<PlaceRow[]> {
    const places = await this.queries.placesFrom(personId, this.clock.today());
    return places.filter(({ role }) => role !== 'supporter');
  }

  /** One name, and one number that a platform's account of either has proved and that nobody said they share. */
  private async isLinked(one: string, other: string): Promise<boolean> {
    const rows = await this.database.rows<Names>(
      sql`select p.id, p.full_name as "fullName", exists (
          select 1 from phones f join phones o on o.person_id = ${other} and o.e164 = f.e164 and o.replaced_at is null
            where f.person_id = ${one} and f.replaced_at is null and f.shared_reason is null and o.shared_reason is null
              and exists (select 1 from linked_accounts a where a.person_id = any(${[one, other]}::uuid[])
                and a.phone_e164 = f.e164 and a.ended_at is null and a.suspended_at is null and a.doubted_at is null)) as shared
         from people p where p.id = any(${[one, other]}::uuid[])`,
    );
    const [first, second] = rows;
    return Boolean(first?.shared && second && foldTone(first.fullName) === foldTone(second.fullName));
  }
}
