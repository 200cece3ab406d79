/** The one place that says who may give whom a post, the lead of a team or a place in it (docs/decisions/0225). */
import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import type { Role } from '#contracts/enums';
import type { WhyNotGiven } from '#contracts/organization/reform-kinds';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';

/** What lets a person do more: a post at a unit, or a place in a team of it. */
export interface Gift {
  personId: string;
  role: Role;
  unitId: string;
}
/** `server`: at the machine itself, or what follows by rule from what people were given. */
export type Giver = Actor | 'server';
export interface NotGiven<G extends Gift> {
  gift: G;
  why: WhyNotGiven;
}

/** By which right each is given by hand, and by nothing less in any other way. */
export const givenBy: Readonly<Record<Role, Action>> = {
  admin: 'post.manage',
  province_officer: 'post.manage',
  district_officer: 'post.manage',
  trainer: 'post.manage',
  committee_member: 'committee.manage',
  focal_officer: 'committee.manage',
  leader: 'team.manage',
  deputy: 'team.manage',
  member: 'team.manage',
};

@Injectable()
export class GivenRights {
  constructor(private readonly scope: Scope) {}

  /** @throws membership.rightNotYours, membership.rightToYourself */
  async require(tx: Tx, giver: Giver, gifts: readonly Gift[]): Promise<void> {
    const [first] = await this.refused(tx, giver, gifts);
    if (first?.why === 'yourself') throw membershipErrors.rightToYourself({ path: 'personId' });
    if (first) throw membershipErrors.rightNotYours({ path: 'role' });
  }

  /** Of these the ones that the giver may not give, by the posts and the tree of today. */
  async refused<G extends Gift>(tx: Tx, giver: Giver, gifts: readonly G[]): Promise<NotGiven<G>[]> {
    if (giver === 'server') return [];
    const outside = await this.outside(tx, giver, gifts);
    return gifts.flatMap((gift): NotGiven<G>[] => {
      if (gift.personId === giver.personId) return [{ gift, why: 'yourself' }];
      return outside.has(gift) ? [{ gift, why: 'notYours' }] : [];
    });
  }

  private async outside<G extends Gift>(tx: Tx, giver: Actor, gifts: readonly G[]): Promise<Set<G>> {
    const found = new Set<G>();
    for (const action of new Set(gifts.map(({ role }) => givenBy[role]))) {
      const of = gifts.filter(({ role }) => givenBy[role] === action);
      const rows = await rowsOf<{ n: number }>(
        tx,
        sql`select g.n::int - 1 as n from unnest(${of.map(({ unitId }) => unitId)}::uuid[]) with ordinality as g(unit_id, n)
          where not exists (select 1 from unit_closure c where c.descendant_id = g.unit_id
            and c.ancestor_id = any(${this.scope.unitIds(giver, action)}::uuid[]))`,
      );
      for (const { n } of rows) {
        const gift = of[n];
        if (gift) found.add(gift);
      }
    }
    return found;
  }
}
