import { Injectable } from '@nestjs/common';
import type { ExportPurpose } from '#contracts/access/log-kinds';
import { findingsEn } from '#i18n/words/findings.en';
import { findingsVi } from '#i18n/words/findings.vi';
import { fill } from '#i18n/format-more';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql } from '#platform/database';
import { AccessActs, type TakenList } from '#platform/trail';
import type { Finding } from '../../roster/findings.ts';
import { annotatedFile, blankForm } from '../../roster/roster-files.ts';
import { Holders } from '../../../officers/handover/holders.ts';
import { RosterFile } from './roster-file.entity.ts';
import { RosterImport } from '../roster-import.entity.ts';
import { rosterErrors } from '../roster.errors.ts';
import { type RosterView, toRosterView } from '../roster.presenter.ts';
import { StagedRosters } from '../staged-rosters.ts';

const words = { vi: findingsVi, en: findingsEn };
/** Either is for one thing only: nobody is asked. */
const purpose: ExportPurpose = 'check_roster';

@Injectable()
export class ReadRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly holders: Holders,
    private readonly acts: AccessActs,
  ) {}

  async one(actor: Actor, importId: string): Promise<RosterView> {
    return this.view(actor, await this.staged.require(actor, importId));
  }

  /** For whoever has been asked for the right already. @throws roster.erased */
  async view(actor: Actor, found: RosterImport): Promise<RosterView> {
    const facts = await this.staged.facts(found.unitId);
    const current = await this.staged.current(found, facts);
    const { manager } = this.database.source;
    const [reading, earlier, original] = await Promise.all([
      this.staged.read(manager, current, facts),
      manager.countBy(RosterImport, { unitId: found.unitId, fileHash: found.fileHash, status: 'confirmed' }),
      this.originalFor(actor, found),
    ]);
    return toRosterView(current, facts.unit, reading, { earlier: earlier > 0, original });
  }

  /** The file as .xlsx with a note at each open finding, in the reader's language. @throws roster.erased */
  async annotated(actor: Actor, importId: string): Promise<{ file: Buffer; name: string }> {
    const asked = await this.staged.require(actor, importId);
    const facts = await this.staged.facts(asked.unitId);
    const found = await this.staged.current(asked, facts);
    const { roster, findings } = await this.staged.read(this.database.manager, found, facts);
    const catalogue: Record<string, string> = words[actor.language];
    const say = ({ code, params }: Finding) => fill(catalogue[`finding.${code}`] ?? code, params);
    const open = { ...roster, findings: findings.filter(({ state }) => state === 'open' || state === 'taken') };
    const people = roster.teams.reduce((sum, { members }) => sum + members.length, 0);
    const { mark } = await this.taken(actor, asked, { what: 'roster.annotated', people });
    const file = await annotatedFile(found.workbook, open, say, { notes: catalogue['roster.notes'] ?? '', mark });
    return { file, name: found.fileName.replace(/\.\w{1,5}$/, '') };
  }

  /** The file as it came, for who sent it or has the sender's post now. @throws roster.notFound, roster.notYours, roster.erased */
  async original(actor: Actor, importId: string): Promise<{ file: Buffer; name: string }> {
    const found = await this.staged.require(actor, importId);
    if (!(await this.isSender(actor, found))) throw rosterErrors.notYours();
    const kept = await this.database.manager.findOneBy(RosterFile, { importId });
    if (!kept) throw rosterErrors.erased();
    await this.taken(actor, found, { what: 'roster.original' });
    return { file: kept.content, name: found.fileName };
  }

  private taken(actor: Actor, { unitId }: RosterImport, told: { what: string; people?: number }): Promise<TakenList> {
    return this.acts.taken(actor, { unitId, purpose, ...told });
  }

  private async originalFor(actor: Actor, found: RosterImport): Promise<RosterView['original']> {
    if (!(await this.isSender(actor, found))) return null;
    const [kept] = await rowsOf<{ bytes: number }>(
      this.database.manager,
      sql`select octet_length(content) as bytes from roster_import_files where import_id = ${found.id}`,
    );
    return kept ?? null;
  }

  /** It may hold more of people than the form asks for. */
  private async isSender({ personId }: Actor, { uploadedBy, unitId }: RosterImport): Promise<boolean> {
    if (uploadedBy === personId) return true;
    const before = await this.holders.before(personId);
    return before.some((held) => held.personId === uploadedBy && held.unitId === unitId);
  }

  blank(): Promise<Buffer> {
    return blankForm();
  }
}
