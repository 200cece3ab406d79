import { Injectable } from '@nestjs/common';
import type { ReformDay, Settled } from '#modules/organization';
import { execute, raw, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { SplitTeams } from '../../people/teams/splits/split-teams.ts';
import { EndUnitPosts } from './end-unit-posts.ts';
import { HandRequestsOn } from './hand-requests-on.ts';

/** What units that end leave behind of people: halves of teams, posts, committees, support, chat groups, requests about data. */
@Injectable()
export class SettlePeople {
  constructor(
    private readonly posts: EndUnitPosts,
    private readonly requests: HandRequestsOn,
    private readonly teams: SplitTeams,
  ) {}

  async execute(tx: Tx, day: ReformDay, units: readonly Settled[]): Promise<void> {
    const here = new Set(units.map(({ id }) => id));
    for (const split of day.splits) if (here.has(split.dividedId)) await this.teams.execute(tx, split, day.reformId);
    const ended = units.filter((unit) => unit.ended);
    const ids = ended.map(({ id }) => id);
    await this.posts.execute(tx, day, ids);
    await cutFrom(tx, 'steering_committees', sql`unit_id = any(${ids}::uuid[])`, day.from);
    await this.endSupport(tx, day, units);
    await this.takeGroups(tx, ended);
    await this.requests.execute(tx, day, ended);
  }

  /** Who has no post above the team any more does not support it; whoever goes on in its new commune does. */
  private async endSupport(tx: Tx, { from, onDate }: ReformDay, units: readonly Settled[]): Promise<void> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select s.id from (select distinct descendant_id as id from unit_closure_at((${onDate}::date - 1))
            where ancestor_id = any(${units.map(({ id }) => id)}::uuid[]) and descendant_kind = 'hamlet') h
          join teams e on e.unit_id = h.id join teams t on t.id = e.id or t.split_from_id = e.id
          join supporters s on s.team_id = t.id and (upper(s.validity) is null or upper(s.validity) > ${from}::date)
         where not exists (select 1 from posts o join unit_closure_at(${from}::date) c on c.ancestor_id = o.unit_id
            and c.descendant_id = t.unit_id where o.person_id = s.person_id and o.validity @> ${from}::date
              and not o.unit_id = any(${units.filter(({ ended }) => ended).map(({ id }) => id)}::uuid[]))`,
    );
    await cutFrom(tx, 'supporters', sql`id = any(${rows.map(({ id }) => id)}::uuid[])`, from);
  }

  /** A group of the old commune is the new one's where that has none; of several the first, the others stay as they are. */
  private async takeGroups(tx: Tx, ended: readonly Settled[]): Promise<void> {
    for (const { id, heirIds } of ended) {
      const [heirId, other] = heirIds;
      if (!heirId || other) continue;
      await execute(
        tx,
        sql`update chat_groups set unit_id = ${heirId} where unit_id = ${id}
          and not exists (select 1 from chat_groups where unit_id = ${heirId})`,
      );
    }
  }
}

/** What had not begun by that day was never there; the rest ends with the day before. */
async function cutFrom(tx: Tx, table: 'supporters' | 'steering_committees', rows: Sql, from: string): Promise<void> {
  await execute(tx, sql`delete from ${raw(table)} where ${rows} and lower(validity) >= ${from}::date`);
  await execute(
    tx,
    sql`update ${raw(table)} set validity = validity * daterange(null, ${from}::date) where ${rows} and validity @> ${from}::date`,
  );
}
