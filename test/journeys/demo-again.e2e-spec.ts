/**
 * `npm run demo -- --emulators` on what an earlier run left: killed where most is under way, with a platform dark and
 * declared down, and ended in peace. Needs a build (`npm test` makes one).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '#embedded-postgres';

const END = 'Điện thoại giả';
const MINUTE_MS = 60_000;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'to-so-demo-'));
  // PostgreSQL runs as another user where the demo runs as root.
  await chmod(dataDir, 0o755);
});
afterAll(async () => {
  await removeEmbeddedPostgres(join(dataDir, 'demo-emulators', 'postgres'));
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs the demo until it has said `words`, then ends it with the signal. @returns what it said, and its exit code */
async function demoUntil(words: string, signal: NodeJS.Signals): Promise<{ said: string; code: number | null }> {
  const { NODE_OPTIONS: _, TEST_SERVER_URL: __, DATABASE_URL: ___, REDIS_URL: ____, ...inherited } = process.env;
  const demo = spawn(process.execPath, ['dist/apps/demo/main.js', '--emulators', '--no-story', '--few'], {
    env: { ...inherited, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let signalled = false;
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    if (signalled || !said.includes(words)) return;
    signalled = true;
    demo.kill(signal);
  };
  demo.stdout.on('data', hear);
  demo.stderr.on('data', hear);
  await once(demo, 'close');
  return { said, code: demo.exitCode };
}

it(
  'plays its chapters to the end after a kill in their middle, and once more on what it left itself',
  async () => {
    const killed = await demoUntil('Quản trị báo Telegram hỏng', 'SIGKILL');
    expect(killed.said).toContain('Quản trị báo Telegram hỏng');
    for (const time of ['after the kill', 'after its own end']) {
      const { said, code } = await demoUntil(END, 'SIGINT');
      expect({ time, said: said.includes(END) ? END : said, code }).toEqual({ time, said: END, code: 0 });
    }
  },
  15 * MINUTE_MS,
);
