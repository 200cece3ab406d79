import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MOST_PAST_CELLS, MOST_PAST_LINES } from '#contracts/reporting/past-figures';
import { moduleBeside } from '#documents';
import { encodingQuestion, interpretList, OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { reportErrors } from '../reporting.errors.ts';
import { guessColumn, type PastTable } from './past-table.ts';

const limits = {
  maxRows: MOST_PAST_LINES + 100,
  maxCells: MOST_PAST_CELLS + 50_000,
  maxArea: 2_000_000,
  maxText: 6_000_000,
};

/** Reads a workbook of past figures. What comes of it is looked at, and sent back as lines. */
@Injectable()
export class ReadPastFile {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws report.pastFileUnreadable, pastNothing, pastTableUnknown, pastTooMany, pastEncodingUnsure, file.* */
  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { encoding, table: asked }: RouteQuery<typeof routes.readPastFigures>,
  ): Promise<RouteAnswer<typeof routes.readPastFigures>> {
    await this.scope.require(actor, 'report.write', { unitId });
    const module = moduleBeside(import.meta.url, 'interpret-past-figures');
    const { table: tables, doubt } = await interpretList<PastTable[]>(
      file,
      { module },
      { limits, ...(encoding && { encoding }) },
    );
    if (!tables) throw reportErrors.pastFileUnreadable({ path: 'file' });
    if (doubt.length > 0 && !encoding) throw reportErrors.pastEncodingUnsure(encodingQuestion(doubt));
    const table = tables[asked];
    if (!table) throw reportErrors.pastTableUnknown({ path: 'table' });
    if (table.lines.length === 0) throw reportErrors.pastNothing({ path: 'file' });
    if (table.lines.length > MOST_PAST_LINES) throw reportErrors.pastTooMany({ path: 'file', most: MOST_PAST_LINES });
    const indicators = [...(await this.organization.indicators()).values()].map(({ dimensions: _, ...one }) => one);
    return {
      sheet: table.sheet,
      headRow: table.headRow,
      columns: table.columns.map(({ at, head }) => ({ at, head, ...guessColumn(head, indicators) })),
      lines: table.lines.map(({ cells, ...line }) => ({
        ...line,
        cells: table.columns.map(({ at }) => cells[at] ?? ''),
      })),
      hasPeriods: table.hasPeriods,
      tables: tables.map(({ sheet, headRow }) => ({ sheet, headRow })),
      indicators,
    };
  }
}
