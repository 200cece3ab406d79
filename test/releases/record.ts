/**
 * `npm run -s release:record`: keeps the release that package.json names. A small installation is made by the application,
 * backed up as any other, and its people ask what they may; what they were answered, and what the server asked the database
 * for it, is written beside. Done once, when the release is made; a release that is out is never recorded anew.
 */
import 'reflect-metadata';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pathTo, type RouteDefinition, routes } from '#contracts';
import { createDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { backUp } from '#platform/backup';
import { migrate, sql } from '#platform/database';
import { Recorder } from '../bench/reads/recorder.ts';
import { NOW } from '../support/access/world.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { build, type Question } from './installation.ts';
import { type Recorded, RELEASES } from './release.ts';
import { shapeOf } from './shape.ts';

const MOST_BYTES = 1_000_000;
const OWN_STATEMENT = /^\s*(?:with|select|insert|update|delete)\b/i;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const target = join(RELEASES, version);

async function record(app: TestApp, recorder: Recorder, to: string, dataDir: string): Promise<void> {
  const { tokens, reads, commands } = await build(app);
  await backUp({
    databaseUrl: app.databaseUrl,
    dataDir,
    to: join(to, 'backup'),
    recipients: [],
    secretKey: undefined,
    startedBy: 'command',
    now: () => app.clock.now(),
  });
  // Noted once its moment was fixed: whoever restores it finds no run.
  await app.database.rows(sql`delete from backup_runs`);
  const clock = app.clock.now().toISOString();
  const statements = new Set<string>();
  const requests: Recorded[] = [];
  for (const question of [...reads, ...commands]) {
    recorder.begin();
    requests.push(await ask(app, question, tokens));
    for (const { text } of recorder.end()) if (OWN_STATEMENT.test(text)) statements.add(text);
  }
  recorder.stop();
  const refused = requests.filter(({ id, status }) => status >= 500 || (status >= 400 && id !== 'me'));
  for (const { id, by, status } of refused) console.log(`  ${id} by ${by}: ${status}`);
  const clients = { clock, tokens, requests, statements: [...statements].sort() };
  writeFileSync(join(to, 'clients.json.gz'), gzipSync(JSON.stringify(clients), { level: 9 }));
  console.log(`${version}: ${requests.length} requests, ${statements.size} statements, ${sizeOf(to)} bytes`);
  if (statements.size < requests.length) throw new Error('fewer statements than requests: not all were heard');
  if (sizeOf(to) > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes: make the installation smaller`);
}

async function ask(app: TestApp, { id, by, options }: Question, tokens: Record<string, string>): Promise<Recorded> {
  const route: RouteDefinition = routes[id];
  const token = tokens[by];
  const answer = await app.call(route, { ...options, ...(token && { token }) });
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const { params, query, body } = options;
  return {
    id,
    method: route.method,
    path: pathTo(route, params ?? {}),
    ...(query && { query }),
    ...(body !== undefined && { body }),
    by,
    status: answer.status,
    shape: type.includes('json') ? shapeOf(answer.body) : type,
  };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((total, one) => total + statSync(join(one.parentPath, one.name)).size, 0);

async function main(): Promise<void> {
  if (existsSync(target) && !process.argv.includes('--again'))
    throw new Error(
      `${version} is recorded. Raise the version in package.json, or give --again while it is not out yet.`,
    );
  // What reads files is a process of its own, and runs from the sources as well.
  process.env['NODE_OPTIONS'] =
    `--no-warnings --import ${new URL('../support/runner/typescript-loader.mjs', import.meta.url)}`;
  const folder = mkdtempSync(join(tmpdir(), 'to-so-release-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), persistent: false });
  try {
    const url = await createDatabase(server.url, 'release');
    await migrate(url);
    const dataDir = join(folder, 'data');
    // Before the application: a connection keeps the way of asking that it was made with.
    const recorder = new Recorder();
    const app = await startApp({ DATABASE_URL: url, DATA_DIR: dataDir, CLOCK: NOW });
    rmSync(target, { recursive: true, force: true });
    await record(app, recorder, target, dataDir);
    await app.stop();
  } finally {
    await server.stop();
    await removeEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

await main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
