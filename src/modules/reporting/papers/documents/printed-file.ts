/** A file on its way out. */
import { StreamableFile } from '@nestjs/common';
import { type DocumentFormat, documentFormats } from '#contracts/reporting/report-states';
import { documentTypes } from '#contracts/reporting/documents';

export interface PrintedFile {
  file: Buffer;
  format: DocumentFormat;
  /** Without the ending. */
  name: string;
}

export function answerWith({ file, format, name }: PrintedFile): StreamableFile {
  return new StreamableFile(file, {
    type: documentTypes[documentFormats.indexOf(format)] as string,
    length: file.length,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  });
}
