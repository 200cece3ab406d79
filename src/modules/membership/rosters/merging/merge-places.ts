import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { MergeConflict } from '#contracts/access/merge-kinds';
import { rangeText, type Validity } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { type PlaceToSettle, settlePlaces } from './settle-places.ts';
import { Post } from '../../officers/posts/post.entity.ts';
import { Supporter } from '../../officers/committees/steering-committee.entity.ts';
import { TeamMember } from '../../people/teams/team.entity.ts';

type Table = 'team_members' | 'posts' | 'supporters';

interface Row extends Validity {
  id: string;
  key: string;
  label: string;
  rank: number;
  mine: boolean;
}
export interface PlaceConflict {
  kind: MergeConflict;
  label: string;
}

/** Places that both have on the same days: in a team the higher role counts, else the place of the record that stays. */
@Injectable()
export class MergePlaces {
  constructor(private readonly clock: Clock) {}

  /** What both have, by name. */
  async conflicts(tx: Tx, from: string, to: string): Promise<PlaceConflict[]> {
    const [members, posts] = [await this.members(tx, from, to), await this.posts(tx, from, to)];
    const today = this.clock.today();
    const twice = overlaps(members).map(({ label }) => ({ kind: 'sameTeam' as const, label }));
    const held = overlaps(posts).map(({ label, until }) => ({
      kind: until === null || until > today ? ('postNow' as const) : ('samePost' as const),
      label,
    }));
    return [...new Map([...twice, ...held].map((one) => [`${one.kind} ${one.label}`, one])).values()];
  }

  /** Before the rows change hands. */
  async settle(tx: Tx, from: string, to: string): Promise<void> {
    await this.cut(tx, 'team_members', await this.members(tx, from, to));
    await this.cut(tx, 'posts', await this.posts(tx, from, to));
    await this.cut(tx, 'supporters', await this.supports(tx, from, to));
  }

  /** Units whose posts the person has: who looks after an empty one is reckoned anew there. */
  async unitsOf(tx: Tx, personId: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct unit_id as id from posts where person_id = ${personId}
        and validity && daterange(${this.clock.today()}::date, null)`,
    );
    return rows.map(({ id }) => id);
  }

  private members(tx: Tx, from: string, to: string): Promise<Row[]> {
    return rowsOf(
      tx,
      sql`select m.id, m.team_id as key, coalesce((select t.name from teams_at(${this.clock.today()}::date) t where t.id = m.team_id), '') as label,
          array_position(array['leader', 'deputy', 'member'], m.role) * 2 + (m.person_id = ${from})::int as rank,
          m.person_id = ${to} as mine, lower(m.validity)::text as from, upper(m.validity)::text as to
        from team_members m where m.person_id = any(${[from, to]}::uuid[]) order by m.id`,
    );
  }

  private posts(tx: Tx, from: string, to: string): Promise<Row[]> {
    return rowsOf(
      tx,
      sql`select o.id, o.unit_id || o.role as key, o.title as label, o.stand_in::int * 2 + (o.person_id = ${from})::int as rank,
          o.person_id = ${to} as mine, lower(o.validity)::text as from, upper(o.validity)::text as to
        from posts o where o.person_id = any(${[from, to]}::uuid[]) order by o.id`,
    );
  }

  private supports(tx: Tx, from: string, to: string): Promise<Row[]> {
    return rowsOf(
      tx,
      sql`select s.id, s.team_id as key, '' as label, (s.person_id = ${from})::int as rank, s.person_id = ${to} as mine,
          lower(s.validity)::text as from, upper(s.validity)::text as to
        from supporters s where s.person_id = any(${[from, to]}::uuid[]) order by s.id`,
    );
  }

  private async cut(tx: Tx, table: Table, rows: readonly PlaceToSettle[]): Promise<void> {
    const until = new Map(rows.map(({ id, to }) => [id, to]));
    for (const [id, [first, ...others]] of settlePlaces(rows)) {
      if (!first) await this.remove(tx, table, id);
      else await this.keep(tx, table, id, first, first.to !== until.get(id));
      for (const piece of others) await this.add(tx, table, id, piece, piece.to !== until.get(id));
    }
  }

  /** @param goes in the same place by the other row: nobody is told of an end */
  private async keep(tx: Tx, table: Table, id: string, { from, to }: Validity, goes: boolean): Promise<void> {
    const days = rangeText(from, to);
    if (table === 'team_members')
      await execute(
        tx,
        sql`update team_members set validity = ${days}, end_told = end_told or ${goes}::boolean where id = ${id}`,
      );
    else if (table === 'posts') await tx.update(Post, { id }, { validity: days });
    else await tx.update(Supporter, { id }, { validity: days });
  }

  private async remove(tx: Tx, table: Table, id: string): Promise<void> {
    if (table === 'team_members') await tx.delete(TeamMember, { id });
    else if (table === 'posts') await tx.delete(Post, { id });
    else await tx.delete(Supporter, { id });
  }

  /** A later part of a row that the other interrupts. */
  private async add(tx: Tx, table: Table, id: string, { from, to }: Validity, goes: boolean): Promise<void> {
    const days = rangeText(from, to);
    const told = goes || (to !== null && to <= this.clock.today());
    if (table === 'team_members')
      await execute(
        tx,
        sql`insert into team_members (id, team_id, person_id, role, position, affiliation, validity, end_reason, successor_id, end_told)
          select ${v7()}, team_id, person_id, role, position, affiliation, ${days}::daterange, end_reason, successor_id, ${told}::boolean
            from team_members where id = ${id}`,
      );
    else if (table === 'posts')
      await execute(
        tx,
        sql`insert into posts (id, person_id, role, unit_id, provider_id, title, affiliation, stand_in, caretaker, seat, given_by, given_at,
            validity, end_reason)
          select ${v7()}, person_id, role, unit_id, provider_id, title, affiliation, stand_in, caretaker, seat, given_by, given_at, ${days}::daterange, end_reason
            from posts where id = ${id}`,
      );
    else
      await execute(
        tx,
        sql`insert into supporters (id, team_id, person_id, validity)
          select ${v7()}, team_id, person_id, ${days}::daterange from supporters where id = ${id}`,
      );
  }
}

/** Where a row of one meets a row of the other; until the first day on which not both hold. */
function overlaps(rows: readonly Row[]): { label: string; until: string | null }[] {
  const [mine, theirs] = [rows.filter((one) => one.mine), rows.filter((one) => !one.mine)];
  return mine.flatMap((one) =>
    theirs
      .filter((other) => other.key === one.key && meet(one, other))
      .map((other) => ({ label: one.label, until: earlier(one.to, other.to) })),
  );
}

const meet = (a: Validity, b: Validity): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
