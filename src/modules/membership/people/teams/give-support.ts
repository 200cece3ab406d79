import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MOST_NAMED } from '#contracts/access/acts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { supportersSet } from '../../membership.events.ts';
import { MatchTeams } from './lists/match-teams.ts';
import { SupportActs } from './support-acts.ts';

type Input = RouteBody<typeof routes.giveSupport>;
type Given = RouteAnswer<typeof routes.giveSupport>;

/** Each of the chosen teams is supported by these people from today, and by nobody else. One that cannot be stops no other. */
@Injectable()
export class GiveSupport {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly match: MatchTeams,
    private readonly acts: SupportActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, { teams, personIds: asked }: Input): Promise<Given> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const { q, filter, only, except = [] } = teams;
    const chosen = await this.match.chosen(unitId, { q, filter }, { only, except });
    const personIds = [...new Set(asked)].toSorted();
    return this.database.tx(async (tx) => {
      const ids = chosen.map(({ id }) => id);
      await execute(tx, sql`select 1 from teams where id = any(${ids}::uuid[]) order by id for update`);
      const able = await this.committeesOf(tx, [...new Set(chosen.map(({ communeId }) => communeId))], personIds);
      const refused = chosen.filter(({ communeId }) => !able.has(communeId));
      const before = await this.acts.read(
        tx,
        chosen.filter((team) => !refused.includes(team)).map(({ id }) => id),
      );
      const supported = await this.supportedBy(
        tx,
        before.map(({ teamId }) => teamId),
        personIds,
      );
      const changed = before.filter(({ teamId }) => !supported.has(teamId));
      await this.write(
        tx,
        changed.map(({ teamId }) => teamId),
        personIds,
      );
      await this.outbox.appendMany(
        tx,
        changed.map(({ teamId }) => supportersSet({ teamId }, { unitId, changes: { personIds } })),
        actor,
      );
      return {
        given: changed.length,
        unchanged: before.length - changed.length,
        refused: refused.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name })),
        act: await this.acts.keep(tx, actor, unitId, changed),
      };
    });
  }

  /** Communes to whose committee all of these people belong today. */
  private async committeesOf(
    tx: Tx,
    communeIds: readonly string[],
    personIds: readonly string[],
  ): Promise<Set<string>> {
    if (personIds.length === 0) return new Set(communeIds);
    const rows = await rowsOf<{ unitId: string }>(
      tx,
      sql`select unit_id as "unitId" from posts
        where unit_id = any(${communeIds}::uuid[]) and role in ('committee_member', 'focal_officer')
          and validity @> ${this.clock.today()}::date and person_id = any(${personIds}::uuid[])
        group by 1 having count(distinct person_id) = ${personIds.length}::int`,
    );
    return new Set(rows.map(({ unitId }) => unitId));
  }

  /** Teams that are supported by just these people already. */
  private async supportedBy(tx: Tx, teamIds: readonly string[], personIds: readonly string[]): Promise<Set<string>> {
    const rows = await rowsOf<{ teamId: string }>(
      tx,
      sql`select a.id as "teamId" from unnest(${teamIds}::uuid[]) as a(id)
        left join supporters s on s.team_id = a.id and s.validity @> ${this.clock.today()}::date
        group by a.id having coalesce(array_agg(s.person_id order by s.person_id) filter (where s.id is not null), '{}')
          = ${personIds}::uuid[]`,
    );
    return new Set(rows.map(({ teamId }) => teamId));
  }

  private async write(tx: Tx, teamIds: readonly string[], personIds: readonly string[]): Promise<void> {
    const today = this.clock.today();
    const others = sql`team_id = any(${teamIds}::uuid[]) and not person_id = any(${personIds}::uuid[])`;
    await execute(tx, sql`delete from supporters where ${others} and lower(validity) >= ${today}::date`);
    await execute(
      tx,
      sql`update supporters set validity = daterange(lower(validity), ${today}::date)
        where ${others} and validity @> ${today}::date`,
    );
    const pairs = teamIds.flatMap((teamId) => personIds.map((personId) => ({ id: v7(), teamId, personId })));
    const of = (key: 'id' | 'teamId' | 'personId') => pairs.map((pair) => pair[key]);
    await execute(
      tx,
      sql`insert into supporters (id, team_id, person_id, validity)
       select n.id, n.team_id, n.person_id, daterange(${today}::date, null)
         from unnest(${of('id')}::uuid[], ${of('teamId')}::uuid[], ${of('personId')}::uuid[]) as n(id, team_id, person_id)
        where not exists (select 1 from supporters s where s.team_id = n.team_id and s.person_id = n.person_id
          and s.validity @> ${today}::date)`,
    );
  }
}
