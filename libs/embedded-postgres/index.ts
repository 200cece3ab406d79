export { createDatabase, databaseUrl } from './databases.ts';
export { EmbeddedPostgresError } from './embedded-errors.ts';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';
