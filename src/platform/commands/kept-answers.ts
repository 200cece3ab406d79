import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { oldRows, RetentionRegistry } from '#platform/retention';

/** The answer of a command is kept while a phone may ask for it again: a promise of the interface. */
@Injectable()
export class KeptAnswers implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keep('commands', oldRows({ table: sql`command_answers`, at: sql`r.started_at` }));
  }
}
