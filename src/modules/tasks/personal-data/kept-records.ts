import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { NamedFiles } from '#platform/files';
import { type KeptRecords, oldRows, RetentionRegistry } from '#platform/retention';

/** Drafts go; of a photo the bytes go, and that there was one stays with the result that it shows. */
@Injectable()
export class TasksKeptRecords implements OnModuleInit {
  constructor(
    private readonly registry: RetentionRegistry,
    private readonly named: NamedFiles,
  ) {}

  onModuleInit(): void {
    this.registry.keep(
      'drafts',
      oldRows({
        table: sql`assignment_drafts`,
        at: sql`r.saved_at`,
        held: sql`is_held('keepDrafts', r.saved_by, r.unit_id)`,
      }),
    );
    this.registry.keep('followUps', oldRows({ table: sql`follow_ups`, at: sql`r.ask_on::timestamptz` }));
    this.registry.keep('photos', photos);
    this.named.namedBy((hashes) => sql`select content_hash as hash from photos where content_hash = any(${hashes})`);
  }
}

const held = sql`is_held('keepPhotos', p.taken_by, coalesce(
  (select e.unit_id from progress_entries e where e.id = p.entry_id), (select d.unit_id from difficulties d where d.id = p.difficulty_id)))`;

const photos: KeptRecords = {
  due: ({ before, most }) =>
    sql`select p.stored_at as at, ${held} as held from photos p where p.stored_at < ${before} limit ${most}`,
  erase: ({ before, now, most }) =>
    sql`with gone as (
      update photos set content_hash = null, width = null, height = null, bytes = null, stored_at = null, erased_at = ${now}
       where id = any(array(select p.id from photos p where p.stored_at < ${before} and not ${held} limit ${most})) returning 1)
      select count(*)::int as gone from gone`,
};
