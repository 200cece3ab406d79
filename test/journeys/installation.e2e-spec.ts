/**
 * The product as its pages say that it is installed, backed up and upgraded: their commands are taken out of them and run, on
 * an account that cannot write the release, with two processes and a phone at work. Then a worker whose clock is a day ahead.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { removeEmbeddedPostgres } from '../../libs/embedded-postgres/index.ts';
import { readRelease, releases } from '../releases/release.ts';
import { databaseForSuite, emptyDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { Machine } from '../support/installation/machine.ts';
import { commandsBelow } from '../support/installation/page-commands.ts';
import { sendMeanwhile } from '../support/installation/phone-at-work.ts';
import { until } from '../support/platform.ts';

const DAY_MS = 86_400_000;
const SECONDS = 100;
/** For a busy machine: packages are installed, processes started and a database restored. */
const LONG_MS = 400_000;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const machine = new Machine();
let port = 0;
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const isReady = () =>
  fetch(at('/health/ready')).then(
    ({ ok }) => ok,
    () => false,
  );

/** What the services have said stands in the failure: nobody can look into them afterwards. */
async function ready(): Promise<void> {
  await until(isReady, SECONDS).catch((error: Error) => {
    throw new Error(`${error.message}: ${machine.services.logs().slice(-4_000)}`);
  });
}

async function must(commands: string, cwd?: string): Promise<string> {
  const { code, output } = await machine.run(commands, cwd);
  if (code !== 0) throw new Error(`${commands}\nended with ${code}:\n${output.slice(-4_000)}`);
  return output;
}

async function ask<T>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

const settle = (name: string, lines: Record<string, string>) =>
  writeFileSync(
    machine.at(`/etc/to-so/${name}`),
    Object.entries(lines)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );

beforeAll(async () => {
  await machine.start();
  port = await freePort();
});
afterAll(async () => {
  await removeEmbeddedPostgres(machine.at('/var/lib/to-so/postgres'));
  await machine.close();
});

