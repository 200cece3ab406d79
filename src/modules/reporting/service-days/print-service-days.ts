import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { PaperPurpose } from '#contracts/access/log-kinds';
import { renderPdf, writeDocx, writeLongWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AccessActs } from '#platform/trail';
import { DocumentSettingsStore } from '../reports/report/document-settings-store.ts';
import type { PrintedFile } from '../papers/documents/printed-file.ts';
import { ReadServiceDays } from './read-service-days.ts';
import { sheetDocument, sheetName, sheetWorkbook } from './service-days-sheet.ts';

/** The sheet that people sign; files are made in processes of their own. */
@Injectable()
export class PrintServiceDays {
  constructor(
    private readonly read: ReadServiceDays,
    private readonly settings: DocumentSettingsStore,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { format, ...query }: RouteQuery<typeof routes.serviceDaysSheet>,
  ): Promise<PrintedFile> {
    const days = await this.read.execute(actor, unitId, query);
    const people = days.teams.reduce((all, team) => all + team.people.length, 0);
    const purpose: PaperPurpose = 'pay';
    const { mark } = await this.acts.taken(actor, { what: 'service_days.sheet', unitId, people, purpose });
    const name = sheetName(days);
    if (format === 'xlsx') return { file: await writeLongWorkbook([{ ...sheetWorkbook(days), mark }]), format, name };
    const paper = { ...(await this.paper(days)), trace: { ...mark, onPages: true } };
    return { file: format === 'docx' ? await writeDocx(paper) : await renderPdf('text-document', paper), format, name };
  }

  /** A phone shows a PDF. */
  async ofTeam(actor: Actor, teamId: string, month: string | undefined): Promise<PrintedFile> {
    const days = await this.read.ofTeam(actor, teamId, month);
    return {
      file: await renderPdf('text-document', await this.paper(days)),
      format: 'pdf',
      name: sheetName(days, days.teams[0]?.name),
    };
  }

  private async paper(days: RouteAnswer<typeof routes.serviceDays>) {
    const today = this.clock.today();
    return sheetDocument(days, { office: await this.settings.of(days.unit.id, today), today });
  }
}
