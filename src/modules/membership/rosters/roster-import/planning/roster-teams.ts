/** The teams of a confirmed list: hamlets that are missing, draft teams where there are none. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi, rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { teamDrafted } from '../../../membership.events.ts';
import { newHamlet } from './place-teams.ts';
import type { TeamRow } from '../roster-import.queries.ts';
import type { CommuneFacts, Reading } from '../staged-rosters.ts';

export interface PreparedTeams {
  /** By hamlet key of the list, each with its first day. */
  byKey: Map<string, { id: string; unitId: string; from: string }>;
  unitsCreated: number;
  teamsCreated: number;
  /** Those that a decision sets up. */
  drafts: { key: string; id: string; unitId: string }[];
}

type ListedTeam = Omit<TeamRow, 'status'> & { key: string; status: TeamRow['status'] | 'new' };

@Injectable()
export class RosterTeams {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async prepare(tx: Tx, actor: Actor, facts: CommuneFacts, reading: Reading, from: string): Promise<PreparedTeams> {
    const teams: ListedTeam[] = [];
    let unitsCreated = 0;
    for (const { team, unitId } of reading.placed) {
      if (!unitId) unitsCreated += 1;
      const place =
        unitId ??
        (await this.organization.createHamlet(tx, actor, {
          communeId: facts.unit.id,
          ...newHamlet(team, facts.unit.fullName),
          from,
        }));
      const known = reading.teams.get(place);
      teams.push(
        known
          ? { ...known, key: team.hamletKey }
          : { id: v7(), unitId: place, status: 'new', from, key: team.hamletKey },
      );
    }
    const fresh = teams.filter(({ status }) => status === 'new');
    await this.draft(tx, actor, fresh, from);
    const drafts = teams.filter(({ status }) => status !== 'active');
    await this.widen(tx, drafts, from);
    const byKey = new Map(
      teams.map((team) => [
        team.key,
        { id: team.id, unitId: team.unitId, from: team.status === 'active' ? team.from : from },
      ]),
    );
    return { byKey, unitsCreated, teamsCreated: fresh.length, drafts };
  }

  private async draft(tx: Tx, actor: Actor, teams: readonly ListedTeam[], from: string): Promise<void> {
    await execute(
      tx,
      sql`insert into teams (id, unit_id, status, validity, created_at)
        select n.id, n.unit_id, 'draft', ${rangeText(from)}::daterange, ${this.clock.now()}
          from unnest(${teams.map(({ id }) => id)}::uuid[], ${teams.map((team) => team.unitId)}::uuid[]) as n(id, unit_id)`,
    );
    await this.outbox.appendMany(
      tx,
      teams.map((team) => teamDrafted({ teamId: team.id }, { unitId: team.unitId })),
      actor,
    );
  }

  /** A draft that was begun later than the list's day begins with it. */
  private async widen(tx: Tx, teams: readonly ListedTeam[], from: string): Promise<void> {
    await execute(
      tx,
      sql`update teams set validity = daterange(least(lower(validity), ${from}::date), upper(validity))
        where id = any(${teams.map(({ id }) => id)}) and status = 'draft'`,
    );
  }
}
