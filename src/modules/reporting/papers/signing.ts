import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { openReportStates, type SignableFormat } from '#contracts/report-states';
import { judgeSigned } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { FileStore } from '#platform/files';
import { ReportDesk } from '../report-desk.ts';
import { paperErrors } from '../reporting.errors.ts';
import { ReportPeople } from '../reports/report-people.ts';
import { PrintReport } from './print-report.ts';
import type { PrintedFile } from './printed-file.ts';

type View = RouteAnswer<typeof routes.exportForSigning>;

interface ExportRow {
  id: string;
  version: number;
  format: SignableFormat;
  exported_hash: string;
  exported_by: string;
  exported_at: Date;
  signed_hash: string | null;
  signed_by: string | null;
  signed_at: Date | null;
}
const columns = 'id, version, format, exported_hash, exported_by, exported_at, signed_hash, signed_by, signed_at';

/** The way to the agency's own signing tool and back. Both files are kept; the signed one has to be the exported one. */
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
  async hand(actor: Actor, reportId: string, input: RouteBody<typeof routes.exportForSigning>): Promise<View> {
    const report = await this.desk.open(actor, reportId, 'report.write');
    if (openReportStates.includes(report.state)) throw paperErrors.notSent();
    const { file } = await this.printing.print(actor, report, input);
    const hash = await this.files.put(file);
    const id = v7();
    await this.database.rows(
      'insert into signed_files (id, report_id, version, format, exported_hash, exported_by, exported_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, reportId, report.version, input.format, hash, actor.personId, this.clock.now()],
    );
    return this.view(await this.row(reportId, id));
  }

  async list(actor: Actor, reportId: string): Promise<View[]> {
    await this.desk.open(actor, reportId, 'report.read');
    const rows = await this.database.rows<ExportRow>(
      `select ${columns} from signed_files where report_id = $1 order by exported_at desc, id desc`,
      [reportId],
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** @throws papers.exportUnknown, papers.fileGone, papers.notSignedYet */
  async file(actor: Actor, reportId: string, exportId: string, which: 'exported' | 'signed'): Promise<PrintedFile> {
    await this.desk.open(actor, reportId, 'report.read');
    const row = await this.row(reportId, exportId);
    const hash = which === 'exported' ? row.exported_hash : row.signed_hash;
    if (hash === null) throw paperErrors.notSignedYet();
    const name = which === 'exported' ? 'Báo cáo để ký số' : 'Báo cáo đã ký số';
    return { file: await this.kept(hash), format: row.format, name: `${name} - bản ${row.version}` };
  }

  /** @throws papers.exportUnknown, papers.alreadySigned, papers.notTheExported, papers.signatureMissing */
  async take(actor: Actor, reportId: string, exportId: string, back: Buffer): Promise<View> {
    await this.desk.open(actor, reportId, 'report.write');
    const row = await this.row(reportId, exportId);
    if (row.signed_hash) throw paperErrors.alreadySigned();
    const verdict = await judgeSigned(row.format, await this.kept(row.exported_hash), back);
    if (verdict === 'different') throw paperErrors.notTheExported();
    if (verdict === 'notSigned') throw paperErrors.signatureMissing();
    const hash = await this.files.put(back);
    const taken = await this.database.rows(
      'update signed_files set signed_hash = $2, signed_by = $3, signed_at = $4 where id = $1 and signed_hash is null returning id',
      [exportId, hash, actor.personId, this.clock.now()],
    );
    if (taken.length === 0) throw paperErrors.alreadySigned();
    return this.view(await this.row(reportId, exportId));
  }

  private async row(reportId: string, exportId: string): Promise<ExportRow> {
    const row = await this.database.one<ExportRow>(
      `select ${columns} from signed_files where id = $1 and report_id = $2`,
      [exportId, reportId],
    );
    if (!row) throw paperErrors.exportUnknown();
    return row;
  }

  private async kept(hash: string): Promise<Buffer> {
    const file = await this.files.get(hash);
    if (!file) throw paperErrors.fileGone();
    return file;
  }

  private async view(row: ExportRow): Promise<View> {
    const person = await this.people.people([row.exported_by, row.signed_by]);
    const { signed_hash: hash, signed_by: by, signed_at: at } = row;
    return {
      id: row.id,
      version: row.version,
      format: row.format,
      hash: row.exported_hash,
      exportedBy: person(row.exported_by),
      exportedAt: row.exported_at.toISOString(),
      signed: hash && by && at ? { hash, by: person(by), at: at.toISOString() } : null,
    };
  }
}
