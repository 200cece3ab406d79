export { quickReportIndicators } from './catalogue/quick-report-indicators.ts';
export { type OpenTask, OpenTaskQueries } from './reads/open-task.queries.ts';
export { PartnerFacts } from './joint/partner-facts.ts';
export { ReportDifficulty } from './difficulties/report-difficulty.ts';
export { TaskCommands } from './task-commands.ts';
export { type AssignmentInfo, type DifficultyInfo, type ExtensionInfo, type TaskInfo, TasksApi } from './tasks.api.ts';
export * from './tasks.events.ts';
export * as tasksSql from './tasks.sql.ts';
export { TasksModule } from './tasks.module.ts';
