import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReportArchiveStore } from './report-archive-store.ts';
import { DocumentSettingsStore } from '../../reports/report/document-settings-store.ts';
import { PrintAppendix } from './print-appendix.ts';
import { answerWith } from './printed-file.ts';
import { PrintReport } from './print-report.ts';
import { PrintTeamDecision } from './print-team-decision.ts';
import { ReadAddedLines } from './read-added-lines.ts';

/** Reporting on paper. */
@Controller()
export class ReportDocumentsController {
  constructor(
    private readonly appendix: PrintAppendix,
    private readonly report: PrintReport,
    private readonly offices: DocumentSettingsStore,
    private readonly archive: ReportArchiveStore,
    private readonly added: ReadAddedLines,
    private readonly teamDecision: PrintTeamDecision,
  ) {}

  @Handle(routes.appendix1)
  @Header('cache-control', 'private, no-store')
  async list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.appendix1>,
  ) {
    return answerWith(await this.appendix.execute(actor, unitId, query));
  }

  @Handle(routes.teamDecisionDraft)
  @Header('cache-control', 'private, no-store')
  async decision(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.teamDecisionDraft>,
  ) {
    return answerWith(await this.teamDecision.execute(actor, unitId, query));
  }

  @Handle(routes.reportDocument)
  @Header('cache-control', 'private, no-store')
  async document(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Query() query: RouteQuery<typeof routes.reportDocument>,
  ) {
    return answerWith(await this.report.execute(actor, id, query));
  }

  @Handle(routes.addedLines)
  lines(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.added.execute(actor, id);
  }

  @Handle(routes.readDocumentSettings)
  settings(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.offices.read(actor, unitId);
  }

  @Handle(routes.writeDocumentSettings)
  writeSettings(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.writeDocumentSettings>,
  ) {
    return this.offices.write(actor, unitId, input);
  }

  @Handle(routes.reportArchive)
  archived(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.archive.list(actor, id);
  }

  @Handle(routes.archivedFile)
  @Header('cache-control', 'private, no-store')
  async archivedFile(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Query() query: RouteQuery<typeof routes.archivedFile>,
  ) {
    return answerWith(await this.archive.file(actor, id, query));
  }
}
