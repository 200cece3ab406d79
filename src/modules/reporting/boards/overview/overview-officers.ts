import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { ReportPeople } from '../../reports/report/report-people.ts';
import type { Looked } from './overview-place.ts';
import { OverviewQueries } from '../standing/overview.queries.ts';

type View = RouteAnswer<typeof routes.overview>;
type Officer = NonNullable<View['parts'][number]['officer']>;

/** Whom to ask in each commune, and which has nobody: of today, and so of no other day. */
@Injectable()
export class OverviewOfficers {
  constructor(
    private readonly queries: OverviewQueries,
    private readonly people: ReportPeople,
  ) {}

  async of({ unit, communeIds, today, isCurrent }: Looked): Promise<{ of: Map<string, Officer> } & Vacant> {
    if (unit.kind === 'commune' || !isCurrent) return { of: new Map(), vacant: [] };
    const ids = await this.queries.officers(communeIds, today);
    const person = await this.people.people([...ids.values()]);
    return {
      of: new Map([...ids].map(([unitId, personId]) => [unitId, person(personId)])),
      vacant: await this.queries.vacantSince(
        communeIds.filter((id) => !ids.has(id)),
        today,
      ),
    };
  }
}

type Vacant = Pick<View['warnings'], 'vacant'>;
