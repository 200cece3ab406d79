/**
 * Each release that was recorded (test/releases) becomes one of now: no row is lost, who writes meanwhile waits for nothing,
 * its clients of then get the answers that they know, and processes of the last one serve on beside the first of the next.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { restore } from '#platform/backup';
import { migrate, sql } from '#platform/database';
import { tablesOf } from '../../../src/platform/backup/catalog.ts';
import { knownBy, moved, saysMore } from '../../releases/moved.ts';
import { readRelease, type Recorded, type Release, releases } from '../../releases/release.ts';
import { changesOf } from '../../releases/shape.ts';
import { startApp, stopApps, type TestApp } from '../../support/app.ts';
import { emptyDatabase } from '../../support/database.ts';

const MOST_WAIT_MS = 500;
const folders: string[] = [];
afterAll(async () => {
  await stopApps();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The keys of all rows, by table. */
function keysOf(url: string): Promise<Map<string, Set<string>>> {
  return connected(url, async (client) => {
    const found = new Map<string, Set<string>>();
    for (const { name, order } of await tablesOf(client)) {
      const key = knownBy[name]?.key ?? (order.length > 0 ? `(${order.join(', ')})::text` : 't::text');
      const { rows } = await client.query<{ key: string }>(`select ${key} as key from "${name}" t`);
      found.set(name, new Set(rows.map((row) => row.key)));
    }
    return found;
  });
}

function lostOf(before: Map<string, Set<string>>, after: Map<string, Set<string>>): string[] {
  return [...before].flatMap(([name, keys]) => {
    const there = after.get(moved[name]?.to ?? name);
    const lost = [...keys].filter((key) => !there?.has(key)).length;
    return lost > 0 ? [`${lost} of ${keys.size} rows of ${name}`] : [];
  });
}

/** Somebody who goes on working, as a process of that release does: gives the longest that a statement took. */
function workMeanwhile(url: string): { stop(): Promise<number> } {
  let isOver = false;
  const work = connected(url, async (client) => {
    let longest = 0;
    while (!isOver) {
      const from = performance.now();
      await client.query('update sessions set last_seen_at = last_seen_at');
      await client.query('update tasks set state = state');
      await client.query('select count(*) from progress_entries e join progress_lines l on l.entry_id = e.id');
      longest = Math.max(longest, performance.now() - from);
      await pause(5);
    }
    return longest;
  });
  return {
    stop: async () => {
      isOver = true;
      return work;
    },
  };
}

async function installed(release: Release): Promise<{ url: string; dataDir: string }> {
  const url = await emptyDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'to-so-upgrade-'));
  folders.push(dataDir);
  const from = join(release.folder, 'backup');
  await restore({ databaseUrl: url, from, identities: [], dataDir, secretKey: undefined });
  return { url, dataDir };
}

/** As that client would send it: by the path of then. */
async function faultOf(app: TestApp, { tokens }: Release, asked: Recorded): Promise<string[]> {
  const { id, method, path, query, body, by, status, shape } = asked;
  const token = by && tokens[by];
  const answer = await app.nest.inject({
    method,
    url: `/api/v1${path}`,
    query: { ...query, ...saysMore[id]?.query },
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  const what = `${id} by ${by} (${method} ${path})`;
  if (answer.statusCode !== status)
    return [`${what} was answered ${status} and is ${answer.statusCode}: ${answer.payload.slice(0, 200)}`];
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (!type.includes('json')) return type === shape ? [] : [`${what} was ${String(shape)} and is ${type}`];
  return changesOf(shape, JSON.parse(answer.payload || 'null')).map((change) => `${what}: ${change}`);
}

it('keeps the release that package.json names, and CHANGELOG.md tells of it', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const told = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/gm)];
  expect(told[0]?.[1]).toBe(version);
  expect(releases()).toContain(version);
});

describe.each(releases())('an installation of %s', (version) => {
  const release = readRelease(version);
  let app: TestApp;

  it('is upgraded without losing a row, while its people work', async () => {
    const { url, dataDir } = await installed(release);
    const before = await keysOf(url);
    expect(before.size).toBeGreaterThan(100);
    const people = workMeanwhile(url);
    await migrate(url);
    expect(await people.stop()).toBeLessThan(MOST_WAIT_MS);
    expect(lostOf(before, await keysOf(url))).toEqual([]);
    app = await startApp({ DATABASE_URL: url, DATA_DIR: dataDir, CLOCK: release.clock });
  });

  it('answers its clients of then as they know it', async () => {
    const faults: string[] = [];
    for (const asked of release.requests) faults.push(...(await faultOf(app, release, asked)));
    expect(faults).toEqual([]);
    expect(release.requests.filter(({ status }) => status < 300).length).toBeGreaterThan(200);
  });

  it('finds what it looks for: a row that went, and an answer that changed', async () => {
    const before = await keysOf(app.databaseUrl);
    await app.database.rows(sql`delete from progress_lines where ctid = (select min(ctid) from progress_lines)`);
    expect(lostOf(before, await keysOf(app.databaseUrl))).toEqual([
      `1 of ${before.get('progress_lines')?.size} rows of progress_lines`,
    ]);
    const me = release.requests.find(({ id, status }) => id === 'me' && status === 200) as Recorded;
    const other = { ...me, shape: { fields: { nickname: 'string' } } };
    expect(await faultOf(app, release, other)).toEqual([expect.stringMatching(/^me by .*: nickname is missing$/)]);
  });

  if (version === releases().at(-1))
    it('has processes that go on while the next one upgrades: all that they ask is still there to be asked', async () => {
      const faults = await connected(app.databaseUrl, async (client) => {
        const found: string[] = [];
        for (const text of release.statements)
          await client
            .query(`explain (generic_plan) ${text}`)
            .catch((error: Error) => found.push(`${error.message}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`));
        return found;
      });
      expect(faults).toEqual([]);
      expect(release.statements.length).toBeGreaterThan(200);
    });
});
