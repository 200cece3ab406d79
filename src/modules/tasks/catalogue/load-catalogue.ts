import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
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
      await execute(tx, sql`select pg_advisory_xact_lock(${LOAD_LOCK})`);
      const there = await rowsOf<{ code: string; from: string }>(
        tx,
        sql`select code, lower(validity)::text as from from task_templates`,
      );
      const known = new Set(there.map(({ code, from }) => `${code} ${from}`));
      const missing = versions
        .filter(({ code, from }) => !known.has(`${code} ${from}`))
        .toSorted((a, b) => a.from.localeCompare(b.from));
      for (const version of missing) await this.insert(tx, version);
      for (const version of versions) await this.end(tx, version);
      return missing.length;
    });
  }

  /** Somebody may have ended it sooner. */
  private async end(tx: Tx, { code, from, until }: TemplateVersion): Promise<void> {
    if (!until) return;
    await execute(
      tx,
      sql`update task_templates set validity = daterange(lower(validity), ${until}::date) where code = ${code}
        and lower(validity) = ${from}::date and (upper_inf(validity) or upper(validity) > ${until}::date)`,
    );
  }

  private async insert(tx: Tx, version: TemplateVersion): Promise<void> {
    await execute(
      tx,
      sql`update task_templates set validity = daterange(lower(validity), ${version.from}::date) where code = ${version.code}
        and validity @> ${version.from}::date and lower(validity) < ${version.from}::date`,
    );
    await execute(
      tx,
      sql`insert into task_templates (code, title, title_en, section, pillar, indicators, evidence, suggestion, guide, validity)
       select ${version.code}, ${version.title}, ${version.titleEn}, ${version.section}, ${version.pillar},
         ${version.indicators}, ${version.evidence}, ${version.suggestion}, ${version.guide}, daterange(${version.from}::date,
           (select min(lower(validity)) from task_templates where code = ${version.code} and lower(validity) > ${version.from}::date))`,
    );
  }
}
