/** Giving and ending posts inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Affiliation, CommitteeSeat, OfficerRole } from '#contracts/enums';
import { organizationSql, rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../people/people/end-access.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { postEnded, postGiven } from '../../membership.events.ts';
import { Caretakers } from './caretakers.ts';
import { HandoverStore } from './handover-store.ts';
import { GivenRights, type Giver } from '../../people/rights/given-rights.ts';
import { coveringRoles } from '../../people/rights/rising.ts';
import { Post } from './post.entity.ts';

/** People of one event: its message is planned in pages of about as many. */
const TOLD_AT_ONCE = 500;

export interface NewPost {
  personId: string;
  role: OfficerRole | 'trainer';
  unitId: string;
  title: string;
  affiliation?: Affiliation;
  standIn?: boolean;
  /** In the committee; the role and where the person comes from decide without it. */
  seat?: CommitteeSeat | null;
  /** Whom a trainer teaches for. */
  providerId?: string | null;
  from: string;
  /** The first day on which it no longer holds. */
  to?: string;
  /** The decision. */
  basis?: string | undefined;
}

function seatOf({ seat, role, affiliation }: NewPost): CommitteeSeat | null {
  if (role === 'focal_officer') return seat ?? 'standing';
  if (role !== 'committee_member') return null;
  return seat ?? (affiliation === 'commune_chair' ? 'head' : 'member');
}

