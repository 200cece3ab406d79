import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { backupAsked, BackupRuns } from '#platform/backup';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Scope } from '../scope.ts';

/** Nothing leaves the installation by it: the worker puts the backup where the environment says, as it does each night. */
@Injectable()
export class BackUpNow {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly backups: BackupRuns,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.backUpNow>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    if (!this.env.BACKUP_DIR) return { state: 'unplanned' };
    const [newest] = await this.backups.newest(1);
    if (newest?.state === 'running') return { state: 'running' };
    await this.database.tx((tx) => this.outbox.append(tx, backupAsked({}), actor));
    return { state: 'asked' };
  }
}
