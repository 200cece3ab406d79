import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import { CommitteesApi, type LoadTeamRow } from '#modules/membership';
import { type Quiet, Silence } from '#modules/tasks';
import { ActiveTeamQueries, type ActiveTeams } from '../../reports/figures/active-teams.queries.ts';
import { ReadMonthFigures } from '../../reports/figures/month-figures.ts';
import type { Looked } from './overview-place.ts';
import { type MovedTeams, OverviewQueries } from '../standing/overview.queries.ts';

export interface Activity {
  active: number;
  teams: number;
  before: { active: number; teams: number };
}

export type QuietTeam = LoadTeamRow & Quiet;

/** The teams of what is looked at: which recorded something, and for how long the others did not. */
@Injectable()
export class OverviewActivity {
  constructor(
    private readonly committees: CommitteesApi,
    private readonly silence: Silence,
    private readonly monthFigures: ReadMonthFigures,
    private readonly queries: OverviewQueries,
    private readonly activeTeams: ActiveTeamQueries,
  ) {}

  /** Active teams by name; of today also with how long nothing was recorded of them. */
  async teams({ communeIds, at, isCurrent }: Looked): Promise<QuietTeam[]> {
    const teams = await this.committees.teamsOf(communeIds, at);
    const quiet = isCurrent ? await this.silence.of(teams) : new Map<string, Quiet>();
    return teams.map((team) => ({ ...team, quietDays: 0, silent: false, ...quiet.get(team.id) }));
  }

  /** Of each part; of communes it is the figure that their reports give ("Tổ có hoạt động"). */
  async byPart(looked: Looked, teams: Promise<readonly QuietTeam[]>): Promise<Map<string, Activity>> {
    return looked.unit.kind === 'commune' ? this.byHamlet(looked, teams) : this.byCommune(looked, teams);
  }

  /** Teams without anything confirmed in the month. */
  async inactive(looked: Looked, teams: readonly QuietTeam[]): Promise<QuietTeam[]> {
    const { now } = await this.activeTeamsOf(looked, looked.communeIds, await this.queries.movedTeams(looked, teams));
    return teams.filter(({ id }) => !now.has(id));
  }

  private async byCommune(looked: Looked, listed: Promise<readonly QuietTeam[]>): Promise<Map<string, Activity>> {
    const { communeIds, month, rule } = looked;
    const [{ figures, sent }, teams, moved] = await Promise.all([
      this.monthFigures.activityOf(communeIds, month, rule),
      listed,
      listed.then((all) => this.queries.movedTeams(looked, all)),
    ]);
    // A commune that ends before the month does has none on its last day: what has not been sent counts those of the day.
    const ofDay = new Map<string, number>();
    for (const { communeId } of teams) ofDay.set(communeId, (ofDay.get(communeId) ?? 0) + 1);
    const teamCount = (id: string, { denominator }: Pair) => (sent.has(id) ? denominator : ofDay.get(id)) ?? 0;
    const byTeam = await this.byTeam(looked, teams, moved);
    return new Map(
      [...figures].map(([id, { now, before }]) => [
        id,
        byTeam.get(id) ?? {
          active: now.numerator ?? 0,
          teams: teamCount(id, now),
          before: { active: before.numerator ?? 0, teams: before.denominator ?? 0 },
        },
      ]),
    );
  }

  /** Communes whose teams came from others by a reform: no report of the month counts exactly the teams of today. */
  private async byTeam(looked: Looked, teams: readonly QuietTeam[], moved: MovedTeams): Promise<Map<string, Activity>> {
    if (moved.communeIds.size === 0) return new Map();
    return sumsOf(
      teams.filter(({ communeId }) => moved.communeIds.has(communeId)),
      await this.activeTeamsOf(looked, [...moved.communeIds], moved),
      ({ communeId }) => communeId,
    );
  }

  private async byHamlet(looked: Looked, listed: Promise<readonly QuietTeam[]>): Promise<Map<string, Activity>> {
    const teams = await listed;
    const active = await this.activeTeamsOf(looked, looked.communeIds, await this.queries.movedTeams(looked, teams));
    return sumsOf(teams, active, ({ unitId }) => unitId);
  }

  /** Includes the communes that reported some of the teams before a reform. */
  private activeTeamsOf(
    { month, rule }: Looked,
    communeIds: readonly string[],
    { from }: MovedTeams,
  ): Promise<ActiveTeams> {
    return this.activeTeams.of([...new Set([...from, ...communeIds])], month, rule);
  }
}

function sumsOf(
  teams: readonly LoadTeamRow[],
  { now, before }: ActiveTeams,
  partOf: (team: LoadTeamRow) => string,
): Map<string, Activity> {
  const sums = new Map<string, Activity>();
  for (const team of teams) {
    const sum = sums.get(partOf(team)) ?? { active: 0, teams: 0, before: { active: 0, teams: 0 } };
    sum.teams += 1;
    sum.before.teams += 1;
    if (now.has(team.id)) sum.active += 1;
    if (before.has(team.id)) sum.before.active += 1;
    sums.set(partOf(team), sum);
  }
  return sums;
}

/** Silence by part: how many teams. */
export function silentByPart({ unit }: Looked, teams: readonly QuietTeam[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const team of teams.filter(({ silent }) => silent)) {
    const part = unit.kind === 'commune' ? team.unitId : team.communeId;
    sums.set(part, (sums.get(part) ?? 0) + 1);
  }
  return sums;
}
