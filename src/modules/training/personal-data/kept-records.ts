import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { NamedFiles } from '#platform/files';
import { oldRows, RetentionRegistry } from '#platform/retention';

/** Photographed sheets have names and signatures on them; who was there stays as it was counted. */
@Injectable()
export class TrainingKeptRecords implements OnModuleInit {
  constructor(
    private readonly registry: RetentionRegistry,
    private readonly named: NamedFiles,
  ) {}

  onModuleInit(): void {
    const commune = sql`(select s.commune_id from training_sessions s where s.id = r.session_id)`;
    this.registry.keep(
      'sheetPhotos',
      oldRows({
        table: sql`sheet_photos`,
        at: sql`r.added_at`,
        held: sql`is_held('keepPhotos', r.added_by, ${commune})`,
      }),
    );
    this.named.namedBy(
      (hashes) => sql`select file as hash from sheet_photos where file = any(${hashes})`,
      (hashes) => sql`select proof_file as hash from training_credits where proof_file = any(${hashes})`,
    );
  }
}
