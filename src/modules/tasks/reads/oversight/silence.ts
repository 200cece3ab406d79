import { Injectable } from '@nestjs/common';
import { daysBetween } from '#contracts/reporting/periods';
import { BusyWordsApi, membershipSql } from '#modules/membership';
import { AttentionRules } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { lastActivity } from './last-activity.ts';

export interface Quiet {
  /** Days since anything was recorded or said; of a team of which nothing was, since it began or was entered here. */
  quietDays: number;
  silent: boolean;
}

/**
 * Which teams are silent today: the one reader behind every count of them. A team is, when somebody who answers for it can be
 * reached, and nothing was recorded of it for longer than the rule of its commune says. Whom nothing reaches is not silent, nor
 * a team that has said that it cannot work for some days.
 */
@Injectable()
export class Silence {
  constructor(
    private readonly database: Database,
    private readonly busy: BusyWordsApi,
    private readonly attention: AttentionRules,
    private readonly clock: Clock,
  ) {}

  /** @param limit in days; the rule's of each team's commune where it is absent */
  async of(
    teams: readonly { id: string; communeId: string }[],
    limit: number | null = null,
  ): Promise<Map<string, Quiet>> {
    if (teams.length === 0) return new Map();
    const ids = teams.map(({ id }) => id);
    const [days, attention] = await Promise.all([
      this.quietDays(ids),
      this.attention.ofEach([...new Set(teams.map(({ communeId }) => communeId))]),
    ]);
    const tooLong = ({ id, communeId }: { id: string; communeId: string }) =>
      (days.get(id) ?? 0) > (limit ?? attention(communeId).silentDays);
    await this.countWords(days, teams.filter(tooLong));
    const heard = await this.reachable(teams.filter(tooLong).map(({ id }) => id));
    return new Map(ids.map((id) => [id, { quietDays: days.get(id) ?? 0, silent: heard.has(id) }]));
  }

  private async quietDays(ids: readonly string[]): Promise<Map<string, number>> {
    const [last, begun] = await Promise.all([
      lastActivity(this.database, ids),
      this.database.rows<{ id: string; since: string }>(
        sql`select t.id, greatest(lower(t.validity), (t.created_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as since
           from ${membershipSql.teams} t where t.id = any(${ids}::uuid[])`,
      ),
    ]);
    const today = this.clock.today();
    return new Map(
      begun.map(({ id, since }) => {
        const at = last.get(id);
        return [id, Math.max(0, daysBetween(at ? this.clock.dayOf(at) : since, today))];
      }),
    );
  }

  /** Who has said that they cannot work for some days was heard. */
  private async countWords(days: Map<string, number>, teams: readonly { id: string }[]): Promise<void> {
    const today = this.clock.today();
    for (const [id, day] of await this.busy.lastHeard(teams.map(({ id }) => id)))
      days.set(id, Math.min(days.get(id) ?? 0, Math.max(0, daysBetween(day, today))));
  }

  /** Those of them with a leader or deputy who is signed in somewhere, has an address or a linked account. */
  private async reachable(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const [today, now] = [this.clock.today(), this.clock.now()];
    const rows = await this.database.rows<{ id: string }>(
      sql`select w.id from unnest(${ids}::uuid[]) as w(id)
        where exists (
          select 1 from (
            select person_id from team_members_at(${today}::date) where team_id = w.id and role in ('leader', 'deputy') offset 0) m
           cross join lateral (
            select k.email, k.has_session from contactable_at(${now}::timestamptz) k where k.person_id = m.person_id offset 0) k
           where k.has_session or k.email is not null
              or exists (select 1 from linked_accounts_at(${now}::timestamptz) l where l.person_id = m.person_id))`,
    );
    return new Set(rows.map(({ id }) => id));
  }
}
