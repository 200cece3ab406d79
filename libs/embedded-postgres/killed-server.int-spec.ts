/** The server killed under who uses it: it comes back, once, with its data; where nobody uses it, it stays away. */
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import {
  endEmbedded,
  freshFolder,
  occupy,
  serverOf,
  startInOtherProcess,
  words,
  write,
} from '../../test/support/embedded.ts';
import { until } from '../../test/support/platform.ts';
import { placeAt } from './data-place.ts';
import { startEmbeddedPostgres } from './index.ts';
import { identityOf, isAlive } from './process-identity.ts';

/** For a busy machine. */
const RECOVERY_S = 60;
afterAll(endEmbedded);

describe('a server that was killed', () => {
  const serverNow = async (dataDir: string) => (await serverOf(dataDir))?.pid ?? 0;
  const killServer = async (dataDir: string) => {
    await until(async () => (await serverNow(dataDir)) > 0, RECOVERY_S);
    const killed = await serverNow(dataDir);
    process.kill(killed, 'SIGKILL');
    await until(() => !isAlive(identityOf(killed)));
    return killed;
  };

  /** A watch that looks at that very moment is quicker; then once more. */
  const takePort = async (dataDir: string, port: number): Promise<Server> => {
    await killServer(dataDir);
    return occupy(port).catch(() => takePort(dataDir, port));
  };

  it('comes back by itself for who uses it, once for all of them, where they know it, with what it held', async () => {
    const dataDir = freshFolder();
    const said: string[] = [];
    const here = await startEmbeddedPostgres({ dataDir, persistent: true, log: (line) => said.push(line) });
    const there = await startInOtherProcess(dataDir);
    await write(here.url);
    const killed = await killServer(dataDir);
    await until(async () => (await serverNow(dataDir)) > 0, RECOVERY_S);
    const back = await serverNow(dataDir);
    expect(back).not.toBe(killed);
    expect(await words(here.url)).toEqual(['còn']);

    await killServer(dataDir);
    await until(async () => (await serverNow(dataDir)) > 0, RECOVERY_S);
    expect(await words(there.url)).toEqual(['còn']);
    const gone = once(there.child, 'exit');
    there.child.stdin?.end();
    await gone;
    expect(await words(here.url)).toEqual(['còn']);
    // Of two that watch, the second may find it back before it has missed it; alone it says both.
    await until(() => said.length % 2 === 0, RECOVERY_S);
    said.length = 0;
    await killServer(dataDir);
    await until(() => said.length === 2, RECOVERY_S);
    expect(said).toEqual([expect.stringContaining('ended unexpectedly'), expect.stringContaining('serves again')]);
    expect(await words(here.url)).toEqual(['còn']);
    await here.stop();
    expect(await serverOf(dataDir)).toBeUndefined();
  });

  it('waits for its port, which nobody else may be given instead', async () => {
    const dataDir = freshFolder();
    const said: string[] = [];
    const postgres = await startEmbeddedPostgres({ dataDir, persistent: true, log: (line) => said.push(line) });
    await write(postgres.url);
    const stranger = await takePort(dataDir, postgres.port);
    await until(() => said.length > 0, RECOVERY_S);
    await new Promise((done) => stranger.close(done));
    await until(async () => (await serverNow(dataDir)) > 0, RECOVERY_S);
    expect(await words(postgres.url)).toEqual(['còn']);
    await postgres.stop();
  });

  it('is not brought back by who has stopped in order, nor given new data when its own was removed', async () => {
    const dataDir = freshFolder();
    const said: string[] = [];
    const postgres = await startEmbeddedPostgres({ dataDir, persistent: true, log: (line) => said.push(line) });
    await killServer(dataDir);
    rmSync(placeAt(dataDir).cluster, { recursive: true, force: true });
    await until(() => said.some((line) => line.includes('no longer there')), RECOVERY_S);
    expect(existsSync(placeAt(dataDir).cluster)).toBe(false);
    await postgres.stop();
    expect(await serverOf(dataDir)).toBeUndefined();
  });
});
