export { type ActBy, AccessActs } from './access-acts.ts';
export { RefusalsInterceptor } from './refusals.interceptor.ts';
export { TrailModule } from './trail.module.ts';
export * as trailSql from './trail.sql.ts';
