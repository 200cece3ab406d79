import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { ExportPurpose } from '#contracts/access/log-kinds';
import { writeLongWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AccessActs } from '#platform/trail';
import type { PrintedFile } from '../../papers/documents/printed-file.ts';
import { overviewName, overviewSheet } from './overview-sheet.ts';
import { ReadOverview } from './read-overview.ts';

/** What the screen shows of a month, as a workbook. */
@Injectable()
export class ExportOverview {
  constructor(
    private readonly read: ReadOverview,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.overviewSheet>): Promise<PrintedFile> {
    const view = await this.read.execute(actor, unitId, query);
    // Figures for a report: no person stands in it.
    const purpose: ExportPurpose = 'report';
    const { mark } = await this.acts.taken(actor, { what: 'overview.sheet', unitId, purpose });
    const taken = { now: this.clock.now(), today: this.clock.today() };
    const sheet = overviewSheet(view, taken, actor.language);
    return {
      file: await writeLongWorkbook([{ ...sheet, mark }]),
      format: 'xlsx',
      name: overviewName(view, actor.language),
    };
  }
}
