import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { standingOf } from '#contracts/reporting/report-standing';
import { comparePlaces } from '#i18n/fold';
import { ReportPeople } from '../../reports/report/report-people.ts';
import { ObligationQueries, type OwedReport } from '../standing/obligation.queries.ts';
import type { Looked } from './overview-place.ts';
import { OverviewQueries } from '../standing/overview.queries.ts';
import { likelyLate } from '../standing/report-punctuality.ts';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];

export interface PlaceReports {
  /** Of each commune that is looked at, as far as it owes one. */
  of: (communeId: string) => Part['report'];
  counts: View['reports'];
  /** The day by which the last of them is due: holidays move it. */
  dueOn: string | undefined;
  warnings: Pick<View['warnings'], 'likelyLate' | 'lateBefore' | 'missing'>;
}

/** A country can have thousands of overdue reports: the answer names the latest, `counts` has all. */
const NAMED_OF_COUNTRY = 50;

/** How the reports of a place stand: of all communes that owe one, as every screen counts them, and of each. Hamlets owe none. */
@Injectable()
export class OverviewReports {
  constructor(
    private readonly queries: OverviewQueries,
    private readonly obligations: ObligationQueries,
    private readonly people: ReportPeople,
  ) {}

  async of(looked: Looked): Promise<PlaceReports> {
    const { unit, month, windows, today } = looked;
    if (unit.kind === 'commune')
      return {
        of: () => null,
        counts: null,
        dueOn: undefined,
        warnings: { likelyLate: [], lateBefore: [], missing: [] },
      };
    const owed = await this.obligations.below(unit.id, [windows.period]);
    const byUnit = new Map(owed.map((report) => [report.unitId, report]));
    const late = looked.isCurrent ? await this.likely(looked) : [];
    return {
      of: (communeId) => {
        const report = byUnit.get(communeId);
        return report ? standingOf(report, today) : null;
      },
      counts: this.obligations.counts(owed, month),
      dueOn: owed
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1),
      warnings: {
        likelyLate: late.map(({ unitId }) => unitId),
        lateBefore: late,
        missing: looked.isCurrent ? await this.missing(owed, looked) : [],
      },
    };
  }

  private async likely({ communeIds, month, today, attentionOf }: Looked): Promise<View['warnings']['lateBefore']> {
    const longest = Math.max(0, ...communeIds.map((id) => attentionOf(id).lateMonths));
    const byUnit = new Map<string, OwedReport[]>();
    for (const row of await this.queries.reports(communeIds, month, longest))
      byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row]);
    return [...byUnit].flatMap(([unitId, reports]) => {
      const past = likelyLate(reports, month, today, attentionOf(unitId));
      return past ? [{ unitId, ...past }] : [];
    });
  }

  /** The latest first. */
  private async missing(owed: readonly OwedReport[], { unit, windows, today }: Looked) {
    const late = owed.map((report) => ({ id: report.unitId, ...standingOf(report, today) }));
    const missing = late.filter(({ status }) => status === 'missing');
    const units = await this.people.units(
      missing.map(({ id }) => id),
      windows.period.endsOn,
    );
    return missing
      .flatMap(({ id, daysLate }) => {
        const unit = units.get(id);
        return unit ? [{ unit, daysLate }] : [];
      })
      .toSorted((a, b) => b.daysLate - a.daysLate || comparePlaces(a.unit.fullName, b.unit.fullName))
      .slice(0, unit.kind === 'country' ? NAMED_OF_COUNTRY : undefined);
  }
}
