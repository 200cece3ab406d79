import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { membershipErrors } from '../../membership.errors.ts';
import type { Choices } from '../roster/findings.ts';
import { RosterFile } from './files/roster-file.entity.ts';
import { RosterImport } from './roster-import.entity.ts';
import { rosterErrors } from './roster.errors.ts';
import { type FreshReading, RosterReadings } from './files/roster-readings.ts';
import { StagedRosters } from './staged-rosters.ts';
import { withoutControls } from './files/storable-workbook.ts';

/** Reads a list and stages it; the register is not touched. The same file again meets the import that is still open. */
@Injectable()
export class UploadRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly readings: RosterReadings,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.notACommune, roster.noTable, file.* with what is wrong with the file */
  async execute(actor: Actor, unitId: string, bytes: Buffer, fileName: string): Promise<RosterImport> {
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    await this.scope.require(actor, 'roster.import', { unitId });
    if (unit.kind !== 'commune') throw membershipErrors.notACommune();
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const open = await this.findOpen(unitId, fileHash);
    if (open) return open;
    const { options } = await this.staged.facts(unitId);
    const choices = await this.earlierChoices(unitId, fileHash);
    const remembered = await this.staged.remembered(unitId);
    const reading = await this.readings.read(bytes, { options: { ...options, remembered }, choices });
    const { tables, couldBeAList, columns } = reading.summary;
    if (tables === 0 && !couldBeAList) throw rosterErrors.noTable({ path: 'file' });
    const readingOf = this.readings.keyOf({ choices, columns }, options);
    const file = { unitId, fileHash, fileName: withoutControls(fileName), choices, columns, readingOf };
    await this.stage(actor, file, reading, bytes);
    const staged = await this.findOpen(unitId, fileHash);
    if (!staged) throw rosterErrors.notFound();
    return staged;
  }

  /** Of two uploads of one file at the same time the first stays. In SQL, because what was read is JSON already. */
  private async stage(
    actor: Actor,
    file: Pick<RosterImport, 'unitId' | 'fileHash' | 'fileName' | 'choices' | 'columns' | 'readingOf'>,
    { workbook, roster, summary }: FreshReading,
    content: Buffer,
  ): Promise<void> {
    const id = v7();
    const now = this.clock.now();
    const expiresAt = await this.readings.keptUntil(now);
    await this.database.tx(async (tx) => {
      const rows = await rowsOf<{ id: string }>(
        tx,
        sql`insert into roster_imports (id, unit_id, file_hash, file_name, status, choices, workbook, reading, reading_of,
          dropped, columns, uploaded_by, uploaded_at, expires_at)
         values (${id}, ${file.unitId}, ${file.fileHash}, ${file.fileName}, 'staged', ${JSON.stringify(file.choices)}::jsonb,
           ${workbook}::jsonb, ${roster}::jsonb, ${file.readingOf}, ${JSON.stringify(summary.dropped)}::jsonb,
             ${JSON.stringify(file.columns)}::jsonb, ${actor.personId}, ${now}, ${expiresAt}) on conflict do nothing returning id`,
      );
      if (rows.length > 0) await tx.insert(RosterFile, { importId: id, content });
    });
  }

  /** What was chosen when this very file was imported before, so that it means the same again. */
  private async earlierChoices(unitId: string, fileHash: string): Promise<Choices> {
    const [earlier] = await this.database.manager.find(RosterImport, {
      where: { unitId, fileHash, status: 'confirmed' },
      order: { confirmedAt: 'DESC' },
      take: 1,
      select: { id: true, choices: true },
    });
    return earlier?.choices ?? {};
  }

  private findOpen(unitId: string, fileHash: string): Promise<RosterImport | null> {
    return this.database.manager.findOneBy(RosterImport, { unitId, fileHash, status: 'staged' });
  }
}
