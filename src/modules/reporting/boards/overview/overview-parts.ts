import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import type { RouteAnswer, routes } from '#contracts';
import { type WorkBelow, WorkBelowQueries } from '#modules/tasks';
import { type Activity, OverviewActivity, silentByPart } from './overview-activity.ts';
import { OverviewOfficers } from './overview-officers.ts';
import { type Looked, OverviewPlace, workSpan } from './overview-place.ts';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];
export type PartFigures = Omit<Part, 'report'>;

/** Of the parts, apart from their reports. */
interface Known {
  activity: ReadonlyMap<string, Activity>;
  silent: ReadonlyMap<string, number>;
  works: ReadonlyMap<string, Omit<WorkBelow, 'unitId'>>;
  officers: Awaited<ReturnType<OverviewOfficers['of']>>;
}

const noWork: Omit<WorkBelow, 'unitId'> = { due: 0, inTime: 0, waiting: 0, difficulties: 0, lateDifficulties: 0 };
const noActivity = { active: 0, teams: 0, before: { active: 0, teams: 0 } };
/** Of another day nobody knows today who was silent or what waited then. */
const notToday = { silent: null, waiting: null, difficulties: null, lateDifficulties: null, vacant: null };
/** Provinces of a country that are read at the same time: each asks several connections at once. */
const PROVINCES_AT_ONCE = 2;
/** A country is summed from thousands of communes: its figures are up to this old, and a second reader waits for the first. */
const COUNTRY_FOR_MS = 5 * 60_000;
const COUNTRY_SUMS = 24;

export interface OverviewPartFigures {
  parts: PartFigures[];
  vacant: View['warnings']['vacant'];
}

/** The parts of a unit with their figures: a country by provinces, a province or district by communes, a commune by hamlets. */
@Injectable()
export class OverviewParts {
  private readonly countries = new Map<string, { parts: Promise<PartFigures[]>; at: number }>();

  constructor(
    private readonly place: OverviewPlace,
    private readonly activity: OverviewActivity,
    private readonly work: WorkBelowQueries,
    private readonly officers: OverviewOfficers,
  ) {}

  async of(looked: Looked): Promise<OverviewPartFigures> {
    if (looked.unit.kind === 'country') return { parts: await this.country(looked), vacant: [] };
    const known = await this.known(looked);
    return { parts: partsOf(looked, known), vacant: known.officers.vacant };
  }

  private country(looked: Looked): Promise<PartFigures[]> {
    const key = [looked.unit.id, looked.month, looked.at, looked.isCurrent].join();
    const now = performance.now();
    const held = this.countries.get(key);
    if (held && now - held.at < COUNTRY_FOR_MS) return held.parts;
    const parts = this.provinces(looked);
    this.countries.delete(key);
    this.countries.set(key, { parts, at: now });
    for (const oldest of this.countries.keys()) if (this.countries.size > COUNTRY_SUMS) this.countries.delete(oldest);
    parts.catch(() => this.countries.delete(key));
    return parts;
  }

  /** Each province has the sums of exactly what its own overview shows. */
  private async provinces(looked: Looked): Promise<PartFigures[]> {
    const atOnce = pLimit(PROVINCES_AT_ONCE);
    return Promise.all(
      looked.parts.map((unit) =>
        atOnce(async () => {
          const { parts } = await this.of(await this.place.within(looked, unit));
          return { ...sumOfParts(parts), unit, officer: null };
        }),
      ),
    );
  }

  private async known(looked: Looked): Promise<Known> {
    const teams = this.activity.teams(looked);
    const [activity, silent, work, officers] = await Promise.all([
      this.activity.byPart(looked, teams),
      teams.then((all) => silentByPart(looked, all)),
      this.work.of(
        looked.parts.map(({ id }) => id),
        workSpan(looked),
      ),
      this.officers.of(looked),
    ]);
    return { activity, silent, works: new Map(work.map(({ unitId, ...sums }) => [unitId, sums])), officers };
  }
}

function partsOf({ unit, parts, isCurrent }: Looked, known: Known): PartFigures[] {
  const vacant = new Set(known.officers.vacant.map(({ unitId }) => unitId));
  return parts.map(
    (part): PartFigures => ({
      unit: part,
      ...(known.activity.get(part.id) ?? noActivity),
      ...(known.works.get(part.id) ?? noWork),
      silent: known.silent.get(part.id) ?? 0,
      vacant: unit.kind === 'commune' ? null : Number(vacant.has(part.id)),
      officer: known.officers.of.get(part.id) ?? null,
      ...(!isCurrent && notToday),
    }),
  );
}

/** What is unknown for one part is unknown for the sum. */
function sumOfParts(parts: readonly PartFigures[]): Omit<PartFigures, 'unit' | 'officer'> {
  const sum = (of: (part: PartFigures) => number) => parts.reduce((total, part) => total + of(part), 0);
  const sumOfKnown = (of: (part: PartFigures) => number | null) =>
    parts.some((part) => of(part) === null) ? null : sum((part) => of(part) ?? 0);
  return {
    active: sum(({ active }) => active),
    teams: sum(({ teams }) => teams),
    before: { active: sum(({ before }) => before.active), teams: sum(({ before }) => before.teams) },
    due: sum(({ due }) => due),
    inTime: sum(({ inTime }) => inTime),
    silent: sumOfKnown(({ silent }) => silent),
    waiting: sumOfKnown(({ waiting }) => waiting),
    difficulties: sumOfKnown(({ difficulties }) => difficulties),
    lateDifficulties: sumOfKnown(({ lateDifficulties }) => lateDifficulties),
    vacant: sumOfKnown(({ vacant }) => vacant),
  };
}
