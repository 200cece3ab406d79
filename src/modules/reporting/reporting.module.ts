import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BoardRows } from './consolidation/board-rows.ts';
import { CampaignRows } from './consolidation/campaign-rows.ts';
import { CancelCampaign } from './consolidation/cancel-campaign.ts';
import { Campaigns } from './consolidation/campaigns.ts';
import { KnownSince } from './consolidation/known-since.ts';
import { StartCampaign } from './consolidation/start-campaign.ts';
import { ReadBoard } from './consolidation/read-board.ts';
import { ReadCampaign } from './consolidation/read-campaign.ts';
import { ReadDashboard } from './consolidation/read-dashboard.ts';
import { RemindReports } from './consolidation/remind-reports.ts';
import { FigureBook } from './figures/figure-book.ts';
import { ReadFigureSource } from './figures/figure-source.ts';
import { KeepFacts } from './figures/keep-facts.ts';
import { LiveFigures } from './figures/live-figures.ts';
import { KeepWorkDays } from './periods/keep-work-days.ts';
import { MoveDues } from './periods/move-dues.ts';
import { OpenReports } from './periods/open-reports.ts';
import { WorkDays } from './periods/work-days.ts';
import { ListsController } from './papers/lists.controller.ts';
import { ReportPapersController } from './papers/papers.controller.ts';
import { SigningController } from './papers/signing.controller.ts';
import { paperProviders } from './papers/providers.ts';
import { CampaignsController } from './campaigns.controller.ts';
import { ReportActsController } from './report-acts.controller.ts';
import { ReportBoardsController } from './report-boards.controller.ts';
import { ReportDecisionsController } from './report-decisions.controller.ts';
import { ReportDesk } from './report-desk.ts';
import { ReportingApi } from './reporting.api.ts';
import { ReportsController } from './reports.controller.ts';
import { DecideReport } from './reports/decide-report.ts';
import { ListReports, OpenReport } from './reports/list-reports.ts';
import { PresentReport } from './reports/present-report.ts';
import { ReadReport } from './reports/read-report.ts';
import { ReportFacts } from './reports/report-facts.ts';
import { ReportHistory } from './reports/report-history.ts';
import { ReportParts } from './reports/report-parts.ts';
import { ReportPeople } from './reports/report-people.ts';
import { WithdrawReport } from './reports/withdraw-report.ts';
import { ReportWordsBook } from './reports/report-words.ts';
import { SeeReport } from './reports/see-report.ts';
import { SubmitReport } from './reports/submit-report.ts';
import { PlanFigures, TypeFigure } from './reports/type-figure.ts';
import { WriteContent } from './reports/write-content.ts';
import { WriteWords } from './reports/write-words.ts';
import { FollowUnits } from './restate/follow-units.ts';
import { Lineage } from './restate/lineage.ts';
import { ReadRestated } from './restate/read-restated.ts';
import { RestateQueries } from './restate/restate.queries.ts';
import { ReadTeamMonth } from './team/read-team-month.ts';
import { RestatedController } from './restated.controller.ts';
import { WorkDaysController } from './work-days.controller.ts';
import { reportingEntities } from './reporting.entities.ts';

const figures = [FigureBook, KeepFacts, LiveFigures, ReadFigureSource];
const restate = [FollowUnits, Lineage, ReadRestated, RestateQueries];
const periods = [KeepWorkDays, MoveDues, OpenReports, WorkDays];
const reports = [
  DecideReport,
  ListReports,
  OpenReport,
  PlanFigures,
  PresentReport,
  ReadReport,
  ReportFacts,
  ReportHistory,
  ReportParts,
  ReportPeople,
  ReportWordsBook,
  SeeReport,
  SubmitReport,
  TypeFigure,
  WithdrawReport,
  WriteContent,
  WriteWords,
];
const consolidation = [
  BoardRows,
  CampaignRows,
  Campaigns,
  CancelCampaign,
  KnownSince,
  ReadBoard,
  ReadCampaign,
  ReadDashboard,
  RemindReports,
  StartCampaign,
];

/** Global: notifications tells of reports through ReportingApi. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(reportingEntities)],
  controllers: [
    ReportsController,
    ReportActsController,
    ReportDecisionsController,
    ReportBoardsController,
    CampaignsController,
    ReportPapersController,
    SigningController,
    ListsController,
    RestatedController,
    WorkDaysController,
  ],
  providers: [
    ReportDesk,
    ReportingApi,
    ReadTeamMonth,
    ...figures,
    ...periods,
    ...restate,
    ...reports,
    ...consolidation,
    ...paperProviders,
  ],
  exports: [ReportingApi],
})
export class ReportingModule {}
