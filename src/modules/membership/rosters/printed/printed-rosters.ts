import { Injectable } from '@nestjs/common';
import type { ExportPurpose } from '#contracts/access/log-kinds';
import { comparePlaces } from '#i18n/fold';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { TakenList } from '#platform/trail';
import { RevealPhones } from '../../people/people/reveal-phones.ts';
import { printPosition } from '../roster/cells/positions.ts';
import { inOrder } from '../../people/teams/team.presenter.ts';
import { type MemberRow, TeamQueries, type TeamRowData } from '../../people/teams/team.queries.ts';

export interface PrintedTeam {
  communeId: string | null;
  name: string;
  members: { fullName: string; post: string; phone: string }[];
}

/** The rosters, and what their file carries. */
export interface TakenRosters {
  teams: PrintedTeam[];
  mark: TakenList['mark'];
}

/** Teams whose members are read at once: a province's would be a good part of a worker's memory. */
const READ_AT_ONCE = 500;

/** As it is printed, before anybody's number was looked at. */
interface ReadTeam extends Omit<PrintedTeam, 'members'> {
  members: { personId: string; fullName: string; post: string }[];
}

interface Printing {
  at: string;
  unitId: string;
  purpose: ExportPurpose | null;
}

/** Rosters as Appendix 1 prints them, so that an import reads them back to the same. */
@Injectable()
export class PrintedRosters {
  constructor(
    private readonly teams: TeamQueries,
    private readonly reveal: RevealPhones,
    private readonly clock: Clock,
  ) {}

  /** The active teams of the unit and below on that day: how many they are, before anybody's number is looked at. */
  async under(
    unitId: string,
    at: string,
  ): Promise<{ count: number; read(actor: Actor, purpose: ExportPurpose | null): Promise<TakenRosters> }> {
    const teams = (await this.teams.under(unitId, at)).filter(({ status }) => status === 'active');
    return { count: teams.length, read: (actor, purpose) => this.read(actor, teams, { at, unitId, purpose }) };
  }

  /**
   * In the order of places, each with leader, deputies, members. Numbers are today's main ones; each stands in the access
   * log. The caller has asked for the right to the unit.
   */
  private async read(
    actor: Actor,
    teams: readonly TeamRowData[],
    { at, unitId, purpose }: Printing,
  ): Promise<TakenRosters> {
    const read: ReadTeam[] = [];
    for (let from = 0; from < teams.length; from += READ_AT_ONCE)
      read.push(...(await this.membersOf(teams.slice(from, from + READ_AT_ONCE), at)));
    const people = [...new Set(read.flatMap(({ members }) => members.map(({ personId }) => personId)))];
    const { phones, mark } = await this.reveal.forList(actor, people, { what: 'roster.appendix1', purpose, unitId });
    const printed = read
      .map(
        ({ members, ...team }): PrintedTeam => ({
          ...team,
          members: members.map(({ personId, ...member }) => ({ ...member, phone: phones.get(personId) ?? '' })),
        }),
      )
      .sort((a, b) => comparePlaces(a.name, b.name));
    return { teams: printed, mark };
  }

  private async membersOf(teams: readonly TeamRowData[], at: string): Promise<ReadTeam[]> {
    const rows = await this.teams.members(
      teams.map(({ id }) => id),
      at,
      this.clock.now(),
    );
    const byTeam = new Map<string, MemberRow[]>(teams.map(({ id }) => [id, []]));
    for (const row of rows) byTeam.get(row.teamId)?.push(row);
    return teams.map(({ id, name, communeId }) => ({
      communeId,
      name,
      members: inOrder(byTeam.get(id) ?? []).map(({ personId, fullName, role, position }) => ({
        personId,
        fullName,
        post: printPosition(role, position),
      })),
    }));
  }
}
