import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { NamedFiles } from '#platform/files';
import { oldRows, RetentionRegistry } from '#platform/retention';

/** Lists with numbers go; reports and their papers are records of work and stay. */
@Injectable()
export class ReportingKeptRecords implements OnModuleInit {
  constructor(
    private readonly registry: RetentionRegistry,
    private readonly named: NamedFiles,
  ) {}

  onModuleInit(): void {
    this.registry.keep(
      'lists',
      oldRows({
        table: sql`list_jobs`,
        at: sql`r.asked_at`,
        held: sql`is_held('keepLists', r.asked_by, r.unit_id)`,
      }),
    );
    this.named.namedBy(
      (hashes) => sql`select hash from report_archive where hash = any(${hashes})`,
      (hashes) => sql`select exported_hash as hash from signed_files where exported_hash = any(${hashes})`,
      (hashes) => sql`select hash from signed_returns where hash = any(${hashes})`,
    );
  }
}
