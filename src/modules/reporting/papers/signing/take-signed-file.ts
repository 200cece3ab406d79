import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { judgeSigned, type SignatureCheck, type SignatureReason } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import type { ProblemError } from '#platform/http';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { documentErrors } from '../../reporting.errors.ts';
import { SigningStore, type SigningView } from './signing-store.ts';

const broken: Partial<Record<SignatureReason, keyof typeof documentErrors>> = {
  changed: 'signatureChanged',
  changedAfter: 'signatureChangedAfter',
  contentReplaced: 'notTheExported',
  notWhole: 'signatureNotWhole',
  expired: 'signatureExpired',
};

/** The signed file comes back: a broken signature is refused, one that cannot be checked is kept under that name. */
@Injectable()
export class TakeSignedFile {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly signing: SigningStore,
    private readonly files: FileStore,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws papers.exportUnknown, papers.alreadySigned, papers.notTheExported, papers.signatureMissing, papers.signature… */
  async execute(actor: Actor, reportId: string, exportId: string, back: Buffer): Promise<SigningView> {
    await this.access.open(actor, reportId, 'report.write');
    const row = await this.signing.row(reportId, exportId);
    const before = await this.database.one(
      sql`select 1 from signed_returns where export_id = ${exportId} and aside_at is null`,
    );
    if (before) throw documentErrors.alreadySigned();
    const now = this.clock.now();
    const exported = await this.signing.kept(row.exportedHash);
    const verdict = await judgeSigned(row.format, exported, back, { trustFolder: this.env.SIGNATURE_CA_DIR, now });
    if (verdict.outcome === 'different') throw documentErrors.notTheExported();
    if (verdict.outcome === 'notSigned') throw documentErrors.signatureMissing();
    if (verdict.state === 'invalid') throw refusal(verdict);
    const taken = await this.database.rows(
      sql`insert into signed_returns (id, export_id, hash, taken_by, taken_at, state, added_after, signatures)
       values (${v7()}, ${exportId}, ${await this.files.put(back)}, ${actor.personId}, ${now}, ${verdict.state},
         ${verdict.addedAfter}, ${JSON.stringify(verdict.signatures)}) on conflict (export_id) where aside_at is null do nothing
           returning id`,
    );
    if (taken.length === 0) throw documentErrors.alreadySigned();
    return this.signing.view(reportId, exportId);
  }
}

function refusal({ signatures }: SignatureCheck): ProblemError {
  const worst = signatures.find(({ state }) => state === 'invalid');
  const error = documentErrors[(worst?.reason && broken[worst.reason]) || 'signatureMalformed'];
  return error(worst?.signer ? { signer: worst.signer } : {});
}
