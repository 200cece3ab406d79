export { type AssignmentInfo, type DifficultyInfo, type ExtensionInfo, type TaskInfo, TasksApi } from './tasks.api.ts';
export * from './tasks.events.ts';
export { TasksModule } from './tasks.module.ts';
