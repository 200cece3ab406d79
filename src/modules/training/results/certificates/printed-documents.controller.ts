import { Controller, Header, StreamableFile } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { PrintCertificate } from './print-certificate.ts';
import { type PrintedDocument, PrintSheet } from '../../attendance/sheets/print-sheet.ts';

/** Training on paper. */
@Controller()
export class PrintedDocumentsController {
  constructor(
    private readonly sheet: PrintSheet,
    private readonly certificate: PrintCertificate,
  ) {}

  @Handle(routes.attendanceSheet)
  @Header('cache-control', 'private, no-store')
  async attendance(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return paper(await this.sheet.execute(actor, id));
  }

  @Handle(routes.certificatePdf)
  @Header('cache-control', 'private, no-store')
  async certified(@CurrentActor() actor: Actor, @PathId('certificateId') id: string) {
    return paper(await this.certificate.execute(actor, id));
  }
}

function paper({ pdf, fileName }: PrintedDocument): StreamableFile {
  return new StreamableFile(pdf, {
    type: routes.attendanceSheet.produces,
    length: pdf.length,
    disposition: `inline; filename*=UTF-8''${encodeURIComponent(`${fileName}.pdf`)}`,
  });
}
