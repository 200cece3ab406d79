import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding } from '#contracts/enums';
import { moduleBeside } from '#documents';
import { encodingQuestion, interpretUpload, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { officerListErrors } from '../../../membership.errors.ts';
import type { InterpretedOfficers } from './interpret-officers.ts';

/** As many as one request may send back, with some columns more. */
const limits = { maxRows: 20_100, maxCells: 400_000, maxArea: 4_000_000, maxText: 8_000_000 };
const MOST_LINES = 20_000;

/** @throws file.* with what is wrong with the file, 429 file.busy */
async function interpreted(file: Buffer, encoding?: TextEncoding): Promise<InterpretedOfficers> {
  const module = moduleBeside(import.meta.url, 'interpret-officers');
  const options = { limits, ...(encoding && { encoding }) };
  const { lines, doubt } = await interpretUpload(file, { module, input: null }, options);
  return { lines: JSON.parse(lines ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedOfficers;
}

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
    const { lines, doubt } = await interpreted(file, encoding);
    if (!lines) throw officerListErrors.noTable({ path: 'file' });
    if (lines.length === 0) throw officerListErrors.empty({ path: 'file' });
    if (lines.length > MOST_LINES) throw officerListErrors.tooLong({ path: 'file', most: MOST_LINES });
    // A name with wrong marks would stand in the register for good: somebody has to say how the file reads.
    if (doubt.length > 0 && !encoding) throw officerListErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines };
  }
}
