import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '#platform/database';
import type { TemplateVersion } from './template-version.ts';
import { templates } from './templates.ts';

const LOAD_LOCK = 7_420_003;

/**
 * Brings the table of templates up to the catalogue's file at start: one process does it, the others wait and find it
 * done. A version that is there stays as it is, so that old orders keep the words that they were given with.
 */
@Injectable()
export class LoadCatalogue implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.load(templates);
  }

  /** Gives the number of versions that were new. */
  load(versions: readonly TemplateVersion[]): Promise<number> {
    return this.database.tx(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      const there = await rowsOf<{ code: string; from: string }>(
        tx,
        'select code, lower(validity)::text as from from task_templates',
      );
      const known = new Set(there.map(({ code, from }) => `${code} ${from}`));
      const missing = versions
        .filter(({ code, from }) => !known.has(`${code} ${from}`))
        .toSorted((a, b) => a.from.localeCompare(b.from));
      for (const version of missing) await this.insert(tx, version);
      return missing.length;
    });
  }

  private async insert(tx: Tx, version: TemplateVersion): Promise<void> {
    await tx.query(
      `update task_templates set validity = daterange(lower(validity), $2::date) where code = $1 and validity @> $2::date and lower(validity) < $2::date`,
      [version.code, version.from],
    );
    await tx.query(
      `insert into task_templates (code, title, title_en, section, pillar, indicators, evidence, suggestion, guide, validity)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10::date, (select min(lower(validity)) from task_templates where code = $1 and lower(validity) > $10::date))`,
      [
        version.code,
        version.title,
        version.titleEn,
        version.section,
        version.pillar,
        version.indicators,
        version.evidence,
        version.suggestion,
        version.guide,
        version.from,
      ],
    );
  }
}