it(
  'is installed by docs/running.md, as another account, and has an administrator',
  async () => {
    const [packing = '', installing = ''] = commandsBelow('docs/running.md', '## Without containers');
    const FROM = 'git clone … to-so && cd to-so && ';
    expect(packing.startsWith(FROM)).toBe(true);
    const archive = (await must(packing.slice(FROM.length), process.cwd())).trim().split('\n').at(-1);
    expect(archive).toBe(join(process.cwd(), `dist/to-so-${version}.tar.gz`));
    await must('install -d -m 0700 /etc/to-so');
    settle('all.env', { PORT: String(port) });
    const said = await must(installing, 'dist');
    expect(said).toMatch(/http:\/\/|https:\/\/to-so\.xa\.example\/.*#/);
    await ready();
    expect((await fetch(at('/console/'))).headers.get('content-type')).toMatch(/^text\/html/);
  },
  LONG_MS,
);

it(
  'is backed up and tried by docs/backup.md, and leaves no database behind',
  async () => {
    const [making = ''] = commandsBelow('docs/backup.md', '## Make one');
    const [trying = ''] = commandsBelow('docs/backup.md', '## Try it: the drill');
    const lines = making.split('\n');
    const key = (await must(lines[0]!)).match(/age1[a-z0-9]+/)?.[0];
    await must(lines[1]!.replace('age1...', key!));
    expect(await must(trying)).toContain('The backup of');
    const [restoring = ''] = commandsBelow('docs/backup.md', '## Restore');
    await must(
      'systemctl stop to-so@all && mv /var/lib/to-so /var/lib/to-so.before && install -d -m 0700 -o to-so -g to-so /var/lib/to-so',
    );
    expect(await must(restoring)).toContain('Restored the backup of');
    await ready();
    await must('systemctl stop to-so@all');
    await removeEmbeddedPostgres(machine.at('/var/lib/to-so.before/postgres'));
  },
  LONG_MS,
);

it(
  'is upgraded by docs/upgrades.md from the last release, with two processes and a phone at work',
  async () => {
    const release = readRelease(releases().at(-1)!);
    const url = await emptyDatabase();
    settle('to-so.env', { PUBLIC_URL: 'https://to-so.xa.example', DATABASE_URL: url, CLOCK: release.clock });
    settle('api.env', { PORT: String(port) });
    await must(
      `rm -rf /var/lib/to-so/* && cp -r ${join(release.folder, 'backup')} /backups/recorded && chmod -R a+rX /backups/recorded`,
    );
    await must('chown -R to-so:to-so /backups/recorded 2>/dev/null || true; to-so restore --from /backups/recorded');
    await must('systemctl start to-so@api; systemctl start to-so@worker');
    await ready();
    const before = await ask<{ n: number }>(url, 'select count(*)::int as n from progress_entries');

    const { path, by, body } = release.requests.find(({ id }) => id === 'quickReport')!;
    const phone = sendMeanwhile((key, signal) =>
      fetch(at(`/api/v1${path}`), {
        method: 'POST',
        signal,
        headers: {
          authorization: `Bearer ${release.tokens[by!]}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      }),
    );
    const [upgrading = ''] = commandsBelow('docs/upgrades.md', '## Upgrade an installation');
    const next = /^version=(\S+)$/m.exec(upgrading)?.[1];
    await must(
      `mkdir repack && /usr/bin/tar -xzf ${process.cwd()}/dist/to-so-${version}.tar.gz -C repack && cd repack && mv to-so-${version} to-so-${next} &&
     sed -i 's/"version": "${version}"/"version": "${next}"/' to-so-${next}/package.json && /usr/bin/tar -czf ../to-so-${next}.tar.gz to-so-${next}`,
    );
    await must(upgrading);
    await ready();
    const { received, faults } = await phone.stop();
    expect(faults).toEqual([]);
    expect(received.length).toBeGreaterThan(20);
    const after = await ask<{ n: number }>(url, 'select count(*)::int as n from progress_entries');
    expect(after[0]!.n - before[0]!.n).toBe(received.length);
    expect(machine.services.of('to-so@api').process.pid).toBeDefined();
    expect((await must('readlink /opt/to-so/current')).trim()).toBe(`to-so-${next}`);
  },
  LONG_MS,
);

it(
  'goes on beside a worker whose clock is a day ahead, and after it',
  async () => {
    await must('systemctl stop to-so@worker; systemctl stop to-so@api');
    const url = await databaseForSuite();
    settle('to-so.env', { PUBLIC_URL: 'https://to-so.xa.example', DATABASE_URL: url });
    const loader = join(process.cwd(), 'test/support/installation/clock-ahead.mjs');
    await must(`install -m 0644 ${loader} /opt/to-so/clock-ahead.mjs`);
    const ahead = {
      NODE_OPTIONS: `--import=${machine.at('/opt/to-so/clock-ahead.mjs')}`,
      CLOCK_AHEAD_MS: String(DAY_MS),
    };
    settle('worker.env', ahead);
    await must('systemctl start to-so@api; systemctl start to-so@worker');
    const clocks = () =>
      ask<{ ms: number }>(url, "select ahead_ms as ms from process_clocks where process like '%worker'");
    await until(async () => (await clocks()).length === 1, SECONDS);
    expect(Math.abs((await clocks())[0]!.ms - DAY_MS)).toBeLessThan(5_000);
    const { log } = machine.services.of('to-so@worker');
    await until(() => log().includes("this machine's clock differs from the database's"), SECONDS);
    const ticks = (past: string) =>
      ask(
        url,
        `select 1 from ticks where name = 'notifications.sweep' and ran_at <= clock_timestamp() and ran_at > '${past}'`,
      );
    const now = async () => (await ask<{ now: string }>(url, 'select clock_timestamp()::text as now'))[0]!.now;
    const begun = await now();
    await until(async () => (await ticks(begun)).length === 1, SECONDS);
    expect(await ask(url, "select 1 from ticks where ran_at > clock_timestamp() + interval '1 minute'")).toEqual([]);
    settle('worker.env', {});
    await must('systemctl restart to-so@worker');
    const again = await now();
    await until(async () => (await ticks(again)).length === 1, SECONDS);
  },
  LONG_MS,
);
