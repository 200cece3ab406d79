export { IdempotencyInterceptor } from './idempotency.interceptor.ts';