@Injectable()
export class PostStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly access: EndAccess,
    private readonly caretakers: Caretakers,
    private readonly handovers: HandoverStore,
    private readonly rights: GivenRights,
    private readonly clock: Clock,
  ) {}

  /**
   * Sessions and open invites of the person end: whoever opened or made one did so for what the person was until now.
   * @throws membership.rightNotYours, rightToYourself, unitHasFocalOfficer, alreadyInCommittee, providerUnknown
   */
  async give(tx: Tx, post: NewPost, giver: Giver): Promise<string> {
    await this.rights.require(tx, giver, [post]);
    const actor = giver === 'server' ? undefined : giver;
    const id = v7();
    const rising = await this.rising(tx, [post]);
    if (post.role === 'focal_officer') await this.caretakers.makeRoom(tx, post.unitId, post.from, actor);
    try {
      await tx.transaction((inner) =>
        inner.insert(Post, {
          id,
          personId: post.personId,
          role: post.role,
          unitId: post.unitId,
          title: post.title,
          affiliation: post.affiliation ?? 'other',
          standIn: post.standIn ?? false,
          seat: seatOf(post),
          providerId: post.providerId ?? null,
          givenBy: actor?.personId ?? null,
          givenAt: this.clock.now(),
          validity: rangeText(post.from, post.to),
        }),
      );
    } catch (error) {
      throw (await this.refusal(tx, post, violation(error)?.constraint)) ?? error;
    }
    await this.access.execute(tx, [post.personId], 'post_given', actor);
    await this.access.doubtAll(tx, rising);
    await this.outbox.append(
      tx,
      postGiven(
        { postId: id, personId: post.personId },
        {
          unitId: post.unitId,
          changes: { role: post.role, from: post.from, ...(post.basis && { basis: post.basis }) },
        },
      ),
      actor,
    );
    await this.received(tx, [{ ...post, id }], actor);
    return id;
  }

  /**
   * Posts of many people in a few statements. What of it is refused stands with the first that is: nothing of it is given.
   * @throws membership.rightNotYours, rightToYourself, and the database's own refusal, for the caller who has compared them
   * with what is held
   */
  async giveMany(tx: Tx, posts: readonly NewPost[], actor: Actor): Promise<void> {
    await this.rights.require(tx, actor, posts);
    const rising = await this.rising(tx, posts);
    for (const { unitId, from } of await this.following(tx, posts))
      await this.caretakers.makeRoom(tx, unitId, from, actor);
    const ids = posts.map(() => v7());
    await execute(
      tx,
      sql`insert into posts (id, person_id, role, unit_id, title, affiliation, stand_in, seat, given_by, given_at, validity)
        select n.id, n.person_id, n.role, n.unit_id, n.title, 'other', n.stand_in, n.seat, ${actor.personId}, ${this.clock.now()}, n.validity
          from unnest(${ids}::uuid[], ${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ role }) => role)}::text[],
            ${posts.map(({ unitId }) => unitId)}::uuid[], ${posts.map(({ title }) => title)}::text[],
            ${posts.map(({ standIn = false }) => standIn)}::boolean[], ${posts.map(({ seat = null }) => seat)}::text[],
            ${posts.map(({ from, to }) => rangeText(from, to))}::daterange[])
            as n(id, person_id, role, unit_id, title, stand_in, seat, validity)`,
    );
    const people = [...new Set(posts.map(({ personId }) => personId))];
    for (let i = 0; i < people.length; i += TOLD_AT_ONCE)
      await this.access.execute(tx, people.slice(i, i + TOLD_AT_ONCE), 'post_given', actor);
    await this.access.doubtAll(tx, rising);
    await this.outbox.appendMany(
      tx,
      posts.map(({ personId, unitId, role, from }, i) =>
        postGiven({ postId: ids[i] ?? '', personId }, { unitId, changes: { role, from } }),
      ),
      actor,
    );
    await this.received(
      tx,
      posts.map((post, i) => ({ ...post, id: ids[i] ?? '' })),
      actor,
    );
  }

  /** The post goes from one person to another on a day: nobody looks after it in between. */
  async pass(tx: Tx, postId: string, post: NewPost, reason: string | undefined, actor: Actor): Promise<string> {
    await this.cut(tx, postId, post.from, reason, actor);
    return this.give(tx, post, actor);
  }

  /** @param to first day on which it no longer holds */
  async end(tx: Tx, postId: string, to: string, reason: string | undefined, actor: Actor): Promise<string> {
    const { personId, unitId } = await this.cut(tx, postId, to, reason, actor);
    await this.caretakers.settle(tx, [unitId], actor);
    return personId;
  }

  private async cut(tx: Tx, postId: string, to: string, reason: string | undefined, actor: Actor) {
    const [post] = await rowsOf<Pick<Post, 'personId' | 'unitId'> & { start: string; until: string | null }>(
      tx,
      sql`select person_id as "personId", unit_id as "unitId", lower(validity)::text as start, upper(validity)::text as until
        from posts where id = ${postId} for update`,
    );
    if (!post) throw membershipErrors.memberNotFound();
    // Somebody else has ended it meanwhile: a later end would give back what was taken.
    if (post.until !== null && post.until <= to)
      throw membershipErrors.alreadyLeft({ path: 'lastDay', on: post.until });
    if (to <= post.start) throw membershipErrors.beforeStart({ path: 'lastDay', start: post.start });
    await tx.update(Post, { id: postId }, { validity: rangeText(post.start, to), endReason: reason ?? null });
    await this.outbox.append(
      tx,
      postEnded({ postId, personId: post.personId }, { unitId: post.unitId, changes: { to } }),
      actor,
    );
    await this.access.execute(tx, [post.personId], 'post_ended', actor);
    return post;
  }

  /** Whoever has a focal officer's post now has it from somebody, and looks after it themselves. */
  private async received(tx: Tx, posts: readonly (NewPost & { id: string })[], actor?: Actor): Promise<void> {
    const ofCommittee = posts.filter(({ role }) => role === 'focal_officer' || role === 'committee_member');
    for (const { id, personId, unitId, standIn = false, from, basis } of await this.following(tx, ofCommittee))
      await this.handovers.recordFocal(tx, { unitId, standIn, fromOn: from, to: { id, personId }, basis }, actor);
    await this.caretakers.settle(
      tx,
      ofCommittee.map(({ unitId }) => unitId),
      actor,
    );
  }

  /** Of units in which somebody had the focal post before: of a long list of first officers none. */
  private async following<P extends NewPost & { id?: string }>(tx: Tx, posts: readonly P[]): Promise<P[]> {
    const focal = posts.filter(({ role }) => role === 'focal_officer');
    if (focal.length === 0) return [];
    const rows = await rowsOf<{ n: number }>(
      tx,
      sql`select n.n::int - 1 as n from unnest(${focal.map(({ id }) => id ?? null)}::uuid[],
            ${focal.map(({ unitId }) => unitId)}::uuid[]) with ordinality as n(id, unit_id, n)
          where exists (select 1 from posts o where o.unit_id = n.unit_id and o.role = 'focal_officer'
            and o.id is distinct from n.id offset 0)`,
    );
    return rows.flatMap(({ n }) => focal[n] ?? []);
  }

  /**
   * Who does not have all that the post carries at that unit, above it or in what becomes it yet: people with fewer rights may
   * have had a hand in their password and their accounts until now.
   */
  private async rising(tx: Tx, posts: readonly NewPost[]): Promise<string[]> {
    const rows = await rowsOf<Pick<Post, 'personId'>>(
      tx,
      sql`with covering as materialized (
            select * from unnest(${coveringRoles.map(({ role }) => role)}::text[], ${coveringRoles.map(({ by }) => by)}::text[]) as k(role, held))
          select distinct n.person_id as "personId"
            from unnest(${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ unitId }) => unitId)}::uuid[],
              ${posts.map(({ role }) => role)}::text[]) as n(person_id, unit_id, role)
           where not exists (select 1 from posts o join covering k on k.role = n.role and k.held = o.role
              where o.person_id = n.person_id and o.validity @> ${this.clock.today()}::date
                and (exists (select 1 from unit_closure c where c.ancestor_id = o.unit_id and c.descendant_id = n.unit_id)
                  or exists (select 1 from ${organizationSql.unitSuccessors} s
                    where s.from_unit_id = o.unit_id and s.to_unit_id = n.unit_id)) offset 0)`,
    );
    return rows.map(({ personId }) => personId);
  }

  private async refusal(tx: Tx, { unitId, from }: NewPost, constraint: string | undefined) {
    if (constraint === 'posts_provider_id_fkey') return membershipErrors.providerUnknown({ path: 'providerId' });
    if (constraint === 'posts_once') return membershipErrors.alreadyInCommittee({ path: 'personId' });
    if (constraint !== 'posts_one_focal_officer') return undefined;
    const [holder] = await rowsOf<{ name: string }>(
      tx,
      sql`select p.full_name as name from posts o join people p on p.id = o.person_id
        where o.unit_id = ${unitId} and o.role = 'focal_officer' and not o.stand_in
          and o.validity && daterange(${from}::date, null) order by lower(o.validity) limit 1`,
    );
    return membershipErrors.unitHasFocalOfficer({ path: 'role', ...holder });
  }
}
