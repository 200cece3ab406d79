import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { oldRows, RetentionRegistry } from '#platform/retention';

/** A word that is over is needed for nothing but the days since its team was last heard. */
@Injectable()
export class KeptBusyWords implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keep('busyWords', oldRows({ table: sql`busy_words`, at: sql`r.until_on::timestamptz` }));
  }
}
