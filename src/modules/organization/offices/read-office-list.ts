import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MOST_OFFICE_LINES } from '#contracts/organization/lists/offices';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretList } from '../interpret-upload.ts';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import type { OfficeRow } from './office-table.ts';

const limits = { maxRows: 2_100, maxCells: 40_000, maxArea: 400_000 };

/** Reads a file of offices' numbers. What comes of it is checked, and sent back as lines. */
@Injectable()
export class ReadOfficeList {
  constructor(private readonly scope: Scope) {}

  /** @throws organization.fileUnreadable, organization.listTooLong, organization.encodingUnsure, file.* */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding }: RouteQuery<typeof routes.readOfficeList>,
  ): Promise<RouteAnswer<typeof routes.readOfficeList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const module = moduleBeside(import.meta.url, 'interpret-offices');
    const options = { limits, ...(encoding && { encoding }) };
    const { table: lines, doubt } = await interpretList<OfficeRow[]>(file, { module }, options);
    if (!lines || lines.length === 0)
      throw organizationErrors.fileUnreadable({ path: 'file', columns: 'Cơ quan; Điện thoại; Thư điện tử' });
    if (lines.length > MOST_OFFICE_LINES)
      throw organizationErrors.listTooLong({ path: 'file', most: MOST_OFFICE_LINES });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines: lines.map((line) => ({ ...line, isOffice: false })) };
  }
}
