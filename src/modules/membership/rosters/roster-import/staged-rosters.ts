/** An import as it stands now: what its file and choices say, compared with the register of this moment. */
import { Injectable } from '@nestjs/common';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { blockingFindings, type Finding } from '../roster/findings.ts';
import { diffRoster, type RegisterMember, type RosterDiff } from '../roster/roster-diff.ts';
import type { Roster, RosterOptions } from '../roster/roster.types.ts';
import { guardContacts } from './files/guarded-contacts.ts';
import { newHamletDoubts } from './planning/new-hamlets.ts';
import { type PlacedTeam, placeTeams } from './planning/place-teams.ts';
import { type OtherLeader, otherLeaders, registerDoubts } from './planning/register-doubts.ts';
import { RosterImport } from './roster-import.entity.ts';
import { type KnownPerson, type MemberRow, RosterImportQueries, type TeamRow } from './roster-import.queries.ts';
import { rosterErrors } from './roster.errors.ts';
import { type ReadImport, RosterReadings } from './files/roster-readings.ts';

/** What the tree and the dated rules say about the commune; read before a transaction, it does not change within one. */
export interface CommuneFacts {
  unit: UnitRef;
  options: RosterOptions;
  /** Former commune by hamlet id. */
  formerOf: Map<string, string>;
}

export interface Reading {
  roster: Roster;
  placed: PlacedTeam[];
  /** The register's teams by hamlet id. */
  teams: Map<string, TeamRow>;
  members: MemberRow[];
  diff: RosterDiff;
  others: OtherLeader[];
  /** People of the commune by the numbers of rows that are new. */
  known: KnownPerson[];
  /** Whose name and numbers a list does not change. */
  guarded: ReadonlySet<string>;
  findings: Finding[];
  canConfirm: boolean;
}

@Injectable()
export class StagedRosters {
  constructor(
    private readonly database: Database,
    private readonly queries: RosterImportQueries,
    private readonly readings: RosterReadings,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws roster.notFound, platform.denied */
  async require(actor: Actor, importId: string): Promise<RosterImport> {
    const found = await this.database.manager.findOneBy(RosterImport, { id: importId });
    if (!found) throw rosterErrors.notFound();
    await this.scope.require(actor, 'roster.import', { unitId: found.unitId });
    return found;
  }

  /** The row locked until the transaction ends. @throws roster.notFound */
  async lock(tx: Tx, importId: string): Promise<RosterImport> {
    const found = await tx.findOne(RosterImport, { where: { id: importId }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw rosterErrors.notFound();
    return found;
  }

  /** @throws roster.notFound when the unit is gone without a trace */
  async facts(unitId: string): Promise<CommuneFacts> {
    const [unit, names, rules] = await Promise.all([
      this.organization.unitRef(unitId),
      this.organization.formerNames(unitId),
      this.organization.rules('team', unitId),
    ]);
    if (!unit) throw rosterErrors.notFound();
    const minMembers = rules.find(({ kind }) => kind === 'min_members')?.min;
    return {
      unit,
      formerOf: names.hamlets,
      options: {
        commune: { name: unit.fullName, otherNames: names.own, formerCommunes: names.merged },
        ...(minMembers !== undefined && { minMembers }),
      },
    };
  }

  /** Which column was which in earlier files of the commune, by their heads. */
  remembered(unitId: string) {
    return this.queries.remembered(this.database.manager, unitId);
  }

  /** The import with what its choices make of it. @throws roster.erased */
  current(found: RosterImport, { options }: CommuneFacts): Promise<ReadImport> {
    return this.readings.current(found, options);
  }

  /** @throws roster.erased, roster.changedMeanwhile when the choices are no longer those that were read */
  async read(tx: Tx, found: RosterImport, facts: CommuneFacts): Promise<Reading> {
    if (!this.readings.isCurrent(found, facts.options)) throw rosterErrors.changedMeanwhile();
    const { unitId, choices, reading: roster } = found;
    const today = this.clock.today();
    const hamlets = (await this.queries.hamlets(tx, unitId, today)).map((row) => ({
      id: row.id,
      fullName: row.fullName,
      former: facts.formerOf.get(row.id) ?? null,
    }));
    const placed = placeTeams(roster.teams, hamlets);
    const rows = await this.queries.teams(tx, unitId, today);
    const members = await this.queries.members(
      tx,
      rows.map(({ id }) => id),
    );
    const names = new Map(hamlets.map(({ id, fullName }) => [id, fullName]));
    const register = registerOf(rows, currentOf(members, today), names);
    const compared = diffRoster(
      placed.map(({ team }) => team),
      register,
    );
    const { known, guarded } = await this.peopleOf(tx, unitId, compared, today);
    const { diff, kept } = guardContacts({ diff: compared, known, guarded });
    const leaders = new Map(
      register.flatMap(({ hamletKey, members: all }) =>
        all.filter(({ role }) => role === 'leader').map((one) => [hamletKey, one] as const),
      ),
    );
    const others = otherLeaders(diff, leaders);
    return {
      roster,
      placed,
      teams: new Map(rows.map((row) => [row.unitId, row])),
      members,
      diff,
      others,
      known,
      guarded,
      ...judged(roster, [
        ...registerDoubts(roster, placed, others, kept, choices),
        ...newHamletDoubts(roster, placed, { commune: facts.unit.fullName, hamlets }, choices),
      ]),
    };
  }

  private async peopleOf(tx: Tx, unitId: string, { added, changed, unchanged }: RosterDiff, today: string) {
    const phones = added.flatMap(({ member }) => member.phones.map(({ e164 }) => e164));
    const known = await this.queries.peopleByPhone(tx, unitId, phones, today);
    const ids = [...changed, ...unchanged].map(({ register }) => register.personId);
    const guarded = await this.queries.guarded(tx, unitId, [...ids, ...known.map(({ id }) => id)], today);
    return { known, guarded };
  }
}

function judged(roster: Roster, doubts: readonly Finding[]): Pick<Reading, 'findings' | 'canConfirm'> {
  const sheets = new Map(roster.tables.map(({ sheet }, i) => [sheet, i]));
  const findings = [...roster.findings, ...doubts].sort(
    (a, b) => (sheets.get(a.sheet) ?? 0) - (sheets.get(b.sheet) ?? 0) || a.row - b.row,
  );
  return { findings, canConfirm: roster.teams.length > 0 && blockingFindings(findings).length === 0 };
}

/** The last membership of each person in each team that has not ended. */
function currentOf(rows: readonly MemberRow[], today: string): MemberRow[] {
  const last = new Map<string, MemberRow>();
  for (const row of rows) if (row.to === null || row.to > today) last.set(`${row.teamId}|${row.personId}`, row);
  return [...last.values()];
}

function registerOf(teams: readonly TeamRow[], members: readonly MemberRow[], names: ReadonlyMap<string, string>) {
  const byTeam = new Map<string, RegisterMember[]>(teams.map(({ id }) => [id, []]));
  for (const row of members) {
    byTeam.get(row.teamId)?.push({
      memberId: row.id,
      personId: row.personId,
      fullName: row.fullName,
      role: row.role,
      position: row.position,
      phones: row.phones,
    });
  }
  return teams.map((team) => ({
    teamId: team.id,
    hamletKey: team.unitId,
    name: names.get(team.unitId) ?? '',
    members: byTeam.get(team.id) ?? [],
  }));
}
