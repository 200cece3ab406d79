import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding } from '#contracts/enums';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretUpload } from '../interpret-upload.ts';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import type { InterpretedOffices } from './interpret-offices.ts';

const MOST_LINES = 2_000;
const limits = { maxRows: 2_100, maxCells: 40_000, maxArea: 400_000 };

async function interpreted(file: Buffer, encoding?: TextEncoding): Promise<InterpretedOffices> {
  const module = moduleBeside(import.meta.url, 'interpret-offices');
  const options = { limits, ...(encoding && { encoding }) };
  const { lines, doubt } = await interpretUpload(file, { module, input: null }, options);
  return { lines: JSON.parse(lines ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedOffices;
}

/** Reads a file of offices' numbers. What comes of it is checked, and sent back as lines. */
@Injectable()
export class ReadOfficeList {
  constructor(private readonly scope: Scope) {}

  /** @throws organization.fileUnreadable, organization.encodingUnsure, file.* */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding }: RouteQuery<typeof routes.readOfficeList>,
  ): Promise<RouteAnswer<typeof routes.readOfficeList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const { lines, doubt } = await interpreted(file, encoding);
    if (!lines || lines.length === 0 || lines.length > MOST_LINES)
      throw organizationErrors.fileUnreadable({ path: 'file', columns: 'Cơ quan; Điện thoại; Thư điện tử' });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return { lines: lines.map((line) => ({ ...line, isOffice: false })) };
  }
}
