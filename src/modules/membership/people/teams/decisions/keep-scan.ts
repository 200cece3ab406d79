import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { FileStore, normalisePhoto } from '#platform/files';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { decisionScanned, decisionScanRemoved } from '../../../membership.events.ts';
import { TeamAccess } from '../team-access.ts';
import type { DecisionOfTeam } from './decision-days.ts';
import { DecisionPapers } from './decision-papers.ts';
import { DecisionScans } from './decision-scans.ts';

const SCAN_BYTES = 10 * 1024 * 1024;
/** Where readers look for the end of a PDF. */
const TAIL = 1024;

/** The scan of a signed decision comes, and goes again where it was of something else. */
@Injectable()
export class KeepScan {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly papers: DecisionPapers,
    private readonly scans: DecisionScans,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
  ) {}

  /** @throws membership.notAScan, membership.scanTooBig, photo.tooBig, photo.notAPhoto, membership.decisionNotFound */
  async put(actor: Actor, teamId: string, decisionId: string, upload: Buffer, everywhere: boolean): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    const kind = kindOf(upload);
    const contentHash = await this.files.put(kind === 'pdf' ? upload : (await normalisePhoto(upload)).bytes);
    await this.database.tx(async (tx) => {
      const { named, rows } = await this.papers.hold(tx, actor, { teamId, decisionId, everywhere });
      await this.scans.put(tx, actor, idsOf(rows), { contentHash, kind });
      for (const { id, unitId } of teamsOf(rows))
        await this.outbox.append(
          tx,
          decisionScanned({ teamId: id }, { unitId, changes: { number: named.number } }),
          actor,
        );
    });
  }

  /** @throws membership.scanNotFound, membership.decisionNotFound */
  async remove(
    actor: Actor,
    teamId: string,
    decisionId: string,
    { reason, everywhere }: RouteBody<typeof routes.removeDecisionScan>,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const { named, rows } = await this.papers.hold(tx, actor, { teamId, decisionId, everywhere });
      if ((await this.scans.end(tx, actor, idsOf(rows), reason)) === 0) throw membershipErrors.scanNotFound();
      const changes = { number: named.number, reason };
      for (const { id, unitId } of teamsOf(rows))
        await this.outbox.append(tx, decisionScanRemoved({ teamId: id }, { unitId, changes }), actor);
    });
  }

  /** @throws membership.scanNotFound */
  async read(actor: Actor, teamId: string, decisionId: string) {
    await this.places.require(actor, 'roster.export', teamId);
    const found = await this.scans.bytes(teamId, decisionId);
    if (!found) throw membershipErrors.scanNotFound();
    return found;
  }
}

const idsOf = (rows: readonly DecisionOfTeam[]) => rows.map(({ id }) => id);
const teamsOf = (rows: readonly DecisionOfTeam[]) =>
  [...new Map(rows.map((row) => [row.teamId, row.unitId]))].map(([id, unitId]) => ({ id, unitId }));

/** What kind of file it is decides the content, never a name; pictures are judged further where they are written anew. */
function kindOf(upload: Buffer): 'pdf' | 'photo' {
  if (upload.length > SCAN_BYTES) throw membershipErrors.scanTooBig({ bytes: upload.length, most: SCAN_BYTES });
  if (upload.toString('latin1', 0, 5) !== '%PDF-') return 'photo';
  if (!upload.subarray(-TAIL).includes('%%EOF')) throw membershipErrors.notAScan();
  return 'pdf';
}
