import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { RetentionRegistry } from '#platform/retention';

const held = sql`is_held('keepUploads', r.uploaded_by, r.unit_id)`;

/** An import that nobody confirmed goes on the day that was said when it came; of a confirmed one only the result is left. */
@Injectable()
export class KeptRosters implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keep('stagedRosters', {
      due: ({ now, most }) =>
        sql`select r.uploaded_at as at, ${held} as held from roster_imports r
          where r.status = 'staged' and r.expires_at <= ${now} limit ${most}`,
      erase: ({ now, most }) =>
        sql`with gone as (
          delete from roster_imports where id = any(array(
            select r.id from roster_imports r where r.status = 'staged' and r.expires_at <= ${now} and not ${held}
             limit ${most})) returning 1)
          select count(*)::int as gone from gone`,
    });
    this.registry.keep('rosterFiles', {
      due: ({ now, most }) =>
        sql`select r.uploaded_at as at, ${held} as held from roster_imports r
          where r.status = 'confirmed' and r.workbook is not null and r.expires_at <= ${now} limit ${most}`,
      erase: ({ now, most }) =>
        sql`with gone as (
          update roster_imports set workbook = null, reading = null, reading_of = null, choices = '{}' where id = any(array(
            select r.id from roster_imports r
             where r.status = 'confirmed' and r.workbook is not null and r.expires_at <= ${now} and not ${held}
             limit ${most})) returning 1)
          select count(*)::int as gone from gone`,
    });
  }
}
