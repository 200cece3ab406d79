import { Injectable } from '@nestjs/common';
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import type { PrintedFile } from './printed-file.ts';

export interface Kept {
  format: DocumentFormat;
  hash: string;
  name: string;
}

/** Files of sent versions as they were printed then. */
@Injectable()
export class KeptPapers {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  rows(reportId: string, version: number): Promise<Kept[]> {
    return this.database.rows<Kept>(
      sql`select format, hash, name from report_archive where report_id = ${reportId} and version = ${version}`,
    );
  }

  /** Undefined where it is not kept, or its file is gone. */
  async one(reportId: string, version: number, format: DocumentFormat): Promise<PrintedFile | undefined> {
    const row = (await this.rows(reportId, version)).find((one) => one.format === format);
    const file = row && (await this.files.get(row.hash));
    return row && file && { file, format: row.format, name: row.name };
  }

  async keep(reportId: string, version: number, { file, format, name }: PrintedFile): Promise<void> {
    const hash = await this.files.put(file);
    await this.database.rows(
      sql`insert into report_archive (report_id, version, format, hash, name, kept_at)
        values (${reportId}, ${version}, ${format}, ${hash}, ${name}, ${this.clock.now()})
       on conflict (report_id, version, format) do nothing`,
    );
  }
}
