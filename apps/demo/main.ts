/**
 * What `npm run demo` runs once everything is installed and built: the whole product in one process on the embedded
 * PostgreSQL, Triệu Sơn loaded, the main job, training and reporting played, then served until Ctrl-C. `--reset` begins anew,
 * `--no-story` loads and plays nothing, `--few` loads three communes instead of 34, and plays no reform. `--emulators` adds the messaging platforms
 * as emulators, the channels' chapters, and a page of fake phones. `--empty` has a database of its own with nothing in it: the
 * first day of a province. `--country DIR` replays the reform of a country, or of a province, from public lists (CSV) on an
 * empty database of its own, prints what it kept, and ends.
 */
import 'reflect-metadata';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Env, loadEnv } from '#platform/config';
import { migrate } from '#platform/database';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { createApp } from '../../src/create-app.ts';
import { ApiClient } from './api-client.ts';
import { printAccounts, printAccountsToWatch } from './accounts.ts';
import { replayCountry } from './country/replay-country.ts';
import { beginEmpty } from './empty/begin-empty.ts';
import { freePort } from './free-port.ts';
import { startMailSink } from './mail-sink.ts';
import type { Platforms } from './phones/platforms.ts';
import { isLoaded, loadDistrict, markLoaded } from './seed/load-district.ts';
import { chaptersOf } from './story/chapters.ts';
import { playStory } from './story/play-story.ts';
import { playReforms } from './story/reforms/play-reforms.ts';
import { playReporting } from './story/reporting/play-reporting.ts';
import { playTraining } from './story/training/play-training.ts';
import { bold, dim, line, red } from './terminal.ts';

const DEFAULT_PORT = 8080;

const empty = process.argv.includes('--empty');
/** The first day has no platforms yet. */
const emulated = process.argv.includes('--emulators') && !empty;
/** A folder of public lists: a country of its own, whose reform is replayed. */
const country = process.argv.includes('--country')
  ? (process.argv[process.argv.indexOf('--country') + 1] ?? '')
  : undefined;
const folder = country !== undefined ? 'demo-country' : empty ? 'demo-empty' : emulated ? 'demo-emulators' : 'demo';
const again = empty ? '--empty ' : emulated ? '--emulators ' : '';

interface Running {
  app: NestFastifyApplication;
  url: string;
  dataDir: string;
  platforms: Platforms | undefined;
  stop(): Promise<void>;
}

/** Where mails and messages go: a sink, or with `--emulators` all platforms. */
async function outside(): Promise<{ settings: Partial<Env>; platforms?: Platforms; stop(): void | Promise<void> }> {
  if (!emulated) {
    const mail = await startMailSink();
    return { settings: { SMTP_URL: mail.url }, stop: () => mail.close() };
  }
  const { startPlatforms } = await import('./phones/platforms.ts');
  const platforms = await startPlatforms();
  return { settings: platforms.settings, platforms, stop: () => platforms.stop() };
}

async function start(): Promise<Running> {
  const settings = loadEnv();
  const dataDir = join(settings.DATA_DIR, folder);
  if (process.argv.includes('--reset') || country !== undefined)
    await removeEmbeddedPostgres(join(dataDir, 'postgres'));
  line(dim('PostgreSQL ...'));
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    persistent: true,
    log: (text) => line(dim(text)),
  });
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { settings: addresses, platforms, stop: stopOutside } = await outside();
  const port = await freePort(Number(process.env['PORT'] ?? DEFAULT_PORT));
  const url = `http://127.0.0.1:${port}`;
  const app = await createApp({
    ...settings,
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    PORT: port,
    PUBLIC_URL: url,
    ROLE: 'all',
    HOLD_SECONDS: 0,
    LOG_LEVEL: 'warn',
    ...addresses,
  });
  await app.listen(port, '127.0.0.1');
  const stop = async () => {
    await app.close();
    await stopOutside();
    await server.stop();
  };
  return { app, url, dataDir, platforms, stop };
}

/** Nothing is served: what was kept is printed, and the process ends. */
async function replay({ app, url, stop }: Running, from: string): Promise<never> {
  await replayCountry(app, new ApiClient(url), from);
  await stop();
  process.exit(0);
}

async function begin(app: NestFastifyApplication, api: ApiClient): Promise<void> {
  const loaded = await loadDistrict(app, api);
  const { story, reforms } = chaptersOf(process.argv);
  if (story) {
    await printAccountsToWatch(app, api);
    await playStory(app, api, loaded);
    await playTraining(app, api, loaded);
    await playReporting(app, api, loaded);
    if (reforms) await playReforms(app, api, loaded);
  }
  await markLoaded(app);
}

function printAddresses(url: string, phones?: string): void {
  line();
  line(`${bold('Mini-app')}  ${url}/app/`);
  line(`${bold('Console')}   ${url}/console/`);
  line(`${bold('API')}       ${url}/api/docs`);
  if (phones) line(`${bold('Điện thoại giả')}  ${phones}  ${dim('mỗi cột một người, nút bấm được')}`);
}

async function present({ app, url, dataDir, platforms }: Running): Promise<void> {
  const api = new ApiClient(url);
  if (!empty && !(await isLoaded(app))) {
    printAddresses(url);
    await begin(app, api);
  }
  const phones = await platforms?.play(app, api);
  if (empty) await beginEmpty(app, dataDir);
  else await printAccounts(app);
  printAddresses(url, phones);
  line(dim(`Ctrl-C dừng; dữ liệu còn nguyên cho lần sau (npm run demo -- ${again}--reset để làm lại từ đầu).`));
}

const running = await start().catch((error: unknown) => {
  line(red(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
// A group of processes that is ended tells each of them, and the launcher passes it on: the second time changes nothing.
let ending: Promise<never> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    ending ??= running.stop().then(() => process.exit(0));
  });
try {
  if (country !== undefined) await replay(running, country);
  await present(running);
} catch (error) {
  line(red(error instanceof Error ? error.message : String(error)));
  await running.stop();
  process.exit(1);
}
