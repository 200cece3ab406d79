import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { openReportStates, type SignableFormat } from '#contracts/report-states';
import type { SignatureFact, SignatureState } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { FileStore } from '#platform/files';
import { ReportDesk } from '../report-desk.ts';
import { paperErrors } from '../reporting.errors.ts';
import { ReportPeople } from '../reports/report-people.ts';
import { PrintReport } from './print-report.ts';
import type { PrintedFile } from './printed-file.ts';

export type SigningView = RouteAnswer<typeof routes.exportForSigning>;

export interface ExportRow {
  id: string;
  version: number;
  format: SignableFormat;
  exported_hash: string;
  exported_by: string;
  exported_at: Date;
}
export interface ReturnRow {
  id: string;
  export_id: string;
  hash: string;
  taken_by: string;
  taken_at: Date;
  state: SignatureState;
  added_after: boolean;
  signatures: SignatureFact[];
  aside_by: string | null;
  aside_at: Date | null;
  aside_reason: string | null;
}
const columns = 'id, version, format, exported_hash, exported_by, exported_at';

/** What was handed out to the agency's own signing tool, and what came back. All of it is kept. */
@Injectable()
export class Signing {
  constructor(
    private readonly database: Database,
    private readonly desk: ReportDesk,
    private readonly printing: PrintReport,
    private readonly files: FileStore,
    private readonly people: ReportPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.notSent */
  async hand(actor: Actor, reportId: string, input: RouteBody<typeof routes.exportForSigning>): Promise<SigningView> {
    const report = await this.desk.open(actor, reportId, 'report.write');
    if (openReportStates.includes(report.state)) throw paperErrors.notSent();
    const { file } = await this.printing.print(actor, report, input);
    const hash = await this.files.put(file);
    const id = v7();
    await this.database.rows(
      'insert into signed_files (id, report_id, version, format, exported_hash, exported_by, exported_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, reportId, report.version, input.format, hash, actor.personId, this.clock.now()],
    );
    return this.view(reportId, id);
  }

  async list(actor: Actor, reportId: string): Promise<SigningView[]> {
    await this.desk.open(actor, reportId, 'report.read');
    const rows = await this.database.rows<ExportRow>(
      `select ${columns} from signed_files where report_id = $1 order by exported_at desc, id desc`,
      [reportId],
    );
    return this.views(rows);
  }

  /** @throws papers.exportUnknown, papers.fileGone */
  async exported(actor: Actor, reportId: string, exportId: string): Promise<PrintedFile> {
    await this.desk.open(actor, reportId, 'report.read');
    const row = await this.row(reportId, exportId);
    const name = `Báo cáo để ký số - bản ${row.version}`;
    return { file: await this.kept(row.exported_hash), format: row.format, name };
  }

  /** @param fileId an earlier one; what counts when absent @throws papers.exportUnknown, papers.fileGone, papers.notSignedYet */
  async signed(actor: Actor, reportId: string, exportId: string, fileId: string | undefined): Promise<PrintedFile> {
    await this.desk.open(actor, reportId, 'report.read');
    const row = await this.row(reportId, exportId);
    const returns = await this.returns([exportId]);
    const found = returns.find(({ id, aside_at }) => (fileId ? id === fileId : aside_at === null));
    if (!found) throw paperErrors.notSignedYet();
    const name = found.state === 'unchecked' ? 'Báo cáo ký số, chưa kiểm được chữ ký' : 'Báo cáo đã ký số';
    const mark = found.aside_at ? ' (đã thay)' : '';
    return { file: await this.kept(found.hash), format: row.format, name: `${name}${mark} - bản ${row.version}` };
  }

  /** @throws papers.exportUnknown */
  async row(reportId: string, exportId: string): Promise<ExportRow> {
    const row = await this.database.one<ExportRow>(
      `select ${columns} from signed_files where id = $1 and report_id = $2`,
      [exportId, reportId],
    );
    if (!row) throw paperErrors.exportUnknown();
    return row;
  }

  /** @throws papers.fileGone */
  async kept(hash: string): Promise<Buffer> {
    const file = await this.files.get(hash);
    if (!file) throw paperErrors.fileGone();
    return file;
  }

  async view(reportId: string, exportId: string): Promise<SigningView> {
    const [view] = await this.views([await this.row(reportId, exportId)]);
    return view as SigningView;
  }

  private returns(exportIds: readonly string[]): Promise<ReturnRow[]> {
    return this.database.rows<ReturnRow>(
      `select id, export_id, hash, taken_by, taken_at, state, added_after, signatures, aside_by, aside_at, aside_reason
         from signed_returns where export_id = any($1) order by taken_at desc, id desc`,
      [exportIds],
    );
  }

  private async views(rows: readonly ExportRow[]): Promise<SigningView[]> {
    const returns = await this.returns(rows.map(({ id }) => id));
    const person = await this.people.people([
      ...rows.map((row) => row.exported_by),
      ...returns.flatMap((row) => [row.taken_by, row.aside_by]),
    ]);
    const shown = ({ id, hash, taken_by, taken_at, state, added_after, signatures }: ReturnRow) => ({
      id,
      hash,
      by: person(taken_by),
      at: taken_at.toISOString(),
      check: { state, addedAfter: added_after, signatures },
    });
    return rows.map((row) => {
      const own = returns.filter(({ export_id }) => export_id === row.id);
      const current = own.find(({ aside_at }) => aside_at === null);
      return {
        id: row.id,
        version: row.version,
        format: row.format,
        hash: row.exported_hash,
        exportedBy: person(row.exported_by),
        exportedAt: row.exported_at.toISOString(),
        signed: current ? shown(current) : null,
        earlier: own.flatMap((one) =>
          one.aside_by && one.aside_at && one.aside_reason !== null
            ? [
                {
                  ...shown(one),
                  setAside: { by: person(one.aside_by), at: one.aside_at.toISOString(), reason: one.aside_reason },
                },
              ]
            : [],
        ),
      };
    });
  }
}
