export { type ActBy, AccessActs, type TakenList } from './access-acts.ts';
export { RefusalsInterceptor } from './refusals.interceptor.ts';
export { TrailModule } from './trail.module.ts';
export * as trailSql from './trail.sql.ts';
