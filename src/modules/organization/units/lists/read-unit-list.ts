import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding, UnitKind } from '#contracts/enums';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretUpload } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import type { InterpretedUnits } from './interpret-units.ts';
import type { UnitColumns } from './unit-table.ts';

/** Of the whole country's communes with some columns more. */
const limits = { maxRows: 50_000, maxCells: 400_000, maxArea: 4_000_000, maxText: 12_000_000 };

/** @throws file.* with what is wrong with the file, 429 file.busy */
async function readUnits(
  file: Buffer,
  input: { kind: UnitKind; columns?: UnitColumns },
  encoding?: TextEncoding,
): Promise<InterpretedUnits> {
  const module = moduleBeside(import.meta.url, 'interpret-units');
  const { table, doubt } = await interpretUpload(file, { module, input }, { limits, ...(encoding && { encoding }) });
  return { table: JSON.parse(table ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedUnits;
}

function chosenColumns(text: string): UnitColumns {
  const [code = 0, name = 0, type = null, parent = null] = text
    .split(',')
    .map((one) => (one === '-' ? null : Number(one)));
  return { code: code ?? 0, name: name ?? 0, type, parent };
}

/** Reads the file of an official list. What comes of it is looked at, and sent back as lines to be written. */
@Injectable()
export class ReadUnitList {
  constructor(private readonly scope: Scope) {}

  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { kind, encoding, columns }: RouteQuery<typeof routes.readUnitList>,
  ): Promise<RouteAnswer<typeof routes.readUnitList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const input = { kind, ...(columns && { columns: chosenColumns(columns) }) };
    const { table, doubt } = await readUnits(file, input, encoding);
    if (!table) throw organizationErrors.fileUnreadable({ path: 'file', columns: 'code, name, type' });
    // A name with wrong marks would stand in the tree for good: somebody has to say how the file reads.
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return table;
  }
}
