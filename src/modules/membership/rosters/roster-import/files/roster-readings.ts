/**
 * What was read of an import's file is stored with what it was read for: the commune's facts and the officer's choices.
 * A file is read again only when one of these has changed, and never on the server's own event loop.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { moduleBeside, type Workbook } from '#documents';
import { interpretUpload, KeepingTerms } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { encodingOfAnswer } from '../../roster/cells/encoding-names.ts';
import type { Choices } from '../../roster/findings.ts';
import type { Roster, RosterOptions } from '../../roster/roster.types.ts';
import type { RosterSummary, RosterTask } from './interpret-roster.ts';
import { RosterFile } from './roster-file.entity.ts';
import { RosterImport } from '../roster-import.entity.ts';
import { rosterErrors } from '../roster.errors.ts';

/** To be raised when the same file and choices come to mean something else, so that stored readings are made anew. */
const READER = 2;
const TRIES = 5;

export interface FreshReading {
  /** JSON, as it is stored. */
  workbook: string;
  roster: string;
  summary: RosterSummary;
}

/** What a reading depends on besides the file and the commune. */
export type Said = Pick<RosterImport, 'choices' | 'columns'>;

export type ReadImport = RosterImport & { reading: Roster; workbook: Workbook };

@Injectable()
export class RosterReadings {
  constructor(
    private readonly database: Database,
    private readonly terms: KeepingTerms,
  ) {}

  /** Until when a list that came then is kept. */
  keptUntil(from: Date): Promise<Date> {
    return this.terms.until('keepUploads', from);
  }

  /** @throws file.* with what is wrong with the file, 429 file.busy */
  async read(source: Buffer | Workbook, task: RosterTask): Promise<FreshReading> {
    const encoding = encodingOf(task.choices);
    const module = moduleBeside(import.meta.url, 'interpret-roster');
    const fields = await interpretUpload(source, { module, input: task }, encoding ? { encoding } : {});
    return {
      workbook: fields['workbook'] ?? 'null',
      roster: fields['roster'] ?? 'null',
      summary: JSON.parse(fields['summary'] ?? 'null') as RosterSummary,
    };
  }

  /** The import with a reading for its choices. @throws roster.erased, roster.notFound, 429 file.busy */
  async current(found: RosterImport, options: RosterOptions): Promise<ReadImport> {
    let row: RosterImport | null = found;
    for (let i = 0; i < TRIES && row; i++) {
      if (this.isCurrent(row, options)) return row;
      await this.replace(row, row, options);
      row = await this.database.manager.findOneBy(RosterImport, { id: found.id });
    }
    throw row ? rosterErrors.changedMeanwhile() : rosterErrors.notFound();
  }

  isCurrent(row: RosterImport, options: RosterOptions): row is ReadImport {
    if (!row.workbook) throw rosterErrors.erased();
    return row.reading !== null && row.readingOf === this.keyOf(row, options);
  }

  /** Names what a reading was made for. */
  keyOf({ choices, columns }: Said, options: RosterOptions): string {
    return createHash('sha256')
      .update(sorted([READER, { ...options, tables: columns }, choices]))
      .digest('hex');
  }

  /** Stores what the officer said with the reading for it; false when the row changed since it was loaded. */
  async replace(row: RosterImport, { choices, columns }: Said, options: RosterOptions): Promise<boolean> {
    if (!row.workbook) throw rosterErrors.erased();
    const file = encodingOf(choices) === encodingOf(row.choices) ? null : await this.fileOf(row.id);
    const fresh = await this.read(file ?? row.workbook, { options: { ...options, tables: columns }, choices });
    const rows = await this.database.rows<{ id: string }>(
      sql`update roster_imports set choices = ${JSON.stringify(choices)}::jsonb, columns = ${JSON.stringify(columns)}::jsonb,
        reading = ${fresh.roster}::jsonb, reading_of = ${this.keyOf({ choices, columns }, options)},
              workbook = coalesce(${file ? fresh.workbook : null}::jsonb, workbook)
        where id = ${row.id} and workbook is not null and choices = ${JSON.stringify(row.choices)}::jsonb
          and reading_of is not distinct from ${row.readingOf} returning id`,
    );
    return rows.length > 0;
  }

  async fileOf(importId: string): Promise<Buffer | null> {
    return (await this.database.manager.findOneBy(RosterFile, { importId }))?.content ?? null;
  }
}

/** What the officer said the file's encoding is. */
function encodingOf(choices: Choices) {
  const answer = Object.entries(choices).find(([key]) => key.endsWith('#file.encodingUnsure'))?.[1];
  return answer?.act === 'type' ? encodingOfAnswer(answer.value) : undefined;
}

/** JSON that does not depend on the order in which fields were set or came from the database. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
