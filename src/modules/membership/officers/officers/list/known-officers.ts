/** What is known already of those whom a list of officers names: the people by their numbers, their posts, who holds what. */
import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { Post } from '../../posts/post.entity.ts';
import type { Person } from '../../../people/people/person.entity.ts';
import type { ReadLine } from './officer-lines.ts';

export interface KnownOfficer extends Pick<Person, 'id' | 'fullName'> {
  phones: string[];
  /** In small letters. */
  emails: string[];
}
export interface HeldPost extends Pick<Post, 'id' | 'personId' | 'unitId' | 'role'> {
  from: string;
}
export interface FocalOfficer extends Pick<Post, 'unitId' | 'personId'> {
  name: string;
}
export interface Known {
  people: KnownOfficer[];
  posts: HeldPost[];
  focal: FocalOfficer[];
}

const some = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

@Injectable()
export class KnownOfficers {
  constructor(
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Only of the units that the actor administers: of people and posts elsewhere nothing is told. */
  async of(tx: Tx, actor: Actor, lines: readonly ReadLine[], from: string): Promise<Known> {
    const scope = this.scope.unitIds(actor, 'post.manage');
    const people = await this.people(tx, scope, lines);
    const ids = people.map(({ id }) => id);
    const posts = await this.posts(tx, scope, ids, from);
    const focal = await this.focal(tx, some(lines.map(({ unit }) => unit?.id)), from);
    return { people, posts, focal };
  }

  /** With a place of today or a later day: who was appointed for next week is the same person this week. */
  private people(tx: Tx, scope: readonly string[], lines: readonly ReadLine[]): Promise<KnownOfficer[]> {
    return rowsOf(
      tx,
      sql`with written as materialized (
          select h.person_id as id from phones h
           where h.e164 = any(${some(lines.map(({ phone }) => phone))}) and h.replaced_at is null
          union select e.person_id from emails e
           where lower(e.address) = any(${some(lines.map(({ email }) => email?.toLowerCase()))}) and e.replaced_at is null)
        select p.id, p.full_name as "fullName",
               array(select h.e164 from phones h where h.person_id = p.id and h.replaced_at is null) as phones,
               array(select lower(e.address) from emails e where e.person_id = p.id and e.replaced_at is null) as emails
          from written w join people p on p.id = w.id and p.anonymised_at is null
         where exists (select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id
                         and c.ancestor_id = any(${scope})
                        where pp.person_id = p.id and pp.validity && daterange(${this.clock.today()}::date, null) offset 0)
         order by p.id`,
    );
  }

  private posts(tx: Tx, scope: readonly string[], personIds: readonly string[], from: string): Promise<HeldPost[]> {
    return rowsOf(
      tx,
      sql`select o.id, o.person_id as "personId", o.unit_id as "unitId", o.role, lower(o.validity)::text as from
          from posts o
         where o.person_id = any(${personIds}) and o.role <> 'trainer' and o.validity && daterange(${from}::date, null)
           and exists (select 1 from unit_closure c where c.descendant_id = o.unit_id and c.ancestor_id = any(${scope}) offset 0)
         order by o.id`,
    );
  }

  private focal(tx: Tx, unitIds: readonly string[], from: string): Promise<FocalOfficer[]> {
    return rowsOf(
      tx,
      sql`select o.unit_id as "unitId", o.person_id as "personId", p.full_name as name
          from posts o join people p on p.id = o.person_id
         where o.unit_id = any(${unitIds}) and o.role = 'focal_officer' and not o.stand_in
           and o.validity && daterange(${from}::date, null) order by lower(o.validity)`,
    );
  }
}
