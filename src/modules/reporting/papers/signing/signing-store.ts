import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { documentErrors } from '../../reporting.errors.ts';
import { ReportPeople } from '../../reports/report/report-people.ts';
import { PrintReport } from '../documents/print-report.ts';
import type { PrintedFile } from '../documents/printed-file.ts';
import { SignedFile, type SignedReturn } from './signed-file.entity.ts';

export type SigningView = RouteAnswer<typeof routes.exportForSigning>;

export type ExportRow = Pick<SignedFile, 'id' | 'version' | 'format' | 'exportedHash' | 'exportedBy' | 'exportedAt'>;
export type ReturnRow = SignedReturn;
const columns = sql`id, version, format, exported_hash as "exportedHash", exported_by as "exportedBy", exported_at as "exportedAt"`;

/** What was handed out to the agency's own signing tool, and what came back. All of it is kept. */
@Injectable()
export class SigningStore {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly printing: PrintReport,
    private readonly files: FileStore,
    private readonly people: ReportPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.notSent */
  async hand(actor: Actor, reportId: string, input: RouteBody<typeof routes.exportForSigning>): Promise<SigningView> {
    const report = await this.access.open(actor, reportId, 'report.write');
    if (openReportStates.includes(report.state)) throw documentErrors.notSent();
    const { file } = await this.printing.print(actor, report, input);
    const hash = await this.files.put(file);
    const id = v7();
    await this.database.manager.insert(SignedFile, {
      id,
      reportId,
      version: report.version,
      format: input.format,
      exportedHash: hash,
      exportedBy: actor.personId,
      exportedAt: this.clock.now(),
    });
    return this.view(reportId, id);
  }

  async list(actor: Actor, reportId: string): Promise<SigningView[]> {
    await this.access.open(actor, reportId, 'report.read');
    const rows = await this.database.rows<ExportRow>(
      sql`select ${columns} from signed_files where report_id = ${reportId} order by exported_at desc, id desc`,
    );
    return this.views(rows);
  }

  /** @throws papers.exportUnknown, papers.fileGone */
  async exported(actor: Actor, reportId: string, exportId: string): Promise<PrintedFile> {
    await this.access.open(actor, reportId, 'report.read');
    const row = await this.row(reportId, exportId);
    const name = `Báo cáo để ký số - bản ${row.version}`;
    return { file: await this.kept(row.exportedHash), format: row.format, name };
  }

  /** @param fileId an earlier one; what counts when absent @throws papers.exportUnknown, papers.fileGone, papers.notSignedYet */
  async signed(actor: Actor, reportId: string, exportId: string, fileId: string | undefined): Promise<PrintedFile> {
    await this.access.open(actor, reportId, 'report.read');
    const row = await this.row(reportId, exportId);
    const returns = await this.returns([exportId]);
    const found = returns.find(({ id, asideAt }) => (fileId ? id === fileId : asideAt === null));
    if (!found) throw documentErrors.notSignedYet();
    const name = found.state === 'unchecked' ? 'Báo cáo ký số, chưa kiểm được chữ ký' : 'Báo cáo đã ký số';
    const mark = found.asideAt ? ' (đã thay)' : '';
    return { file: await this.kept(found.hash), format: row.format, name: `${name}${mark} - bản ${row.version}` };
  }

  /** @throws papers.exportUnknown */
  async row(reportId: string, exportId: string): Promise<ExportRow> {
    const row = await this.database.one<ExportRow>(
      sql`select ${columns} from signed_files where id = ${exportId} and report_id = ${reportId}`,
    );
    if (!row) throw documentErrors.exportUnknown();
    return row;
  }

  /** @throws papers.fileGone */
  async kept(hash: string): Promise<Buffer> {
    const file = await this.files.get(hash);
    if (!file) throw documentErrors.fileGone();
    return file;
  }

  async view(reportId: string, exportId: string): Promise<SigningView> {
    const [view] = await this.views([await this.row(reportId, exportId)]);
    return view as SigningView;
  }

  private returns(exportIds: readonly string[]): Promise<ReturnRow[]> {
    return this.database.rows<ReturnRow>(
      sql`select id, export_id as "exportId", hash, taken_by as "takenBy", taken_at as "takenAt", state, added_after as "addedAfter",
        signatures, aside_by as "asideBy", aside_at as "asideAt", aside_reason as "asideReason"
         from signed_returns where export_id = any(${exportIds}) order by taken_at desc, id desc`,
    );
  }

  private async views(rows: readonly ExportRow[]): Promise<SigningView[]> {
    const returns = await this.returns(rows.map(({ id }) => id));
    const person = await this.people.people([
      ...rows.map((row) => row.exportedBy),
      ...returns.flatMap((row) => [row.takenBy, row.asideBy]),
    ]);
    const shown = ({ id, hash, takenBy, takenAt, state, addedAfter, signatures }: ReturnRow) => ({
      id,
      hash,
      by: person(takenBy),
      at: takenAt.toISOString(),
      check: { state, addedAfter, signatures },
    });
    return rows.map((row) => {
      const own = returns.filter(({ exportId }) => exportId === row.id);
      const current = own.find(({ asideAt }) => asideAt === null);
      return {
        id: row.id,
        version: row.version,
        format: row.format,
        hash: row.exportedHash,
        exportedBy: person(row.exportedBy),
        exportedAt: row.exportedAt.toISOString(),
        signed: current ? shown(current) : null,
        earlier: own.flatMap((one) =>
          one.asideBy && one.asideAt && one.asideReason !== null
            ? [
                {
                  ...shown(one),
                  setAside: { by: person(one.asideBy), at: one.asideAt.toISOString(), reason: one.asideReason },
                },
              ]
            : [],
        ),
      };
    });
  }
}
