import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import { CommitteesApi, type LoadTeamRow } from '#modules/membership';
import { QuietDays } from '#modules/tasks';
import { ReadMonthFigures } from '../figures/month-figures.ts';
import type { Looked } from './overview-place.ts';
import { OverviewQueries } from './overview.queries.ts';

export interface Activity {
  active: number;
  teams: number;
  before: { active: number; teams: number };
}

export interface QuietTeam extends LoadTeamRow {
  quietDays: number;
  silent: boolean;
}

/** The teams of what is looked at: which recorded something, and for how long the others did not. */
@Injectable()
export class OverviewActivity {
  constructor(
    private readonly committees: CommitteesApi,
    private readonly quietDays: QuietDays,
    private readonly monthFigures: ReadMonthFigures,
    private readonly queries: OverviewQueries,
  ) {}

  /** Active teams by name, with how long nothing was recorded of them. */
  async teams({ communeIds, at, attentionOf }: Looked): Promise<QuietTeam[]> {
    const teams = await this.committees.teamsOf(communeIds, at);
    const days = await this.quietDays.of(teams);
    return teams.map((team) => {
      const quietDays = days.get(team.id) ?? 0;
      return { ...team, quietDays, silent: quietDays > attentionOf(team.communeId).silentDays };
    });
  }

  /** Of each part; of communes it is the figure that their reports give ("Tổ có hoạt động"). */
  async byPart(looked: Looked, teams: readonly LoadTeamRow[]): Promise<Map<string, Activity>> {
    return looked.unit.kind === 'commune' ? this.byHamlet(looked, teams) : this.byCommune(looked, teams);
  }

  /** Teams without anything confirmed in the month. */
  async inactive({ communeIds, month, rule }: Looked, teams: readonly QuietTeam[]): Promise<QuietTeam[]> {
    const { now } = await this.queries.activeTeams(communeIds, month, rule);
    return teams.filter(({ id }) => !now.has(id));
  }

  private async byCommune(
    { communeIds, month, rule }: Looked,
    teams: readonly LoadTeamRow[],
  ): Promise<Map<string, Activity>> {
    const { figures, sent } = await this.monthFigures.activityOf(communeIds, month, rule);
    // A commune that ends before the month does has none on its last day: what has not been sent counts those of the day.
    const ofDay = new Map<string, number>();
    for (const { communeId } of teams) ofDay.set(communeId, (ofDay.get(communeId) ?? 0) + 1);
    const standing = (id: string, { denominator }: Pair) => (sent.has(id) ? denominator : ofDay.get(id)) ?? 0;
    return new Map(
      [...figures].map(([id, { now, before }]) => [
        id,
        {
          active: now.numerator ?? 0,
          teams: standing(id, now),
          before: { active: before.numerator ?? 0, teams: before.denominator ?? 0 },
        },
      ]),
    );
  }

  private async byHamlet(
    { communeIds, month, rule }: Looked,
    teams: readonly LoadTeamRow[],
  ): Promise<Map<string, Activity>> {
    const { now, before } = await this.queries.activeTeams(communeIds, month, rule);
    const sums = new Map<string, Activity>();
    for (const { id, unitId } of teams) {
      const sum = sums.get(unitId) ?? { active: 0, teams: 0, before: { active: 0, teams: 0 } };
      sum.teams += 1;
      sum.before.teams += 1;
      if (now.has(id)) sum.active += 1;
      if (before.has(id)) sum.before.active += 1;
      sums.set(unitId, sum);
    }
    return sums;
  }
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
