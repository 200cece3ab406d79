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
      const missing = versions.filter(({ code, from }) => !known.has(`${code} ${from}`));
      if (missing.length > 0) await this.insert(tx, missing);
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

  /** Each holds until the next one of its code, and ends the one before it; one by one each took two statements. */
  private async insert(tx: Tx, versions: readonly TemplateVersion[]): Promise<void> {
    const missing = sql`jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as m(code text, title text, "titleEn" text, section text,
      pillar text, indicators text[], evidence text[], suggestion text, guide text[], "from" date)`;
    await execute(
      tx,
      sql`update task_templates t set validity = daterange(lower(t.validity), n.starts)
         from (select h.code, h.validity, min(m."from") as starts from ${missing} join task_templates h
                  on h.code = m.code and h.validity @> m."from" and lower(h.validity) < m."from" group by 1, 2) n
        where t.code = n.code and t.validity = n.validity`,
    );
    await execute(
      tx,
      sql`insert into task_templates (code, title, title_en, section, pillar, indicators, evidence, suggestion, guide, validity)
       select m.code, m.title, m."titleEn", m.section, m.pillar, m.indicators, m.evidence, m.suggestion, m.guide,
              daterange(m."from", least(lead(m."from") over (partition by m.code order by m."from"), h.starts))
         from ${missing} cross join lateral (
              select min(lower(validity)) as starts from task_templates where code = m.code and lower(validity) > m."from") h`,
    );
  }
}
