/**
 * Figures and reports of units, each wing and room on those above it in this list (`.config/floors.mjs`):
 *
 * - reports: what a report is and who may, days and what is owed, in which month a line counts and its sums; writing, checking,
 *   sending and deciding; a head approves
 * - papers: documents of Decree 30 and Appendix 1, lists made for whoever asked, signed files
 * - service-days: days of service and what is paid for them
 * - boards: how units stand; the board and its months, a team's own month; campaigns and reminders, overview, companies
 * - forms: questions that an officer makes, asked of communes, answered and read as one table
 * - restatement: figures in the units of today, what a reform leaves to be reported
 * - past-years: figures of before the records, from workbooks; the same month a year ago
 * - oddities: which figures of a month had better be asked about, by pure rules; looking for them, asking back
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { approvalProviders } from './reports/approval/providers.ts';
import { ReportApprovalsController } from './reports/approval/report-approvals.controller.ts';
import { BoardQueries } from './boards/consolidation/board.queries.ts';
import { CampaignQueries } from './boards/campaigns/campaign.queries.ts';
import { CampaignSends } from './boards/campaigns/campaign-sends.ts';
import { PlanCampaign } from './boards/campaigns/plan-campaign.ts';
import { ReminderSends } from './boards/campaigns/reminder-sends.ts';
import { CancelCampaign } from './boards/campaigns/cancel-campaign.ts';
import { Campaigns } from './boards/campaigns/campaigns.ts';
import { KnownSince } from './boards/consolidation/known-since.ts';
import { StartCampaign } from './boards/campaigns/start-campaign.ts';
import { ReadBoard } from './boards/consolidation/read-board.ts';
import { ReadCampaign } from './boards/campaigns/read-campaign.ts';
import { DashboardMonths } from './boards/consolidation/dashboard-months.ts';
import { ReadDashboard } from './boards/consolidation/read-dashboard.ts';
import { ChaseReports } from './boards/campaigns/chase-reports.ts';
import { RemindReports } from './boards/campaigns/remind-reports.ts';
import { ActiveTeamQueries } from './reports/figures/active-teams.queries.ts';
import { DayFigures } from './reports/figures/day-figures.ts';
import { FigureItems } from './reports/figures/figure-items.ts';
import { FigureQueries } from './reports/figures/figure.queries.ts';
import { ReadFigureSource } from './reports/figures/figure-source.ts';
import { FigureStore } from './reports/figures/figure-store.ts';
import { LiveFigures } from './reports/figures/live-figures.ts';
import { ReadMonthFigures } from './reports/figures/month-figures.ts';
import { FigureParts } from './reports/figures/figure-parts.ts';
import { MonthSums } from './reports/figures/month-sums.ts';
import { ExportOverview } from './boards/overview/export-overview.ts';
import { OverviewActivity } from './boards/overview/overview-activity.ts';
import { OverviewOfficers } from './boards/overview/overview-officers.ts';
import { OverviewParts } from './boards/overview/overview-parts.ts';
import { OverviewReports } from './boards/overview/overview-reports.ts';
import { OverviewPlace } from './boards/overview/overview-place.ts';
import { OverviewController } from './boards/overview/overview.controller.ts';
import { OverviewQueries } from './boards/standing/overview.queries.ts';
import { ReadOverview } from './boards/overview/read-overview.ts';
import { ReadOverviewTeams } from './boards/overview/read-overview-teams.ts';
import { DueReminders } from './reports/periods/due-reminders.ts';
import { KeepWorkDays } from './reports/periods/keep-work-days.ts';
import { MoveDues } from './reports/periods/move-dues.ts';
import { OpenReports } from './reports/periods/open-reports.ts';
import { ReportingRules } from './service-days/reporting-rules.ts';
import { WorkDays } from './reports/periods/work-days.ts';
import { ListsController } from './papers/lists/lists.controller.ts';
import { ReportDocumentsController } from './papers/documents/documents.controller.ts';
import { SigningController } from './papers/signing/signing.controller.ts';
import { documentProviders } from './papers/documents/providers.ts';
import { listProviders } from './papers/lists/providers.ts';
import { signingProviders } from './papers/signing/providers.ts';
import { CampaignsController } from './boards/campaigns/campaigns.controller.ts';
import { ReportActsController } from './reports/reports/report-acts.controller.ts';
import { ReportBoardsController } from './boards/campaigns/report-boards.controller.ts';
import { ReportDecisionsController } from './reports/reports/report-decisions.controller.ts';
import { ReportAccess } from './reports/report/report-access.ts';
import { ReportingApi } from './reporting.api.ts';
import { ReportsController } from './reports/reports/reports.controller.ts';
import { DecideReport } from './reports/reports/decide-report.ts';
import { ListReports, OpenReport } from './reports/reports/list-reports.ts';
import { PresentReport } from './reports/reports/present-report.ts';
import { ReadReport } from './reports/reports/read-report.ts';
import { SearchReports } from './reports/reports/search-reports.ts';
import { ReportFacts } from './reports/reports/report-facts.ts';
import { ReadReportHistory } from './reports/reports/read-report-history.ts';
import { ReportsOpenWork } from './reports/reports/open-work.ts';
import { ReportsTakenOver } from './reports/reports/reports-taken-over.ts';
import { ReportingKeptRecords } from './reports/reports/kept-records.ts';
import { ReportingPersonReferences } from './reports/reports/person-references.ts';
import { ReportPeople } from './reports/report/report-people.ts';
import { WithdrawReport } from './reports/reports/withdraw-report.ts';
import { ReportWordsQueries } from './reports/reports/report-words.queries.ts';
import { SeeReport } from './reports/reports/see-report.ts';
import { SubmitReport } from './reports/reports/submit-report.ts';
import { PlanFigures, TypeFigure } from './reports/reports/type-figure.ts';
import { WriteContent } from './reports/reports/write-content.ts';
import { WriteWords } from './reports/reports/write-words.ts';
import { PastFiguresController } from './past-years/past-figures.controller.ts';
import { pastYearProviders } from './past-years/providers.ts';
import { restatementProviders } from './restatement/providers.ts';
import { serviceDayProviders } from './service-days/providers.ts';
import { oddityProviders } from './oddities/asking/providers.ts';
import { OddFiguresController } from './oddities/asking/odd-figures.controller.ts';
import { standingProviders } from './boards/standing/providers.ts';
import { ServiceDaysController } from './service-days/service-days.controller.ts';
import { CompanyPeople } from './boards/providers/company-people.ts';
import { OwnCompanies } from './boards/providers/own-companies.ts';
import { ProviderCoverageController } from './boards/providers/provider-coverage.controller.ts';
import { ReadProviderCell } from './boards/providers/read-provider-cell.ts';
import { ReadProviderCoverage } from './boards/providers/read-provider-coverage.ts';
import { ReadTeamMonth } from './boards/consolidation/read-team-month.ts';
import { RestatementController } from './restatement/restatement.controller.ts';
import { WorkDaysController } from './reports/periods/work-days.controller.ts';
import { FormsApi } from './forms.api.ts';
import { FormAnswersController } from './forms/form-answers.controller.ts';
import { FormRoundsController } from './forms/form-rounds.controller.ts';
import { FormsController } from './forms/forms.controller.ts';
import { formProviders } from './forms/providers.ts';
import { reportingEntities } from './reporting.entities.ts';

const figures = [
  ActiveTeamQueries,
  DayFigures,
  MonthSums,
  FigureParts,
  FigureItems,
  FigureQueries,
  FigureStore,
  LiveFigures,
  ReadFigureSource,
  ReadMonthFigures,
];
const periods = [DueReminders, KeepWorkDays, MoveDues, OpenReports, ReportingRules, WorkDays];
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
  OverviewParts,
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
    PastFiguresController,
    RestatementController,
    OddFiguresController,
    WorkDaysController,
    ServiceDaysController,
    FormsController,
    FormRoundsController,
    FormAnswersController,
  ],
  providers: [
    ReportAccess,
    FormsApi,
    ReportingApi,
    ReadTeamMonth,
    ...coverage,
    ...overview,
    ...figures,
    ...periods,
    ...pastYearProviders,
    ...restatementProviders,
    ...reports,
    ...consolidation,
    ...approvalProviders,
    ...documentProviders,
    ...formProviders,
    ...listProviders,
    ...oddityProviders,
    ...signingProviders,
    ...serviceDayProviders,
    ...standingProviders,
  ],
  exports: [FormsApi, ReportingApi],
})
export class ReportingModule {}
