import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import type { Actor, ActorPost, PastPost } from '#platform/auth';
import { Clock } from '#platform/clock';
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
/** What an ended unit was is read by whoever has all that it became: it is their own past (docs/decisions/0193). */
const ofThePast: ReadonlySet<Action> = new Set<Action>([
  'unit.read',
  'unit.browse',
  'team.read',
  'register.read',
  'report.read',
  'roster.export',
]);

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
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes the post that allows the act on the actor. @throws platform.denied */
  async require(actor: Actor, action: Action, place: Place): Promise<void> {
    const post = await this.postFor(actor, action, place);
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  async may(actor: Actor, action: Action, place: Place): Promise<boolean> {
    return (await this.postFor(actor, action, place)) !== undefined;
  }

  /** The same where a unit has ended: over all that it became. Notes the post. @throws platform.denied */
  async requireOverHeirs(actor: Actor, action: Action, unitId: string): Promise<void> {
    const posts = actor.posts.filter(({ role, teamId }) => teamId === null && roleMay(role, action));
    const covering = await this.covered(
      await this.heirs(unitId),
      posts.map((post) => post.unitId),
    );
    const post = posts.find((each) => covering.has(each.unitId));
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
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
    const unitIds = reach.map((post) => post.unitId);
    const covering = await this.covering(unitIds, place.unitId, upwards.has(action));
    const found = reach.find((post) => covering.has(post.unitId));
    if (found || !ofThePast.has(action)) return found;
    const heirs = await this.covered(await this.heirs(place.unitId), unitIds);
    return reach.find((post) => post.teamId === null && heirs.has(post.unitId));
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

  /** These units, and ended ones that became wholly theirs: what lists of the past look into. */
  async withPast(unitIds: readonly string[]): Promise<string[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive gone as (
         select s.from_unit_id, s.to_unit_id from unit_successors s
           join units u on u.id = s.from_unit_id and upper(u.validity) <= ${today}::date),
       past as (
         select id from unnest(${unitIds}::uuid[]) as a(id) union select g.from_unit_id from past p join gone g on g.to_unit_id = p.id),
       line as (select id, id as heir from past union select l.id, g.to_unit_id from line l join gone g on g.from_unit_id = l.heir)
       select l.id from line l join units u on u.id = l.heir and u.validity @> ${today}::date
         left join unit_closure c on c.descendant_id = l.heir and c.ancestor_id = any(${unitIds}::uuid[])
        group by l.id having bool_and(c.ancestor_id is not null)`,
    );
    return [...new Set([...unitIds, ...rows.map(({ id }) => id)])];
  }

  /** Living units that an ended one became, over several reforms; none of one that stands. */
  private async heirs(unitId: string): Promise<string[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive line as (
         select u.id from units u where u.id = ${unitId} and upper(u.validity) <= ${today}::date
         union
         select s.to_unit_id from line l join units u on u.id = l.id and upper(u.validity) <= ${today}::date
           join unit_successors s on s.from_unit_id = l.id)
       select u.id from line l join units u on u.id = l.id where u.validity @> ${today}::date`,
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the second that stand above every one of the first. */
  private async covered(heirs: readonly string[], unitIds: readonly string[]): Promise<Set<string>> {
    if (heirs.length === 0 || unitIds.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(
      sql`select ancestor_id as id from unit_closure where descendant_id = any(${heirs}::uuid[]) and ancestor_id = any(${unitIds}::uuid[])
        group by ancestor_id having count(*) = ${heirs.length}`,
    );
    return new Set(rows.map(({ id }) => id));
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
