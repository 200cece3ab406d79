import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import type { Actor, ActorPost, PastPost } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';

/** Where an act happens: a unit, and the team when it is a team's affair. */
export interface Place {
  unitId: string;
  teamId?: string;
}

/** The actor by the posts of offices and teams alone: what a company may see goes by what it covers. */
export const withoutCompanies = (actor: Actor): Actor => ({
  ...actor,
  posts: actor.posts.filter(({ role }) => role !== 'trainer'),
});

/**
 * Reading one unit goes upwards too: a member may read the commune's contact card and the directives that bind the team.
 * What else lies in a unit above is not read this way: its other parts, their registers, their people.
 */
const upwards: ReadonlySet<Action> = new Set<Action>(['unit.read']);
/** A team's post covers the team alone, save for these: they cover the unit that the team is of. */
const ofTeamsUnit: ReadonlySet<Action> = new Set<Action>(['unit.read', 'unit.browse', 'register.read']);

/**
 * What whoever held a post of a unit that ended reads of it for some days: what lies in it by its days, and what it reported.
 * Orders, results and difficulties are not among it: they go on with teams that are another commune's now.
 */
export const readsPast: ReadonlySet<Action> = new Set<Action>([
  'unit.read',
  'unit.browse',
  'register.read',
  'team.read',
  'report.read',
]);

/**
 * Rights by place. An officer's post covers its unit and all below; a team post covers its team.
 * Every use case asks here first, with the place of the row it loaded, never with one the client sent.
 */
@Injectable()
export class Scope {
  constructor(private readonly database: Database) {}

  /** Notes the post that allows the act on the actor. @throws platform.denied */
  async require(actor: Actor, action: Action, place: Place): Promise<void> {
    const post = await this.postFor(actor, action, place);
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  async may(actor: Actor, action: Action, place: Place): Promise<boolean> {
    return (await this.postFor(actor, action, place)) !== undefined;
  }

  /** @throws platform.denied when no post carries the action anywhere. */
  requireAnywhere(actor: Actor, action: Action): void {
    const post = actor.posts.find(({ role }) => roleMay(role, action));
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  /** For what concerns the whole installation. @throws platform.denied unless a post at the topmost unit carries the action. */
  async requireAtTop(actor: Actor, action: Action): Promise<void> {
    const post = await this.postAtTop(actor, action);
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  async mayAtTop(actor: Actor, action: Action): Promise<boolean> {
    return (await this.postAtTop(actor, action)) !== undefined;
  }

  /** Units of the officer posts that carry the action: lists show these and all below. */
  unitIds(actor: Actor, action: Action): string[] {
    return actor.posts.filter((post) => post.teamId === null && roleMay(post.role, action)).map((post) => post.unitId);
  }

  teamIds(actor: Actor, action: Action): string[] {
    return actor.posts.flatMap((post) => (post.teamId !== null && roleMay(post.role, action) ? [post.teamId] : []));
  }

  private async postFor(actor: Actor, action: Action, place: Place): Promise<{ id: string } | undefined> {
    return (await this.postOfToday(actor, action, place)) ?? pastFor(actor, action, place);
  }

  private async postOfToday(actor: Actor, action: Action, place: Place): Promise<ActorPost | undefined> {
    const posts = actor.posts.filter(({ role }) => roleMay(role, action));
    const own = posts.find((post) =>
      post.teamId === null ? post.unitId === place.unitId : post.teamId === place.teamId,
    );
    if (own || posts.length === 0) return own;
    const reach = ofTeamsUnit.has(action) ? posts : posts.filter((post) => post.teamId === null);
    const covering = await this.covering(
      reach.map((post) => post.unitId),
      place.unitId,
      upwards.has(action),
    );
    return reach.find((post) => covering.has(post.unitId));
  }

  private async postAtTop(actor: Actor, action: Action): Promise<ActorPost | undefined> {
    const posts = actor.posts.filter((post) => post.teamId === null && roleMay(post.role, action));
    if (posts.length === 0) return undefined;
    const tops = await this.database.rows<{ id: string }>(
      sql`select id from unnest(${posts.map(({ unitId }) => unitId)}::uuid[]) as u(id)
        where not exists (select 1 from unit_closure c where c.descendant_id = u.id and c.ancestor_id <> u.id)`,
    );
    return posts.find(({ unitId }) => tops.some(({ id }) => id === unitId));
  }

  private async covering(unitIds: string[], unitId: string, alsoUpwards: boolean): Promise<Set<string>> {
    if (unitIds.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(
      sql`select ancestor_id as id from unit_closure where descendant_id = ${unitId} and ancestor_id = any(${unitIds})
       union select descendant_id from unit_closure where ${alsoUpwards} and ancestor_id = ${unitId} and descendant_id = any(${unitIds})`,
    );
    return new Set(rows.map((row) => row.id));
  }
}

/** The very unit alone: what stood below it is elsewhere now, and what it had is asked of the unit by its day. */
const pastFor = ({ past = [] }: Actor, action: Action, { unitId, teamId }: Place): PastPost | undefined =>
  readsPast.has(action) && teamId === undefined
    ? past.find((post) => post.unitId === unitId && roleMay(post.role, action))
    : undefined;
