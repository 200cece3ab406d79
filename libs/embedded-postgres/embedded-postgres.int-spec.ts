/** Real servers, real accounts, real kills. As root the server's account differs from ours; every trap is met both ways. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  children,
  endEmbedded,
  freshFolder,
  kill,
  occupy,
  serverOf,
  start,
  startInOtherProcess,
  usedFolder,
  words,
  write,
} from '../../test/support/embedded.ts';
import { until } from '../../test/support/platform.ts';
import { placeAt } from './data-place.ts';
import { withClient } from './databases.ts';
import { createDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { identityOf, isAlive } from './process-identity.ts';

const isRoot = process.getuid?.() === 0;
afterAll(endEmbedded);

describe('embedded PostgreSQL', () => {
  it('serves PostgreSQL 18 in UTF8 with the built-in C.UTF-8 and what the product needs of extensions', async () => {
    const postgres = await start(freshFolder());
    const facts = await withClient(postgres.url, async (client) => {
      const version = await client.query('show server_version_num');
      const locale = await client.query(
        'select datlocprovider p, datlocale l, pg_encoding_to_char(encoding) e from pg_database where datname = current_database()',
      );
      await client.query(
        'create extension ltree; create extension unaccent; create extension pg_trgm; create extension btree_gist',
      );
      const sorted = await client.query(
        `select string_agg(w, ',' order by w collate "vi-x-icu") s from unnest(array['đò','da','dò','ếch']) w`,
      );
      return { major: Number(version.rows[0].server_version_num) / 10000, ...locale.rows[0], ...sorted.rows[0] };
    });
    expect(Math.floor(facts.major)).toBe(18);
    expect(facts).toMatchObject({ p: 'b', l: 'C.UTF-8', e: 'UTF8', s: 'da,dò,đò,ếch' });
    await postgres.stop();
  });

  it('never runs the server as root and keeps the password from other accounts', async () => {
    const dataDir = freshFolder();
    const postgres = await start(dataDir);
    expect(statSync(placeAt(dataDir).cluster).uid).not.toBe(0);
    expect(statSync(placeAt(dataDir).passwordFile).mode & 0o777).toBe(0o600);
    await expect(withClient(postgres.url.replace(/:[^:@]+@/, ':wrong@'), async () => 0)).rejects.toMatchObject({
      code: '28P01',
    });
    await postgres.stop();
  });

  it('keeps its data over a stop and a start, and the server ends with the stop', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await write(first.url);
    await first.stop();
    expect(await serverOf(dataDir)).toBeUndefined();
    const second = await start(dataDir);
    expect(await words(second.url)).toEqual(['còn']);
    expect(second.port).toBe(first.port);
    await second.stop();
  });

  it('throws the data of a test run away with its last user', async () => {
    const dataDir = freshFolder();
    const postgres = await startEmbeddedPostgres({ dataDir, persistent: false });
    await postgres.stop();
    expect(existsSync(dataDir)).toBe(false);
  });

  it('two starts at once share one server, which ends with the last of them', async () => {
    const dataDir = freshFolder();
    const [here, there] = await Promise.all([start(dataDir), startInOtherProcess(dataDir)]);
    expect(there.url).toBe(here.url);
    await write(here.url);
    await here.stop();
    expect(await words(there.url)).toEqual(['còn']);
    const gone = once(there.child, 'exit');
    there.child.stdin?.end();
    await gone;
    expect(await serverOf(dataDir)).toBeUndefined();
  });

  it('takes over the server of a killed process without losing a row', async () => {
    const dataDir = await usedFolder();
    const { child, url } = await startInOtherProcess(dataDir);
    await write(url);
    await kill(child);
    const before = await serverOf(dataDir);
    expect(before).toBeDefined();
    const next = await start(dataDir);
    expect((await serverOf(dataDir))?.pid).toBe(before?.pid);
    expect(await words(next.url)).toEqual(['còn']);
    await next.stop();
    expect(await serverOf(dataDir)).toBeUndefined();
  });

  it('recovers when the server itself was killed too', async () => {
    const dataDir = await usedFolder();
    const { child, url } = await startInOtherProcess(dataDir);
    await write(url);
    await kill(child);
    const server = (await serverOf(dataDir))?.pid ?? 0;
    process.kill(server, 'SIGKILL');
    // A busy machine ends it a moment later, and until then it is found and used.
    await until(() => !isAlive(identityOf(server)));
    const next = await start(dataDir);
    expect(await words(next.url)).toEqual(['còn']);
    await next.stop();
  });

  it('is not held up by a pid file whose number belongs to a stranger now', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await write(first.url);
    await first.stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(stranger);
    writeFileSync(
      join(placeAt(dataDir).cluster, 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`,
    );
    const second = await start(dataDir);
    expect(await words(second.url)).toEqual(['còn']);
    expect(isAlive(identityOf(stranger.pid ?? 0))).toBe(true);
    await second.stop();
  });

  it('moves to another port when its own is taken, and remembers it', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await first.stop();
    const stranger = await occupy(first.port);
    const second = await start(dataDir);
    expect(second.port).not.toBe(first.port);
    await second.stop();
    const third = await start(dataDir);
    expect(third.port).toBe(second.port);
    await third.stop();
    stranger.close();
  });

  it('begins anew where an earlier start was killed inside initdb', async () => {
    const dataDir = freshFolder();
    mkdirSync(join(dataDir, 'draft-killed/cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'draft-killed/cluster/PG_VERSION'), '18\n');
    const postgres = await start(dataDir);
    expect(existsSync(join(dataDir, 'draft-killed'))).toBe(false);
    await postgres.stop();
  });

  it('keeps the data when the password file was lost', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await write(first.url);
    await first.stop();
    rmSync(placeAt(dataDir).passwordFile);
    const second = await start(dataDir);
    expect(await words(second.url)).toEqual(['còn']);
    await second.stop();
  });

  it('refuses a cluster of another major version and leaves it as it is', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await first.stop();
    const versionFile = join(placeAt(dataDir).cluster, 'PG_VERSION');
    writeFileSync(versionFile, '15\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'embedded.other_version',
      params: { found: '15', ours: '18' },
    });
    writeFileSync(versionFile, '18\n');
  });

  it('removes the data only when nobody uses it', async () => {
    const dataDir = await usedFolder();
    const postgres = await start(dataDir);
    await write(postgres.url);
    await expect(removeEmbeddedPostgres(dataDir)).rejects.toMatchObject({
      code: 'embedded.in_use',
      params: { pids: String(process.pid) },
    });
    expect(await words(postgres.url)).toEqual(['còn']);
    await postgres.stop();
    await removeEmbeddedPostgres(dataDir);
    expect(existsSync(placeAt(dataDir).cluster)).toBe(false);
  });

  it('copies a template into a new database', async () => {
    const postgres = await start(await usedFolder());
    await write(await createDatabase(postgres.url, 'mẫu "đơn"'));
    expect(await words(await createDatabase(postgres.url, 'bản sao', 'mẫu "đơn"'))).toEqual(['còn']);
    await postgres.stop();
  });
});

describe('a checkout below a folder that only its owner can enter', () => {
  it('serves all the same, says where the data stands, and keeps it', async () => {
    const dataDir = freshFolder();
    chmodSync(join(dataDir, '..'), 0o700);
    const said: string[] = [];
    const first = await startEmbeddedPostgres({ dataDir, persistent: true, log: (line) => said.push(line) });
    await write(first.url);
    await first.stop();
    expect(said).toEqual(isRoot ? [expect.stringContaining(`its data stands in ${first.folder}`)] : []);
    expect(first.folder === dataDir).toBe(!isRoot);
    const second = await start(dataDir);
    expect(await words(second.url)).toEqual(['còn']);
    await second.stop();
  });

  it('brings the data along when the folder is closed after the first start', async () => {
    const dataDir = await usedFolder();
    const first = await start(dataDir);
    await write(first.url);
    await first.stop();
    chmodSync(join(dataDir, '..'), 0o700);
    const second = await start(dataDir);
    expect(await words(second.url)).toEqual(['còn']);
    await second.stop();
  });

  it('serves a process whose umask closes every folder that it makes', async () => {
    const before = process.umask(0o077);
    try {
      const postgres = await start(freshFolder());
      await postgres.stop();
    } finally {
      process.umask(before);
    }
  });
});

describe('the server log', () => {
  it('keeps neither the password nor what a failing statement carried', async () => {
    const dataDir = await usedFolder();
    const postgres = await start(dataDir);
    const password = readFileSync(placeAt(postgres.folder).passwordFile, 'utf8');
    await withClient(postgres.url, async (client) => {
      await client.query('create table phones (number text unique)');
      await client.query(`insert into phones values ('0510000001')`);
      const again = client.query(`insert into phones values ('0510000001')`);
      await expect(again).rejects.toMatchObject({ code: '23505' });
    });
    await postgres.stop();
    const log = readFileSync(placeAt(postgres.folder).log, 'utf8');
    expect(log).toContain('duplicate key value');
    expect(log).not.toContain('0510000001');
    expect(log).not.toContain(password);
  });
});
