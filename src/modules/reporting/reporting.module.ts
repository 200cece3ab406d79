/**
 * Figures and reports of units, each room on those above it in this list (`.config/floors.mjs`):
 *
 * - report: what a report and its paper are, who may, whose heirs answer; periods: days and what is owed
 * - figures: in which month a line counts, sums, live and frozen
 * - reports, approval: writing, checking, sending and deciding; a head approves
 * - standing, consolidation: how units stand; boards, campaigns, reminders
 * - documents, overview, service-days, lists, signing: what is printed, exported, signed
 * - restatement, providers, team: figures in other units' months, companies, a team's own month
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { approvalProviders } from './approval/providers.ts';
import { ReportApprovalsController } from './approval/report-approvals.controller.ts';
import { BoardQueries } from './consolidation/board.queries.ts';
import { CampaignQueries } from './consolidation/campaign.queries.ts';
import { CampaignSends } from './consolidation/campaign-sends.ts';
import { PlanCampaign } from './consolidation/plan-campaign.ts';
import { ReminderSends } from './consolidation/reminder-sends.ts';
import { CancelCampaign } from './consolidation/cancel-campaign.ts';
import { Campaigns } from './consolidation/campaigns.ts';
import { KnownSince } from './consolidation/known-since.ts';
import { StartCampaign } from './consolidation/start-campaign.ts';
import { ReadBoard } from './consolidation/read-board.ts';
import { ReadCampaign } from './consolidation/read-campaign.ts';
import { DashboardMonths } from './consolidation/dashboard-months.ts';
import { ReadDashboard } from './consolidation/read-dashboard.ts';
import { ChaseReports } from './consolidation/chase-reports.ts';
import { RemindReports } from './consolidation/remind-reports.ts';
import { ActiveTeamQueries } from './figures/active-teams.queries.ts';
import { DayFigures } from './figures/day-figures.ts';
import { FigureItems } from './figures/figure-items.ts';
import { FigureQueries } from './figures/figure.queries.ts';
import { ReadFigureSource } from './figures/figure-source.ts';
import { FigureStore } from './figures/figure-store.ts';
import { LiveFigures } from './figures/live-figures.ts';
import { ReadMonthFigures } from './figures/month-figures.ts';
import { ExportOverview } from './overview/export-overview.ts';
import { OverviewActivity } from './overview/overview-activity.ts';
import { OverviewOfficers } from './overview/overview-officers.ts';
import { OverviewReports } from './overview/overview-reports.ts';
import { OverviewPlace } from './overview/overview-place.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewQueries } from './standing/overview.queries.ts';
import { ReadOverview } from './overview/read-overview.ts';
import { ReadOverviewTeams } from './overview/read-overview-teams.ts';
import { KeepWorkDays } from './periods/keep-work-days.ts';
import { MoveDues } from './periods/move-dues.ts';
import { OpenReports } from './periods/open-reports.ts';
import { ReportingRules } from './service-days/reporting-rules.ts';
import { WorkDays } from './periods/work-days.ts';
import { ListsController } from './lists/lists.controller.ts';
import { ReportDocumentsController } from './documents/documents.controller.ts';
import { SigningController } from './signing/signing.controller.ts';
import { documentProviders } from './documents/providers.ts';
import { listProviders } from './lists/providers.ts';
import { signingProviders } from './signing/providers.ts';
import { CampaignsController } from './campaigns.controller.ts';
import { ReportActsController } from './report-acts.controller.ts';
import { ReportBoardsController } from './report-boards.controller.ts';
import { ReportDecisionsController } from './report-decisions.controller.ts';
import { ReportAccess } from './report/report-access.ts';
import { ReportingApi } from './reporting.api.ts';
import { ReportsController } from './reports.controller.ts';
import { DecideReport } from './reports/decide-report.ts';
import { ListReports, OpenReport } from './reports/list-reports.ts';
import { PresentReport } from './reports/present-report.ts';
import { ReadReport } from './reports/read-report.ts';
import { SearchReports } from './reports/search-reports.ts';
import { ReportFacts } from './reports/report-facts.ts';
import { ReadReportHistory } from './reports/read-report-history.ts';
import { ReportsOpenWork } from './reports/open-work.ts';
import { ReportsTakenOver } from './reports/reports-taken-over.ts';
import { ReportingKeptRecords } from './kept-records.ts';
import { ReportingPersonReferences } from './reports/person-references.ts';
import { ReportPeople } from './report/report-people.ts';
import { WithdrawReport } from './reports/withdraw-report.ts';
import { ReportWordsQueries } from './reports/report-words.queries.ts';
import { SeeReport } from './reports/see-report.ts';
import { SubmitReport } from './reports/submit-report.ts';
import { PlanFigures, TypeFigure } from './reports/type-figure.ts';
import { WriteContent } from './reports/write-content.ts';
import { WriteWords } from './reports/write-words.ts';
import { restatementProviders } from './restatement/providers.ts';
import { serviceDayProviders } from './service-days/providers.ts';
import { standingProviders } from './standing/providers.ts';
import { ServiceDaysController } from './service-days/service-days.controller.ts';
import { CompanyPeople } from './providers/company-people.ts';
import { OwnCompanies } from './providers/own-companies.ts';
import { ProviderCoverageController } from './providers/provider-coverage.controller.ts';
import { ReadProviderCell } from './providers/read-provider-cell.ts';
import { ReadProviderCoverage } from './providers/read-provider-coverage.ts';
import { ReadTeamMonth } from './team/read-team-month.ts';
import { RestatementController } from './restatement.controller.ts';
import { WorkDaysController } from './work-days.controller.ts';
import { reportingEntities } from './reporting.entities.ts';

const figures = [
  ActiveTeamQueries,
  DayFigures,
  FigureItems,
  FigureQueries,
  FigureStore,
  LiveFigures,
  ReadFigureSource,
  ReadMonthFigures,
];
const periods = [KeepWorkDays, MoveDues, OpenReports, ReportingRules, WorkDays];
const reports = [
  DecideReport,
  ListReports,
  OpenReport,
  PlanFigures,
  PresentReport,
  ReadReport,
  SearchReports,
  ReportFacts,
  ReadReportHistory,
  ReportPeople,
  ReportingKeptRecords,
  ReportingPersonReferences,
  ReportsOpenWork,
  ReportsTakenOver,
  ReportWordsQueries,
  SeeReport,
  SubmitReport,
  TypeFigure,
  WithdrawReport,
  WriteContent,
  WriteWords,
];
const consolidation = [
  BoardQueries,
  CampaignQueries,
  CampaignSends,
  Campaigns,
  CancelCampaign,
  DashboardMonths,
  KnownSince,
  ReadBoard,
  ReadCampaign,
  ReadDashboard,
  ChaseReports,
  PlanCampaign,
  ReminderSends,
  RemindReports,
  StartCampaign,
];

const overview = [
  ExportOverview,
  OverviewActivity,
  OverviewOfficers,
  OverviewPlace,
  OverviewQueries,
  OverviewReports,
  ReadOverview,
  ReadOverviewTeams,
];
const coverage = [CompanyPeople, OwnCompanies, ReadProviderCell, ReadProviderCoverage];

/** Global: notifications tells of reports through ReportingApi. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(reportingEntities)],
  controllers: [
    ProviderCoverageController,
    ReportsController,
    ReportActsController,
    ReportApprovalsController,
    ReportDecisionsController,
    ReportBoardsController,
    OverviewController,
    CampaignsController,
    ReportDocumentsController,
    SigningController,
    ListsController,
    RestatementController,
    WorkDaysController,
    ServiceDaysController,
  ],
  providers: [
    ReportAccess,
    ReportingApi,
    ReadTeamMonth,
    ...coverage,
    ...overview,
    ...figures,
    ...periods,
    ...restatementProviders,
    ...reports,
    ...consolidation,
    ...approvalProviders,
    ...documentProviders,
    ...listProviders,
    ...signingProviders,
    ...serviceDayProviders,
    ...standingProviders,
  ],
  exports: [ReportingApi],
})
export class ReportingModule {}
