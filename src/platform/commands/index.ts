export { CommandCounts } from './command-counts.ts';
export { CommandsModule } from './commands.module.ts';
export { IdempotencyInterceptor } from './idempotency.interceptor.ts';
