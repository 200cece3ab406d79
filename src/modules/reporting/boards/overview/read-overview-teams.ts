import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { WorkBelowQueries } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { reportErrors } from '../../reporting.errors.ts';
import { OverviewActivity, type QuietTeam } from './overview-activity.ts';
import { type Looked, OverviewPlace, workSpan } from './overview-place.ts';

type Page = RouteAnswer<typeof routes.overviewTeams>;
type Query = RouteQuery<typeof routes.overviewTeams>;
type Row = QuietTeam & { place: string; lateTasks: number };
type Key = [place: string, name: string, id: string];

const pages = pagesOf('overview-teams', z.tuple([z.string(), z.string(), z.uuid()]));
const keyOf = ({ place, name, id }: Row): Key => [place, name, id];
const compare = (a: Key, b: Key): number =>
  comparePlaces(a[0], b[0]) || comparePlaces(a[1], b[1]) || (a[2] === b[2] ? 0 : a[2] > b[2] ? 1 : -1);

/** The teams behind a figure of the overview, by the names of their communes. */
@Injectable()
export class ReadOverviewTeams {
  constructor(
    private readonly place: OverviewPlace,
    private readonly activity: OverviewActivity,
    private readonly work: WorkBelowQueries,
  ) {}

  async execute(actor: Actor, unitId: string, query: Query): Promise<Page> {
    const looked = await this.place.of(actor, unitId, query);
    if (looked.unit.kind === 'country') throw reportErrors.listByProvince();
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const units = new Map([looked.unit, ...looked.parts].map((unit) => [unit.id, unit]));
    const all = (await this.chosen(looked, query.what)).flatMap((row): Row[] => {
      const unit = units.get(row.communeId);
      return unit ? [{ ...row, place: unit.fullName }] : [];
    });
    const sorted = all.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
    const coming = after ? sorted.filter((row) => compare(keyOf(row), after) > 0) : sorted;
    const { items, nextCursor } = pages.cut(asked, coming.slice(0, query.limit + 1), keyOf);
    return {
      items: items.map(({ id, name, communeId, quietDays, lateTasks }) => ({
        id,
        name,
        unit: units.get(communeId) ?? looked.unit,
        quietDays,
        lateTasks,
      })),
      total: all.length,
      nextCursor,
    };
  }

  private async chosen(looked: Looked, what: Query['what']): Promise<(QuietTeam & { lateTasks: number })[]> {
    const ids = looked.parts.map(({ id }) => id);
    const [teams, late] = await Promise.all([this.activity.teams(looked), this.work.lateByTeam(ids, workSpan(looked))]);
    const withLate = (team: QuietTeam) => ({ ...team, lateTasks: late.get(team.id) ?? 0 });
    if (what === 'silent') return teams.filter(({ silent }) => silent).map(withLate);
    if (what === 'late') return teams.map(withLate).filter(({ lateTasks }) => lateTasks > 0);
    return (await this.activity.inactive(looked, teams)).map(withLate);
  }
}
