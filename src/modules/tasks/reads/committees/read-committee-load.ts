import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { committeeSeats } from '#contracts/enums';
import { type CommitteeInfo, CommitteesApi } from '#modules/membership';
import { AttentionRules, OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { levelLoad, lightest, type Load } from './level-load.ts';
import { type Quiet, Silence } from '../oversight/silence.ts';

type View = RouteAnswer<typeof routes.committeeLoad>;
type SupportedTeam = View['alone'][number];
type Team = Omit<SupportedTeam, 'lightest'>;
type Member = CommitteeInfo['members'][number];

/** A commune's committee by the rule, and whether each supporter reaches their teams. */
@Injectable()
export class ReadCommitteeLoad {
  constructor(
    private readonly committees: CommitteesApi,
    private readonly silence: Silence,
    private readonly attention: AttentionRules,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, at = this.clock.today()): Promise<View> {
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.read', { unitId });
    const [info, attention] = await Promise.all([this.committees.one(unitId, at), this.attention.of(unitId, at)]);
    const quiet = at === this.clock.today() ? await this.silence.of(info.teams) : new Map<string, Quiet>();
    const teams = new Map(
      info.teams.map(({ id, name }): [string, Team] => [
        id,
        { id, name, quietDays: null, silent: false, ...quiet.get(id) },
      ]),
    );
    const loads = loadsOf(info.members, teams);
    const alone = info.teams.filter(({ supported }) => !supported);
    return {
      unit,
      at,
      committee: info.committee ? toCommittee(info.committee, at) : null,
      members: info.members
        .toSorted((a, b) => seatRank(a) - seatRank(b) || b.teamIds.length - a.teamIds.length)
        .map((row) => toMember(row, teams)),
      checks: info.checks.map(({ min, ...check }) => ({ ...check, need: min })),
      focal: info.members
        .filter(({ role }) => role === 'focal_officer')
        .map((row) => ({ person: toPerson(row), standIn: row.standIn })),
      teams: info.teams.length,
      supported: info.teams.length - alone.length,
      alone: alone.flatMap(({ id }) => {
        const team = teams.get(id);
        return team ? [{ ...team, lightest: lightestOf(loads, info.members) }] : [];
      }),
      silentAfterDays: attention.silentDays,
      busyFrom: attention.busyTeams,
      termNoticeDays: attention.termDays,
      proposal:
        at === this.clock.today() ? proposalOf(levelLoad(loads, attention.busyTeams), loads, info.members) : null,
    };
  }
}

const seatRank = ({ seat }: Member): number => committeeSeats.indexOf(seat);

/** Each person once: somebody may hold two posts of the committee. */
function loadsOf(members: readonly Member[], teams: ReadonlyMap<string, Team>): Load<Team>[] {
  const people = new Map(members.map((row) => [row.personId, row]));
  return [...people.values()].map(({ personId, seat, teamIds }) => ({
    personId,
    seat,
    teams: teamIds.flatMap((id) => teams.get(id) ?? []),
  }));
}

const toPerson = ({ personId, fullName, title }: Member) => ({ id: personId, fullName, position: title });

function personOf(members: readonly Member[], personId: string) {
  const row = members.find((one) => one.personId === personId);
  return row ? toPerson(row) : { id: personId, fullName: '', position: null };
}

function lightestOf(loads: readonly Load<Team>[], members: readonly Member[]): SupportedTeam['lightest'] {
  const load = lightest(loads);
  return load ? { person: personOf(members, load.personId), teams: load.teams.length } : null;
}

function proposalOf(
  levelled: ReturnType<typeof levelLoad<Team>>,
  loads: readonly Load<Team>[],
  members: readonly Member[],
): View['proposal'] {
  if (!levelled) return null;
  const { fromId, toId, teams } = levelled;
  const carried = (id: string) => loads.find(({ personId }) => personId === id)?.teams ?? [];
  return {
    from: personOf(members, fromId),
    fromTeams: carried(fromId).length,
    fromSilent: carried(fromId).filter(({ silent }) => silent).length,
    to: personOf(members, toId),
    toTeams: carried(toId).length,
    teams,
  };
}

function toCommittee(
  { id, draft, decision, validFrom, validTo }: NonNullable<CommitteeInfo['committee']>,
  at: string,
): View['committee'] {
  const daysLeft = validTo && dayNumber(validTo) - dayNumber(at) - 1;
  return {
    id,
    draft,
    decision: decision ? { number: decision.number, signedOn: decision.signedOn, signer: decision.signer } : null,
    from: validFrom,
    lastDay: validTo && new Date((dayNumber(validTo) - 1) * DAY_MS).toISOString().slice(0, 10),
    daysLeft: daysLeft === '' ? null : daysLeft,
  };
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;

function toMember(row: Member, teams: ReadonlyMap<string, Team>): View['members'][number] {
  return {
    id: row.id,
    person: toPerson(row),
    role: row.role,
    seat: row.seat,
    standIn: row.standIn,
    affiliation: row.affiliation,
    from: row.from,
    to: row.to,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    teams: row.teamIds
      .flatMap((id) => teams.get(id) ?? [])
      .sort((a, b) => (b.quietDays ?? 0) - (a.quietDays ?? 0) || (a.id < b.id ? -1 : 1)),
  };
}
