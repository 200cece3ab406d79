import { Inject, Injectable } from '@nestjs/common';
import { renderPdf } from '#documents';
import { fill } from '#i18n';
import { documentsEn } from '#i18n/server/documents.en';
import { documentsVi } from '#i18n/server/documents.vi';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { certificateErrors } from '../../training.errors.ts';
import { certificateData } from './certificate-data.ts';
import { CertificateStore } from './certificate-store.ts';
import type { PrintedDocument } from '../../attendance/sheets/print-sheet.ts';
import { TrainingSession } from '../../sessions/session/training-session.entity.ts';

/** A certificate on paper, for its holder and its provider. A revoked one is printed no more. */
@Injectable()
export class PrintCertificate {
  constructor(
    private readonly database: Database,
    private readonly certificates: CertificateStore,
    private readonly organization: OrganizationApi,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws certificate.notFound, certificate.alreadyRevoked */
  async execute(actor: Actor, id: string): Promise<PrintedDocument> {
    const row = await this.certificates.open(actor, id);
    if (row.revokedAt) throw certificateErrors.alreadyRevoked();
    const { language, communeId } = await this.session(row.sessionId);
    const unit = (await this.organization.unitRefs([communeId], row.heldOn)).get(communeId);
    const facts = { ...row, commune: unit?.fullName ?? '', place: unit?.name ?? '' };
    const words = language === 'vi' ? documentsVi : documentsEn;
    return {
      pdf: await renderPdf('certificate', certificateData(facts, language, this.env.PUBLIC_URL)),
      fileName: fill(words['certificate.file'], { name: row.fullName }),
    };
  }

  private async session(id: string): Promise<{ language: 'vi' | 'en'; communeId: string }> {
    const session: { language: 'vi' | 'en'; communeId: string } | null = await this.database.manager.findOne(
      TrainingSession,
      { select: { language: true, communeId: true }, where: { id } },
    );
    if (!session) throw certificateErrors.notFound();
    return session;
  }
}
