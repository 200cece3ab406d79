import { Injectable } from '@nestjs/common';
import type { PeriodRule } from '#contracts/reporting/periods';
import { Database, sql } from '#platform/database';
import { inParts } from './commune-parts.ts';
import { countedIn, sentMonths } from './counted-in.ts';
import { windowsOf } from './windows.ts';

/** Ids of teams with something confirmed that counts in a month, and in the one before. */
export interface ActiveTeams {
  now: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

/** Which teams had activity: what "teams with activity" (TC07) counts, by name. */
@Injectable()
export class ActiveTeamQueries {
  constructor(private readonly database: Database) {}

  async of(communeIds: readonly string[], month: string, rule: PeriodRule): Promise<ActiveTeams> {
    const { period, before, year } = windowsOf(month, rule);
    const window = { yearFrom: year.startsOn, until: period.endsOn, startDay: rule.windowStartDay };
    const months = [before.month, month].map((one) => `${one}-01`);
    const rows = await inParts(communeIds, (part) =>
      this.database.rows<{ teamId: string; month: string }>(
        sql`with asked as (select unnest(${part}::uuid[]) as commune_id), ${sentMonths}
         select distinct l.team_id as "teamId", to_char(l.month, 'YYYY-MM') as month
           from (${countedIn(sql`l.team_id`, window)}) l where l.team_id is not null and l.month = any(${months}::date[])`,
      ),
    );
    const of = (one: string) => new Set(rows.filter((row) => row.month === one).map(({ teamId }) => teamId));
    return { now: of(month), before: of(before.month) };
  }
}
