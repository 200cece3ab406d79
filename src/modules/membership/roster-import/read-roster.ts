import { Injectable } from '@nestjs/common';
import { findingsEn } from '#i18n/findings.en';
import { findingsVi } from '#i18n/findings.vi';
import { fill } from '#i18n/format';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import type { Finding } from '../roster/findings.ts';
import { annotatedFile, blankForm } from '../roster/roster-files.ts';
import { RosterImport } from './roster-import.entity.ts';
import { type RosterView, toRosterView } from './roster.presenter.ts';
import { StagedRosters } from './staged-rosters.ts';

const words = { vi: findingsVi, en: findingsEn };

@Injectable()
export class ReadRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
  ) {}

  async one(actor: Actor, importId: string): Promise<RosterView> {
    return this.view(await this.staged.require(actor, importId));
  }

  /** For whoever has been asked for the right already. @throws roster.erased */
  async view(found: RosterImport): Promise<RosterView> {
    const facts = await this.staged.facts(found.unitId);
    const { manager } = this.database.source;
    const [reading, earlier] = await Promise.all([
      this.staged.read(manager, found, facts),
      manager.countBy(RosterImport, { unitId: found.unitId, fileHash: found.fileHash, status: 'confirmed' }),
    ]);
    return toRosterView(found, facts.unit, reading, earlier > 0);
  }

  /** The file as .xlsx with a note at each open finding, in the reader's language. @throws roster.erased */
  async annotated(actor: Actor, importId: string): Promise<{ file: Buffer; name: string }> {
    const found = await this.staged.require(actor, importId);
    const { roster, findings } = await this.staged.read(
      this.database.source.manager,
      found,
      await this.staged.facts(found.unitId),
    );
    const catalogue: Record<string, string> = words[actor.language];
    const say = ({ code, params }: Finding) => fill(catalogue[`finding.${code}`] ?? code, params);
    const open = { ...roster, findings: findings.filter(({ state }) => state === 'open' || state === 'taken') };
    const file = await annotatedFile(
      found.workbook ?? { format: 'xlsx', sheets: [] },
      open,
      say,
      catalogue['roster.notes'] ?? '',
    );
    return { file, name: found.fileName.replace(/\.\w{1,5}$/, '') };
  }

  blank(): Promise<Buffer> {
    return blankForm();
  }
}
