import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { RetentionRegistry } from '#platform/retention';

/** The log goes as the trail of events does, an act after the looks that it is of; the table refuses any other way. */
@Injectable()
export class KeptActs implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keep('acts', {
      due: ({ before, most }) =>
        sql`select a.at, is_held('keepLog', a.person_id, a.unit_id) as held from access_acts a
          where a.kind in ('look', 'export', 'sign_in', 'refused') and a.at < ${before} limit ${most}`,
      erase: ({ before, most }) => sql`select forget_old_acts(${before}, ${most}::int) as gone`,
    });
  }
}
