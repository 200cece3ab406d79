/** The one entry: the roles named by ROLE, on DATABASE_URL or on the embedded PostgreSQL, which starts while our files are read. */
import { loadEnv } from '#platform/config';
import { databaseOf } from './database-of.ts';

async function start(): Promise<void> {
  const env = loadEnv();
  const [database, { runRoles }] = await Promise.all([databaseOf(env), import('./run-roles.ts')]);
  await runRoles(env, database);
}

/** Whoever collects the lines gets one, as from everything else; whoever sits before it gets the words. */
async function tellWhyNot(error: unknown): Promise<void> {
  if (process.stdout.isTTY)
    return void process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const { Log } = await import('#platform/logging');
  new Log({ LOG_LEVEL: 'error', ROLE: 'all' }).error({ error }, 'could not start');
}

await start().catch(async (error: unknown) => {
  await tellWhyNot(error);
  process.exit(1);
});
