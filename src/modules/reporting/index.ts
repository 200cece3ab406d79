export { FormsApi, type ToldRound, type ToldSheet } from './forms.api.ts';
export { OpenReports } from './reports/periods/open-reports.ts';
export {
  type CampaignInfo,
  ReportingApi,
  type ReportInfo,
  type ReturnedCell,
  type ToldReport,
} from './reporting.api.ts';
export * from './reporting.events.ts';
export { ReportingModule } from './reporting.module.ts';
