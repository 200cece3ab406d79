import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type AppliedSplit, rangeText } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { teamSplit } from '../../../membership.events.ts';
import {
  earlierMembers,
  earlierTeams,
  endEarlier,
  joinTeam,
  recordsOf,
  takeCards,
  takeSupporters,
} from '../mergers/earlier-teams.ts';
import type { OldMembership } from '../mergers/merged-members.ts';
import { Team } from '../team.entity.ts';
import { dividedMembers } from './divided-members.ts';

/**
 * A hamlet has become two: a team of each begins on that day with those who were said to go on in it, and the one that was ends.
 * Of a half in which nobody goes on there is no team until the commune sets one up.
 */
@Injectable()
export class SplitTeams {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Run again, it finds no team that stands beyond the day. */
  async execute(tx: Tx, split: AppliedSplit, reorganisationId: string): Promise<void> {
    const { hamletId, onDate, halves, byId } = split;
    const [earlierId] = await earlierTeams(tx, [hamletId], onDate);
    if (!earlierId) return;
    const members = await earlierMembers(tx, [earlierId], onDate);
    const parts = dividedMembers(
      members,
      [new Set(await recordsOf(tx, halves[0].memberIds)), new Set(await recordsOf(tx, halves[1].memberIds))],
      onDate,
    );
    const begun = halves.flatMap(({ unitId }, at) => {
      const own = parts[at] ?? [];
      // What is open has a team, even where nobody was in it any more.
      const isTeam = own.length > 0 || (members.length === 0 && at === 0);
      return isTeam ? [{ id: v7(), unitId, members: own }] : [];
    });
    for (const { id, unitId } of begun) {
      await this.begin(tx, id, unitId, { earlierId, onDate });
      await takeSupporters(tx, id, [earlierId], onDate);
    }
    await endEarlier(tx, [earlierId], onDate);
    for (const { id, members: own } of begun) await this.move(tx, id, own, earlierId);
    await this.takeGroup(tx, begun, earlierId);
    const people = [...new Set(members.map(({ personId }) => personId))];
    await execute(tx, sql`select pg_notify('actor_changed', id::text) from unnest(${people}::uuid[]) as id`);
    for (const { id: teamId, unitId } of begun)
      await this.outbox.append(
        tx,
        teamSplit(
          { teamId, earlierId, reorganisationId },
          { unitId, changes: { from: onDate }, by: { personId: byId } },
        ),
      );
  }

  private async begin(
    tx: Tx,
    id: string,
    unitId: string,
    { earlierId, onDate }: { earlierId: string; onDate: string },
  ): Promise<void> {
    const createdAt = this.clock.now();
    await tx.insert(Team, {
      id,
      unitId,
      status: 'active',
      validity: rangeText(onDate),
      createdAt,
      splitFromId: earlierId,
    });
  }

  private async move(tx: Tx, teamId: string, members: readonly OldMembership[], earlierId: string): Promise<void> {
    await joinTeam(tx, teamId, members);
    await takeCards(tx, teamId, [earlierId]);
  }

  /** The group of the whole hamlet is that of the half with more people; the other makes one of its own. */
  private async takeGroup(
    tx: Tx,
    begun: readonly { id: string; members: readonly OldMembership[] }[],
    earlierId: string,
  ): Promise<void> {
    const [most] = begun.toSorted((a, b) => b.members.length - a.members.length);
    if (most) await execute(tx, sql`update chat_groups set team_id = ${most.id} where team_id = ${earlierId}`);
  }
}
