import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { RosterImport } from './roster-import.entity.ts';
import { rosterErrors } from './roster.errors.ts';
import { StagedRosters } from './staged-rosters.ts';

/** Forgets a staged import with its file. What has been confirmed stays in the register's history. */
@Injectable()
export class DiscardRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
  ) {}

  /** @throws roster.alreadyConfirmed */
  async execute(actor: Actor, importId: string): Promise<void> {
    await this.staged.require(actor, importId);
    const { affected } = await this.database.manager.delete(RosterImport, { id: importId, status: 'staged' });
    if (!affected) throw rosterErrors.alreadyConfirmed();
  }
}
