import { Injectable } from '@nestjs/common';
import type { PaperPurpose } from '#contracts/access/log-kinds';
import { renderPdf } from '#documents';
import { fill } from '#i18n';
import { documentsEn } from '#i18n/server/documents.en';
import { documentsVi } from '#i18n/server/documents.vi';
import type { Actor } from '#platform/auth';
import { AccessActs } from '#platform/trail';
import { ListInvited } from '../../sessions/reads/list-invited.ts';
import { ReadSession } from '../../sessions/reads/read-session.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { sheetData } from './sheet-data.ts';

export interface PrintedDocument {
  pdf: Buffer;
  /** Without the ending. */
  fileName: string;
}

/** The sheet to sign where phones fail: the names of those who may check in, on paper. */
@Injectable()
export class PrintSheet {
  constructor(
    private readonly access: SessionAccess,
    private readonly read: ReadSession,
    private readonly invited: ListInvited,
    private readonly acts: AccessActs,
  ) {}

  /** @throws training.notFound */
  async execute(actor: Actor, sessionId: string): Promise<PrintedDocument> {
    await this.access.open(actor, sessionId, 'training.door');
    const session = await this.read.execute(actor, sessionId);
    const people = await this.invited.all(session);
    const { mark } = await this.acts.taken(actor, {
      what: 'training.sheet',
      unitId: session.commune.id,
      people: people.length,
      purpose: 'attendance' satisfies PaperPurpose,
    });
    const words = session.language === 'vi' ? documentsVi : documentsEn;
    return {
      pdf: await renderPdf('attendance-sheet', { ...sheetData(session, people), mark }),
      fileName: fill(words['sheet.file'], { title: session.title }),
    };
  }
}
