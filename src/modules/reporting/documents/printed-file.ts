/** A file on its way out. */
import { StreamableFile } from '@nestjs/common';
import { type PaperFormat, paperFormats } from '#contracts/reporting/report-states';
import { paperTypes } from '#contracts/reporting/papers';

export interface PrintedFile {
  file: Buffer;
  format: PaperFormat;
  /** Without the ending. */
  name: string;
}

export function answerWith({ file, format, name }: PrintedFile): StreamableFile {
  return new StreamableFile(file, {
    type: paperTypes[paperFormats.indexOf(format)] as string,
    length: file.length,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  });
}
