import { Injectable } from '@nestjs/common';
import { dateInVietnam } from '#i18n';
import { Database, sql } from '#platform/database';
import type { ReportData } from './report.rows.ts';
import { ReportPeople } from './report-people.ts';
import { DocumentSettingsStore } from './document-settings-store.ts';
import type { PaperFacts } from './report-document.types.ts';
import { SubUnitQueries } from './sub-unit.queries.ts';

/**
 * The facts of a report's paper at an instant. A version keeps them when it is sent: a reform that is entered later names
 * units and receivers otherwise, also for days that have passed.
 */
@Injectable()
export class ReadPaperFacts {
  constructor(
    private readonly database: Database,
    private readonly people: ReportPeople,
    private readonly settings: DocumentSettingsStore,
    private readonly below: SubUnitQueries,
  ) {}

  async of(report: ReportData, at: Date): Promise<PaperFacts> {
    const [units, office, typed, below] = await Promise.all([
      this.people.units([report.unitId, ...(report.receiverId ? [report.receiverId] : [])], report.standsOn),
      this.settings.of(report.unitId, dateInVietnam(at)),
      this.database.rows<{ code: string; source: string }>(
        sql`select code, source from typed_figures where unit_id = ${report.unitId} and month = ${`${report.month}-01`}`,
      ),
      report.unitKind === 'commune' ? null : this.below.statuses(report, at),
    ]);
    const { symbol, capacity, signerPost, signer, place, recipients, drafter } = office;
    const unit = units.get(report.unitId);
    return {
      unit: { name: unit?.name ?? '', fullName: unit?.fullName ?? '' },
      receiver: units.get(report.receiverId ?? '')?.fullName ?? null,
      office: { symbol, capacity, signerPost, signer, place, recipients, ...(drafter !== undefined && { drafter }) },
      sources: Object.fromEntries(typed.map(({ code, source }) => [code, source])),
      units: below,
    };
  }
}
