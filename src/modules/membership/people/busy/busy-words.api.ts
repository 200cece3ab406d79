/** Who has said that they cannot work for some days. */
import { Injectable } from '@nestjs/common';
import type { BusyReason } from '#contracts/membership/busy-reasons';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

export interface Busy {
  reason: BusyReason;
  /** The last day. */
  until: string;
}

@Injectable()
export class BusyWordsApi {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What a person has said last, while it holds. */
  async of(personId: string): Promise<Busy | undefined> {
    return this.database.one<Busy>(
      sql`select reason, until_on::text as until from busy_words
         where person_id = ${personId} and until_on >= ${this.clock.today()}::date`,
    );
  }

  /** Of those people who cannot work today: the last day, as they said. */
  async untilOf(personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.database.rows<{ personId: string; until: string }>(
      sql`select person_id as "personId", until_on::text as until from busy_words
         where person_id = any(${personIds}::uuid[]) and until_on >= ${this.clock.today()}::date`,
    );
    return new Map(rows.map(({ personId, until }) => [personId, until]));
  }

  /**
   * Of those teams: the last day on which somebody was heard by such a word, today at the latest. That of a leader or deputy
   * speaks for the team as long as it holds, a member's on the day on which it was said.
   */
  async lastHeard(teamIds: readonly string[]): Promise<Map<string, string>> {
    if (teamIds.length === 0) return new Map();
    const today = this.clock.today();
    const rows = await this.database.rows<{ teamId: string; day: string }>(
      sql`select w.id as "teamId", max(greatest((b.said_at at time zone 'Asia/Ho_Chi_Minh')::date,
              case when m.role in ('leader', 'deputy') then least(b.until_on, ${today}::date) end))::text as day
         from unnest(${teamIds}::uuid[]) as w(id)
        cross join lateral (
              select person_id, role from team_members_at(${today}::date) where team_id = w.id offset 0) m
         join busy_words b on b.person_id = m.person_id group by 1`,
    );
    return new Map(rows.map(({ teamId, day }) => [teamId, day]));
  }
}
