import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { ExportPurpose } from '#contracts/access/log-kinds';
import { writeLongWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AccessActs } from '#platform/trail';
import type { PrintedFile } from '../papers/documents/printed-file.ts';
import { ReadRestatedBoard } from './read-restated-board.ts';
import { restatedName, restatedSheet } from './restated-sheet.ts';

/** The month in the units of today as a workbook, which says so itself. */
@Injectable()
export class ExportRestatedBoard {
  constructor(
    private readonly read: ReadRestatedBoard,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.restatedSheet>): Promise<PrintedFile> {
    const view = await this.read.execute(actor, unitId, query);
    const purpose: ExportPurpose = 'report';
    const { mark } = await this.acts.taken(actor, { what: 'restated.sheet', unitId, purpose });
    const taken = { now: this.clock.now(), today: this.clock.today() };
    const sheet = restatedSheet(view, taken, actor.language);
    return {
      file: await writeLongWorkbook([{ ...sheet, mark }]),
      format: 'xlsx',
      name: restatedName(view, actor.language),
    };
  }
}
