export { ReportingApi, type ReportInfo } from './reporting.api.ts';
export * from './reporting.events.ts';
export { ReportingModule } from './reporting.module.ts';
