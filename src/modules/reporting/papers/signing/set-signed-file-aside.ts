import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { documentErrors } from '../../reporting.errors.ts';
import { SigningStore, type SigningView } from './signing-store.ts';

/** A signed file was kept by mistake. It stays among the earlier ones with the reason; another one can come back then. */
@Injectable()
export class SetSignedFileAside {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly signing: SigningStore,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.exportUnknown, papers.notSignedYet */
  async execute(actor: Actor, reportId: string, exportId: string, reason: string): Promise<SigningView> {
    await this.access.open(actor, reportId, 'report.write');
    await this.signing.row(reportId, exportId);
    const done = await this.database.rows(
      sql`update signed_returns set aside_by = ${actor.personId}, aside_at = ${this.clock.now()}, aside_reason = ${reason}
        where export_id = ${exportId} and aside_at is null returning id`,
    );
    if (done.length === 0) throw documentErrors.notSignedYet();
    return this.signing.view(reportId, exportId);
  }
}
