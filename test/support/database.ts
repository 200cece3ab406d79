import { randomBytes } from 'node:crypto';
import { createDatabase } from '../../src/platform/embedded/databases.ts';

/** Name of the environment variable by which the run's server reaches the suites. */
export const TEST_SERVER_URL = 'TEST_SERVER_URL';
export const TEMPLATE_DATABASE = 'to_so_template';

function serverUrl(): string {
  const url = process.env[TEST_SERVER_URL];
  if (!url) throw new Error('No test database: run this suite in the Jest project integration, journeys or browser');
  return url;
}

const freshName = (): string => `suite_${process.pid}_${randomBytes(6).toString('hex')}`;

/** A fresh, migrated database of the suite's own; gives its URL. It ends with the run's server. */
export const databaseForSuite = (): Promise<string> => createDatabase(serverUrl(), freshName(), TEMPLATE_DATABASE);

/** A fresh database without any table, for suites about the migrations themselves. */
export const emptyDatabase = (): Promise<string> => createDatabase(serverUrl(), freshName());
