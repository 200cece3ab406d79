import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type ReportData, reportColumns, reportTables } from './report.rows.ts';

export type ReportInfo = Pick<
  ReportData,
  | 'id'
  | 'unit_id'
  | 'unit_kind'
  | 'kind'
  | 'title'
  | 'month'
  | 'starts_on'
  | 'ends_on'
  | 'due_on'
  | 'receiver_id'
  | 'state'
  | 'version'
  | 'exception_until'
>;

/** What other modules may ask of reporting. */
@Injectable()
export class ReportingApi {
  constructor(private readonly database: Database) {}

  report(id: string): Promise<ReportInfo | undefined> {
    return this.database.one<ReportData>(`select ${reportColumns} from ${reportTables} where r.id = $1`, [id]);
  }

  /** The note and the cells of a returned version. */
  async returned(reportId: string, version: number): Promise<{ note: string | null; cells: string[] } | undefined> {
    return this.database.one(
      `select v.decision_note as note, array(select c.cell from report_comments c where c.report_id = v.report_id and c.version = v.version order by c.at, c.id) as cells
         from report_versions v where v.report_id = $1 and v.version = $2`,
      [reportId, version],
    );
  }
}
