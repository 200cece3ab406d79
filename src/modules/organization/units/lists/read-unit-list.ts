import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding, UnitKind } from '#contracts/enums';
import { moduleBeside, writeWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretList } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import type { ChosenUnits, UnitTable } from './unit-table.ts';

/** Of the whole country's communes with some columns more. */
const limits = { maxRows: 50_000, maxCells: 400_000, maxArea: 4_000_000, maxText: 12_000_000 };

/** @throws file.* with what is wrong with the file, 429 file.busy */
function readUnits(file: Buffer, input: { kind: UnitKind; chosen?: ChosenUnits }, encoding?: TextEncoding) {
  const module = moduleBeside(import.meta.url, 'interpret-units');
  return interpretList<UnitTable>(file, { module, input }, { limits, ...(encoding && { encoding }) });
}

function chosenBy(text: string, headerRow?: number): ChosenUnits {
  const [code = null, name = null, type = null, parent = null] = text
    .split(',')
    .map((one) => (one === '-' ? null : Number(one)));
  return { columns: { code, name, type, parent }, ...(headerRow !== undefined && { headerRow }) };
}

const heads = ['Mã', 'Tên', 'Loại', 'Mã cấp trên'];

/** An empty list to be filled in: codes are text, so that no 0 is lost. */
export function blankUnitList(): Promise<Buffer> {
  const textColumns = heads.map((_, column) => column);
  return writeWorkbook([{ name: 'Đơn vị', rows: [heads], boldRows: [0], textColumns, widths: [14, 30, 18, 16] }]);
}

/** Reads the file of an official list. What comes of it is looked at, and sent back as lines to be written. */
@Injectable()
export class ReadUnitList {
  constructor(private readonly scope: Scope) {}

  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { kind, encoding, columns, headerRow }: RouteQuery<typeof routes.readUnitList>,
  ): Promise<RouteAnswer<typeof routes.readUnitList>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const input = { kind, ...(columns && { chosen: chosenBy(columns, headerRow) }) };
    const { table, doubt } = await readUnits(file, input, encoding);
    if (!table) throw organizationErrors.fileUnreadable({ path: 'file', columns: 'code, name, type' });
    // A name with wrong marks would stand in the tree for good: somebody has to say how the file reads.
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    return table;
  }
}
