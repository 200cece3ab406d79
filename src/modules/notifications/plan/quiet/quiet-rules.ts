/** Which calendar of harvest and Tết holds for whom today. Nearly always there is none, and then nothing is asked. */
import { Inject, Injectable } from '@nestjs/common';
import { nearestRule } from '#modules/organization';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { heldUntil } from './quiet-hours.ts';
import type { QuietRule } from './quiet-rule.entity.ts';

export interface QuietHours extends Pick<QuietRule, 'wholeDays' | 'quietFrom' | 'quietTo'> {
  /** The first day on which it holds no more; null: nobody has said. */
  endsOn: string | null;
}

const hours = sql`r.whole_days as "wholeDays", r.quiet_from as "quietFrom", r.quiet_to as "quietTo",
  upper(r.validity)::text as "endsOn"`;

const KNOWN_MS = 60_000;

@Injectable()
export class QuietRules {
  private asked = { day: '', at: 0, some: false };

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By person: the rule of their team's place. Who is in no team goes by the installation's hours. */
  async of(personIds: readonly string[]): Promise<ReadonlyMap<string, QuietHours>> {
    if (!(await this.isAnySet())) return new Map();
    const today = sql`${this.clock.today()}::date`;
    const rows = await this.database.rows<QuietHours & { personId: string }>(
      sql`select distinct on (p.id) p.id as "personId", ${hours}
        from unnest(${personIds}::uuid[]) as p(id)
       cross join lateral (select team_id from team_members_at(${today}) where person_id = p.id offset 0) m
       cross join lateral (select unit_id from teams_at(${today}) where id = m.team_id offset 0) t
       cross join lateral ${nearestRule(sql`quiet_rules`, sql`t.unit_id`, today)} r order by p.id, r.whole_days desc`,
    );
    return new Map(rows.map(({ personId, ...its }) => [personId, its]));
  }

  /** Of a place: a unit, or where a team is. */
  async at(unitId: string): Promise<QuietHours | undefined> {
    if (!(await this.isAnySet())) return undefined;
    return this.database.one(
      sql`select ${hours}
        from (select ${unitId}::uuid as id) u, lateral ${nearestRule(sql`quiet_rules`, sql`u.id`, sql`${this.clock.today()}::date`)} r`,
    );
  }

  /** Until when a post into a group of the place waits. */
  async heldAt({ teamId, unitId }: { teamId: string | null; unitId: string | null }): Promise<Date | undefined> {
    const place = unitId ?? (await this.placeOf(teamId));
    const usual = { from: this.env.QUIET_FROM, to: this.env.QUIET_TO };
    return heldUntil(this.clock.now(), { own: null, calendar: place ? await this.at(place) : undefined, usual }, false);
  }

  private async placeOf(teamId: string | null): Promise<string | undefined> {
    if (teamId === null || !(await this.isAnySet())) return undefined;
    const row = await this.database.one<{ unitId: string }>(
      sql`select unit_id as "unitId" from teams_at(${this.clock.today()}::date) where id = ${teamId}`,
    );
    return row?.unitId;
  }

  /** Asked once a minute. */
  private async isAnySet(): Promise<boolean> {
    const [day, at] = [this.clock.today(), this.clock.now().getTime()];
    if (this.asked.day !== day || at - this.asked.at >= KNOWN_MS || at < this.asked.at) {
      const row = await this.database.one(sql`select 1 from quiet_rules where validity @> ${day}::date limit 1`);
      this.asked = { day, at, some: row !== undefined };
    }
    return this.asked.some;
  }
}
