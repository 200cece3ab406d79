import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type AppliedMerger, rangeText, reorganisationApplied, ReorganisationsApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { OnEvent, Outbox } from '#platform/outbox';
import { EndAccess } from '../../people/end-access.ts';
import { teamsMerged } from '../../../membership.events.ts';
import { PlannedGifts } from '../../rights/planned-gifts.ts';
import { Team } from '../team.entity.ts';
import {
  earlierMembers,
  earlierTeams,
  endEarlier,
  joinTeam,
  recordsOf,
  takeCards,
  takeSupporters,
} from './earlier-teams.ts';
import { mergedMembers } from './merged-members.ts';

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
    private readonly planned: PlannedGifts,
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
    const earlierIds = await earlierTeams(tx, hamletIds, onDate);
    if (earlierIds.length === 0) return;
    const members = await earlierMembers(tx, earlierIds, onDate);
    const leaderId = await this.leaderOf(tx, merger);
    const leavingIds = await recordsOf(tx, merger.leavingIds);
    const teamId = v7();
    await tx.insert(Team, {
      id: teamId,
      unitId: intoId,
      status: 'active',
      validity: rangeText(onDate),
      createdAt: this.clock.now(),
    });
    await takeSupporters(tx, teamId, earlierIds, onDate);
    const gone = [...earlierIds, ...(await this.mergedBefore(tx, earlierIds))];
    await endEarlier(tx, earlierIds, onDate);
    await this.point(tx, teamId, earlierIds);
    await joinTeam(tx, teamId, mergedMembers(members, { onDate, leaderId, leavingIds, teams: earlierIds.length }));
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

  /** Nobody was chosen where whoever chose may not give the lead any more. */
  private async leaderOf(tx: Tx, { leaderId, byId, intoId: unitId }: AppliedMerger): Promise<string | null> {
    const [personId] = await recordsOf(tx, leaderId ? [leaderId] : []);
    if (!personId) return null;
    const { given } = await this.planned.judge(tx, byId, [{ personId, role: 'leader', unitId }]);
    return given.length > 0 ? personId : null;
  }

  /** Whoever hears of two mergers in the other order finds with the second what was open before the first. */
  private async mergedBefore(tx: Tx, teamIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select id from teams where merged_into_id = any(${teamIds}::uuid[]) order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Always to the team of today, however often hamlets have become one. */
  private point(tx: Tx, teamId: string, earlierIds: readonly string[]): Promise<void> {
    return execute(
      tx,
      sql`update teams set merged_into_id = ${teamId} where id = any(${earlierIds}::uuid[])
        or merged_into_id = any(${earlierIds}::uuid[])`,
    );
  }

  /** Cards go on holding; so does the chat group where there is one, of two the commune chooses. */
  private async takeAlong(tx: Tx, teamId: string, earlierIds: readonly string[]): Promise<void> {
    await takeCards(tx, teamId, earlierIds);
    await execute(
      tx,
      sql`update chat_groups set team_id = ${teamId} where team_id = any(${earlierIds}::uuid[])
        and (select count(*) from chat_groups where team_id = any(${earlierIds}::uuid[])) = 1`,
    );
  }
}
