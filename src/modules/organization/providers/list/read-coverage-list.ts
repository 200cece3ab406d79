import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MOST_COVERAGE_LINES } from '#contracts/organization/coverage-list';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretList } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import type { CoverageRow } from './coverage-table.ts';

const limits = { maxRows: 20_100, maxCells: 200_000, maxArea: 2_000_000 };

/** Reads the file in which a provider says where it serves. What comes of it is checked, and sent back as lines. */
@Injectable()
export class ReadCoverageList {
  constructor(private readonly scope: Scope) {}

  /** @throws organization.fileUnreadable, organization.listTooLong, organization.encodingUnsure, file.* */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding }: RouteQuery<typeof routes.readCoverageList>,
  ): Promise<RouteAnswer<typeof routes.readCoverageList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const module = moduleBeside(import.meta.url, 'interpret-coverage');
    const options = { limits, ...(encoding && { encoding }) };
    const { table: lines, doubt } = await interpretList<CoverageRow[]>(file, { module }, options);
    if (!lines || lines.length === 0)
      throw organizationErrors.fileUnreadable({
        path: 'file',
        columns: 'Xã, phường; Thôn, khu phố; Từ ngày; Đến hết ngày',
      });
    if (lines.length > MOST_COVERAGE_LINES)
      throw organizationErrors.listTooLong({ path: 'file', most: MOST_COVERAGE_LINES });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines };
  }
}
