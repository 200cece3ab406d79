import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { FileError, readWorkbook, type Workbook } from '#documents';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { membershipErrors } from '../membership.errors.ts';
import type { Choices } from '../roster/findings.ts';
import { interpret } from './interpret-roster.ts';
import { RosterImport } from './roster-import.entity.ts';
import { fileProblem, rosterErrors } from './roster.errors.ts';
import { StagedRosters } from './staged-rosters.ts';
import { withoutControls } from './storable-workbook.ts';

export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Reads a list and stages it; the register is not touched. The same file again meets the import that is still open. */
@Injectable()
export class UploadRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
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
    const { roster, workbook } = interpret(await readFile(bytes), { options, choices: {} });
    if (roster.tables.length === 0) throw rosterErrors.noTable({ path: 'file' });
    return this.stage(actor, {
      unitId,
      fileHash,
      fileName: withoutControls(fileName),
      workbook,
      dropped: roster.droppedColumns,
    });
  }

  private async stage(
    actor: Actor,
    file: Pick<RosterImport, 'unitId' | 'fileHash' | 'fileName' | 'workbook' | 'dropped'>,
  ): Promise<RosterImport> {
    const now = this.clock.now();
    const fresh = {
      ...file,
      id: v7(),
      status: 'staged' as const,
      choices: await this.earlierChoices(file),
      uploadedBy: actor.personId,
      uploadedAt: now,
      expiresAt: new Date(now.getTime() + KEPT_DAYS * DAY_MS),
    };
    // Of two uploads of one file at the same time the first stays.
    await this.database.source.manager
      .createQueryBuilder()
      .insert()
      .into(RosterImport)
      .values(fresh as never)
      .orIgnore()
      .execute();
    const staged = await this.findOpen(file.unitId, file.fileHash);
    if (!staged) throw rosterErrors.notFound();
    return staged;
  }

  /** What was chosen when this very file was imported before, so that it means the same again. */
  private async earlierChoices({ unitId, fileHash }: Pick<RosterImport, 'unitId' | 'fileHash'>): Promise<Choices> {
    const [earlier] = await this.database.source.manager.find(RosterImport, {
      where: { unitId, fileHash, status: 'confirmed' },
      order: { confirmedAt: 'DESC' },
      take: 1,
      select: { id: true, choices: true },
    });
    return earlier?.choices ?? {};
  }

  private findOpen(unitId: string, fileHash: string): Promise<RosterImport | null> {
    return this.database.source.manager.findOneBy(RosterImport, { unitId, fileHash, status: 'staged' });
  }
}

async function readFile(bytes: Buffer): Promise<Workbook> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw error instanceof FileError ? fileProblem(error) : error;
  }
}
