export { CommandCounts } from './command-counts.ts';
export { forgetInAnswers } from './forget-in-answers.ts';
export { CommandsModule } from './commands.module.ts';
export { IdempotencyInterceptor } from './idempotency.interceptor.ts';
