import { randomBytes } from 'node:crypto';
import { createDatabase, databaseUrl, withClient } from '../../libs/embedded-postgres/databases.ts';

/** Name of the environment variable by which the run's server reaches the suites. */
export const TEST_SERVER_URL = 'TEST_SERVER_URL';
export const TEMPLATE_DATABASE = 'to_so_template';

function serverUrl(): string {
  const url = process.env[TEST_SERVER_URL];
  if (!url) throw new Error('No test database: run this suite in the Jest project integration, journeys or browser');
  return url;
}

const freshName = (): string => `suite_${process.pid}_${randomBytes(6).toString('hex')}`;

const made: string[] = [];

async function create(template?: string): Promise<string> {
  const name = freshName();
  const url = await createDatabase(serverUrl(), name, template);
  made.push(name);
  return url;
}

/** A fresh, migrated database of the suite's own; gives its URL. It ends with `dropDatabases`, at the latest with the run's server. */
export const databaseForSuite = (): Promise<string> => create(TEMPLATE_DATABASE);

/** A fresh database without any table, for suites about the migrations themselves. */
export const emptyDatabase = (): Promise<string> => create();

/** Ends what this suite has made so far, also under who is still connected. */
export async function dropDatabases(): Promise<void> {
  if (made.length === 0) return;
  await withClient(databaseUrl(serverUrl(), 'postgres'), async (client) => {
    for (const name of made.splice(0)) await client.query(`drop database if exists ${name} with (force)`);
  });
}
