import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { supportersSet } from '../../membership.events.ts';
import { SupportActs } from './support-acts.ts';

type Changes = RouteBody<typeof routes.shareSupport>['changes'];
interface Held {
  teamId: string;
  name: string;
  supporters: { id: string; name: string }[];
}

/** Several teams of a commune get a supporter from today, or another one instead of theirs: all of them or none. */
@Injectable()
export class ShareSupport {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly acts: SupportActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.supportChanged where a team's supporters are others than the officer saw */
  async execute(actor: Actor, unitId: string, changes: Changes): Promise<RouteAnswer<typeof routes.shareSupport>> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const today = this.clock.today();
    return this.database.tx(async (tx) => {
      const held = await this.hold(tx, unitId, changes, today);
      this.refuseChanged(changes, held);
      await requireCommittee(
        tx,
        unitId,
        changes.map(({ personId }) => personId),
        today,
        (n) => `changes.${n}.personId`,
      );
      const before = await this.acts.read(
        tx,
        changes.map(({ teamId }) => teamId),
      );
      const of = <K extends keyof Changes[number]>(key: K) => changes.map((change) => change[key]);
      const left = sql`unnest(${of('teamId')}::uuid[], ${of('insteadOf')}::uuid[]) as c(team_id, person_id)
        where s.team_id = c.team_id and s.person_id = c.person_id`;
      await execute(tx, sql`delete from supporters s using ${left} and lower(s.validity) >= ${today}::date`);
      await execute(
        tx,
        sql`update supporters s set validity = daterange(lower(s.validity), ${today}::date) from ${left} and s.validity @> ${today}::date`,
      );
      await execute(
        tx,
        sql`insert into supporters (id, team_id, person_id, validity)
         select n.id, n.team_id, n.person_id, daterange(${today}::date, null)
           from unnest(${changes.map(() => v7())}::uuid[], ${of('teamId')}::uuid[], ${of('personId')}::uuid[])
             as n(id, team_id, person_id)`,
      );
      for (const { teamId, ...change } of changes)
        await this.outbox.append(tx, supportersSet({ teamId }, { unitId, changes: change }), actor);
      return { act: await this.acts.keep(tx, actor, unitId, before) };
    });
  }

  /** The commune's teams among them with who supports each today, locked in one order. */
  private async hold(tx: Tx, unitId: string, changes: Changes, today: string): Promise<Map<string, Held>> {
    const ids = changes.map(({ teamId }) => teamId);
    await execute(tx, sql`select 1 from teams where id = any(${ids}::uuid[]) order by id for update`);
    const rows = await rowsOf<Held>(
      tx,
      sql`select t.id as "teamId", t.name, coalesce((
              select json_agg(json_build_object('id', p.id, 'name', p.full_name) order by p.id) from supporters s
                join people p on p.id = s.person_id where s.team_id = t.id and s.validity @> ${today}::date), '[]') as supporters
         from unnest(${ids}::uuid[]) as asked(id)
        cross join lateral (select n.id, n.unit_id, n.name, n.status from teams_at(${today}::date) n where n.id = asked.id offset 0) t
        where t.status = 'active' and exists (
          select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = ${unitId})`,
    );
    return new Map(rows.map((row) => [row.teamId, row]));
  }

  private refuseChanged(changes: Changes, held: ReadonlyMap<string, Held>): void {
    const seen = new Set<string>();
    for (const [n, { teamId, personId, insteadOf }] of changes.entries()) {
      const team = held.get(teamId);
      const path = `changes.${n}.teamId`;
      if (!team || seen.has(teamId)) throw membershipErrors.teamNotFound({ path });
      seen.add(teamId);
      const has = (id: string) => team.supporters.some((one) => one.id === id);
      const isAsSeen = insteadOf === null ? team.supporters.length === 0 : has(insteadOf) && !has(personId);
      if (!isAsSeen)
        throw membershipErrors.supportChanged({
          path,
          team: team.name,
          names: team.supporters.map(({ name }) => name).join(', ') || '–',
        });
    }
  }
}

/** @throws membership.notCommitteeMember for who is not of the commune's committee today */
async function requireCommittee(
  tx: Tx,
  communeId: string,
  personIds: readonly string[],
  today: string,
  pathOf: (n: number) => string,
): Promise<void> {
  const rows = await rowsOf<{ personId: string }>(
    tx,
    sql`select distinct person_id as "personId" from posts
      where unit_id = ${communeId} and role in ('committee_member', 'focal_officer') and validity @> ${today}::date
        and person_id = any(${personIds}::uuid[])`,
  );
  const members = new Set(rows.map((row) => row.personId));
  const stranger = personIds.findIndex((id) => !members.has(id));
  if (stranger >= 0) throw membershipErrors.notCommitteeMember({ path: pathOf(stranger) });
}
