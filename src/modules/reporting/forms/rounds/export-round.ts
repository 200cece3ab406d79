import { Injectable } from '@nestjs/common';
import { writeLongWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AccessActs } from '#platform/trail';
import type { PrintedFile } from '../../papers/documents/printed-file.ts';
import { ReadRound } from './read-round.ts';
import { roundName, roundSheet } from './round-sheet.ts';

/** All answers of a form as a workbook, with the sums that the screen shows. */
@Injectable()
export class ExportRound {
  constructor(
    private readonly read: ReadRound,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
  ) {}

  /** @throws form.notFound, platform.denied */
  async execute(actor: Actor, roundId: string): Promise<PrintedFile> {
    const view = await this.read.execute(actor, roundId);
    const { mark } = await this.acts.taken(actor, { what: 'forms.sheet', unitId: view.unit.id, purpose: 'report' });
    const sheet = roundSheet(view, this.clock.today(), actor.language);
    return {
      file: await writeLongWorkbook([{ ...sheet, mark }]),
      format: 'xlsx',
      name: roundName(view, actor.language),
    };
  }
}
