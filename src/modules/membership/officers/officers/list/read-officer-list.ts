import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MOST_OFFICER_LINES } from '#contracts/access/officer-list';
import { moduleBeside } from '#documents';
import { encodingQuestion, interpretList, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { officerListErrors } from '../../../membership.errors.ts';
import type { OfficerRow } from './officer-table.ts';

/** As many as one request may send back, with some columns more. */
const limits = { maxRows: 20_100, maxCells: 400_000, maxArea: 4_000_000, maxText: 8_000_000 };

/** Reads the file of a list of officers. What comes of it is checked, and sent back as lines to be written. */
@Injectable()
export class ReadOfficerList {
  constructor(private readonly scope: Scope) {}

  /** @throws officerList.noTable, officerList.empty, officerList.tooLong, officerList.encodingUnsure */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding }: RouteQuery<typeof routes.readOfficerList>,
  ): Promise<RouteAnswer<typeof routes.readOfficerList>> {
    await this.scope.require(actor, 'post.manage', { unitId });
    const module = moduleBeside(import.meta.url, 'interpret-officers');
    const options = { limits, ...(encoding && { encoding }) };
    const { table: lines, doubt } = await interpretList<OfficerRow[]>(file, { module }, options);
    if (!lines) throw officerListErrors.noTable({ path: 'file' });
    if (lines.length === 0) throw officerListErrors.empty({ path: 'file' });
    if (lines.length > MOST_OFFICER_LINES) throw officerListErrors.tooLong({ path: 'file', most: MOST_OFFICER_LINES });
    // A name with wrong marks would stand in the register for good: somebody has to say how the file reads.
    if (doubt.length > 0 && !encoding) throw officerListErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines };
  }
}
