import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding } from '#contracts/enums';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretUpload } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import type { InterpretedCoverage } from './interpret-coverage.ts';

/** As many as one request may send back. */
const MOST_LINES = 20_000;
const limits = { maxRows: 20_100, maxCells: 200_000, maxArea: 2_000_000 };

async function interpreted(file: Buffer, encoding?: TextEncoding): Promise<InterpretedCoverage> {
  const module = moduleBeside(import.meta.url, 'interpret-coverage');
  const options = { limits, ...(encoding && { encoding }) };
  const { lines, doubt } = await interpretUpload(file, { module, input: null }, options);
  return { lines: JSON.parse(lines ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedCoverage;
}

/** Reads the file in which a provider says where it serves. What comes of it is checked, and sent back as lines. */
@Injectable()
export class ReadCoverageList {
  constructor(private readonly scope: Scope) {}

  /** @throws organization.fileUnreadable, organization.encodingUnsure, file.* */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding }: RouteQuery<typeof routes.readCoverageList>,
  ): Promise<RouteAnswer<typeof routes.readCoverageList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const { lines, doubt } = await interpreted(file, encoding);
    if (!lines || lines.length === 0 || lines.length > MOST_LINES)
      throw organizationErrors.fileUnreadable({
        path: 'file',
        columns: 'Xã, phường; Thôn, khu phố; Từ ngày; Đến hết ngày',
      });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines };
  }
}
