import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type AppliedMerger, rangeText, reorganisationApplied, ReorganisationsApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import { EndAccess } from '../../access/end-access.ts';
import { teamsMerged } from '../../membership.events.ts';
import { Team } from '../team.entity.ts';
import { mergedMembers, type OldMembership } from './merged-members.ts';

interface OldMember extends OldMembership {
  teamId: string;
}

/**
 * Two hamlets have become one: its team begins on that day with both teams' members and supporters, and the two end. It is
 * active without a decision of its own, which is asked for and stops nobody.
 */
@Injectable()
export class MergeTeamsSubscriber {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReorganisationsApi,
    private readonly access: EndAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Run again, it finds no team that stands beyond the day. */
  @OnEvent(reorganisationApplied, 'membership.merge-teams')
  async execute({ reorganisationId }: { reorganisationId: string }): Promise<void> {
    for (const merger of await this.reforms.appliedMergers(reorganisationId))
      await this.database.tx((tx) => this.merge(tx, reorganisationId, merger));
  }

  private async merge(tx: Tx, reorganisationId: string, merger: AppliedMerger): Promise<void> {
    const { onDate, intoId, hamletIds, byId } = merger;
    const teams = await rowsOf<{ id: string }>(
      tx,
      sql`select id from teams where unit_id = any(${hamletIds}::uuid[]) and status <> 'draft' and lower(validity) < ${onDate}::date
        and (upper(validity) is null or upper(validity) > ${onDate}::date) order by id for update`,
    );
    if (teams.length === 0) return;
    const earlierIds = teams.map(({ id }) => id);
    const members = await this.membersOf(tx, earlierIds, onDate);
    const [leaderId = null] = await this.recordsOf(tx, merger.leaderId ? [merger.leaderId] : []);
    const leavingIds = await this.recordsOf(tx, merger.leavingIds);
    const teamId = v7();
    await tx.insert(Team, {
      id: teamId,
      unitId: intoId,
      status: 'active',
      validity: rangeText(onDate),
      createdAt: this.clock.now(),
    });
    await this.support(tx, teamId, earlierIds, onDate);
    const gone = [...earlierIds, ...(await this.mergedBefore(tx, earlierIds))];
    await this.end(tx, teamId, earlierIds, onDate);
    await this.join(tx, teamId, mergedMembers(members, { onDate, leaderId, leavingIds, teams: teams.length }));
    await this.takeAlong(tx, teamId, earlierIds);
    const people = [...new Set(members.map(({ personId }) => personId))];
    await execute(tx, sql`select pg_notify('actor_changed', id::text) from unnest(${people}::uuid[]) as id`);
    const by = { personId: byId };
    // Who leads from now on and did not answer for a team before signs in anew.
    if (leaderId && members.some(({ personId }) => personId === leaderId))
      if (members.every(({ personId, role }) => personId !== leaderId || role === 'member'))
        await this.access.execute(tx, [leaderId], 'role', by);
    await this.outbox.append(
      tx,
      teamsMerged({ teamId, earlierIds: gone, reorganisationId }, { unitId: intoId, changes: { from: onDate }, by }),
    );
  }

  /** Whoever hears of two mergers in the other order finds with the second what was open before the first. */
  private async mergedBefore(tx: Tx, teamIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select id from teams where merged_into_id = any(${teamIds}::uuid[]) order by id`,
    );
    return rows.map(({ id }) => id);
  }

  private membersOf(tx: Tx, teamIds: readonly string[], onDate: string): Promise<OldMember[]> {
    return rowsOf(
      tx,
      sql`select team_id as "teamId", person_id as "personId", role, position, affiliation, lower(validity)::text as from,
          upper(validity)::text as to
        from team_members where team_id = any(${teamIds}::uuid[]) and (upper(validity) is null or upper(validity) > ${onDate}::date)
        order by id for update`,
    );
  }

  /** A record that was named may have become part of another since. */
  private async recordsOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select coalesce(merged_into_id, id) as id from people where id = any(${personIds}::uuid[])`,
    );
    return rows.map(({ id }) => id);
  }

  private support(tx: Tx, teamId: string, earlierIds: readonly string[], onDate: string): Promise<void> {
    return execute(
      tx,
      sql`insert into supporters (id, team_id, person_id, validity)
        select gen_random_uuid(), ${teamId}, s.person_id, d.days from (
            select person_id, range_agg(validity * daterange(${onDate}::date, null)) as days from supporters
             where team_id = any(${earlierIds}::uuid[]) and validity && daterange(${onDate}::date, null) group by person_id) s
          cross join lateral unnest(s.days) as d(days)`,
    );
  }

  private async end(tx: Tx, teamId: string, earlierIds: readonly string[], onDate: string): Promise<void> {
    await execute(
      tx,
      sql`update teams set status = 'dissolved', validity = daterange(lower(validity), ${onDate}::date), merged_into_id = ${teamId}
        where id = any(${earlierIds}::uuid[])`,
    );
    // Always the team of today, however often hamlets have become one.
    await execute(
      tx,
      sql`update teams set merged_into_id = ${teamId} where merged_into_id = any(${earlierIds}::uuid[])`,
    );
    // What was decided of an end that had not come yet does not come any more.
    await execute(tx, sql`delete from team_endings where team_id = any(${earlierIds}::uuid[]) and not told`);
    for (const table of ['team_members', 'supporters'] as const)
      await execute(
        tx,
        sql`delete from ${raw(table)} where team_id = any(${earlierIds}::uuid[]) and lower(validity) >= ${onDate}::date`,
      );
    await execute(
      tx,
      sql`update supporters set validity = validity * daterange(null, ${onDate}::date)
        where team_id = any(${earlierIds}::uuid[]) and validity @> ${onDate}::date`,
    );
    // Nobody has left: they are told of the new team.
    await execute(
      tx,
      sql`update team_members set validity = validity * daterange(null, ${onDate}::date), end_told = true
        where team_id = any(${earlierIds}::uuid[]) and validity @> ${onDate}::date`,
    );
  }

  private join(tx: Tx, teamId: string, members: readonly OldMembership[]): Promise<void> {
    return execute(
      tx,
      sql`insert into team_members (id, team_id, person_id, role, position, affiliation, validity)
        select n.id, ${teamId}, n.person_id, n.role, n.position, n.affiliation, daterange(n.from_on, n.to_on)
          from unnest(${members.map(() => v7())}::uuid[], ${members.map(({ personId }) => personId)}::uuid[],
            ${members.map(({ role }) => role)}::text[], ${members.map(({ position }) => position)}::text[],
            ${members.map(({ affiliation }) => affiliation)}::text[], ${members.map(({ from }) => from)}::date[],
            ${members.map(({ to }) => to)}::date[]) as n(id, person_id, role, position, affiliation, from_on, to_on)`,
    );
  }

  /** Cards go on holding; so does the chat group where there is one, of two the commune chooses. */
  private async takeAlong(tx: Tx, teamId: string, earlierIds: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`update member_cards set team_id = ${teamId} where id in (
          select distinct on (person_id, kind) id from member_cards
           where team_id = any(${earlierIds}::uuid[]) and revoked_at is null
             and person_id in (select person_id from team_members where team_id = ${teamId})
           order by person_id, kind, issued_at desc)`,
    );
    await execute(
      tx,
      sql`update chat_groups set team_id = ${teamId} where team_id = any(${earlierIds}::uuid[])
        and (select count(*) from chat_groups where team_id = any(${earlierIds}::uuid[])) = 1`,
    );
  }
}
