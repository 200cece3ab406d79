import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Scope } from '#modules/organization';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { supportersSet } from '../../membership.events.ts';
import { restoreSupport } from './move-support.ts';

/** Persisted. */
const KIND = 'membership.support';

interface TeamRows {
  teamId: string;
  ids: string[];
  /** As they are in the table. */
  rows: object[];
}
interface Before {
  unitId: string;
  teams: (Pick<TeamRows, 'teamId' | 'rows'> & { after: string[]; given: string[] })[];
}

/** Support that several teams got at once: what was before, and how it comes back. */
@Injectable()
export class SupportActs implements OnModuleInit {
  constructor(
    private readonly acts: HeldActs,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before, actor) => this.putBack(tx, before, actor));
  }

  /** From today on; the caller holds the teams. */
  read(tx: Tx, teamIds: readonly string[]): Promise<TeamRows[]> {
    return rowsOf<TeamRows>(
      tx,
      sql`select a.id as "teamId", coalesce(array_agg(s.id order by s.id) filter (where s.id is not null), '{}') as ids,
              coalesce(jsonb_agg(to_jsonb(s)) filter (where s.id is not null), '[]') as rows
         from unnest(${teamIds}::uuid[]) as a(id)
         left join supporters s on s.team_id = a.id and s.validity && daterange(${this.clock.today()}::date, null)
        group by a.id`,
    );
  }

  /** After the change, in its transaction. */
  async keep(tx: Tx, actor: Actor, unitId: string, before: readonly TeamRows[]): Promise<Held | null> {
    if (before.length === 0) return null;
    const act = this.acts.begin();
    const now = await this.read(
      tx,
      before.map(({ teamId }) => teamId),
    );
    const after = new Map(now.map(({ teamId, ids }) => [teamId, ids]));
    const teams = before.map(({ teamId, ids, rows }) => {
      const own = after.get(teamId) ?? [];
      return { teamId, rows, after: own, given: own.filter((id) => !ids.includes(id)) };
    });
    await this.acts.keep(tx, act, actor, KIND, { unitId, teams } satisfies Before);
    return act;
  }

  /** Where somebody has given other support meanwhile, that stays. */
  private async putBack(tx: Tx, { unitId, teams }: Before, actor: Actor): Promise<TakenBack> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const ids = teams.map(({ teamId }) => teamId);
    await execute(tx, sql`select 1 from teams where id = any(${ids}::uuid[]) order by id for update`);
    const now = new Map((await this.read(tx, ids)).map((one) => [one.teamId, one.ids.join()]));
    const untouched = teams.filter(({ teamId, after }) => now.get(teamId) === after.join());
    await restoreSupport(tx, {
      supporters: untouched.flatMap(({ rows }) => rows),
      givenSupport: untouched.flatMap(({ given }) => given),
    });
    await this.outbox.appendMany(
      tx,
      untouched.map(({ teamId }) => supportersSet({ teamId }, { unitId, changes: { takenBack: true } })),
      actor,
    );
    const kept = teams.filter((team) => !untouched.includes(team)).map(({ teamId }) => teamId);
    return { restored: untouched.length, kept: await this.named(tx, kept) };
  }

  private named(tx: Tx, teamIds: readonly string[]): Promise<TakenBack['kept']> {
    return rowsOf(
      tx,
      sql`select n.id, n.name from unnest(${teamIds}::uuid[]) as a(id)
        cross join lateral (select t.id, t.name from teams_at(${this.clock.today()}::date) t where t.id = a.id offset 0) n
        order by n.name collate "vi-natural"`,
    );
  }
}
