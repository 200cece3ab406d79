/** `npm run dev` as somebody starts it: server and both apps by one command, each at its address, all gone at the end. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeEmbeddedPostgres } from '../../libs/embedded-postgres/index.ts';

const START_MS = 150_000;
const folder = mkdtempSync(join(tmpdir(), 'to-so-development-'));
// The account under which PostgreSQL runs where we are root has to enter it.
chmodSync(folder, 0o755);

afterAll(async () => {
  await removeEmbeddedPostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Linux tells it without a program; slim images have no `ps`. */
function fromProc(): Process[] {
  const read = (pid: string, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // The name before state and parent stands in brackets and may hold anything. What is dead and not fetched has ended.
        const [, state, parent] = /.*\) (\S) (\d+)/s.exec(read(pid, 'stat')) ?? [];
        if (state === 'Z') return [];
        return [{ pid: Number(pid), parent: Number(parent), command: read(pid, 'cmdline').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });
}

function running(): Process[] {
  if (existsSync('/proc/self/stat')) return fromProc();
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }] : [];
  });
}

/** A process, what it has started, and the database server in the suite's folder, which detaches itself. */
function family(pid: number): Process[] {
  const all = running();
  const members = new Set([pid]);
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const one of all) if (members.has(one.parent) || one.command.includes(folder)) members.add(one.pid);
  }
  return all.filter((one) => members.has(one.pid));
}

function start() {
  const { NODE_OPTIONS: _, DATABASE_URL: __, NODE_ENV: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, ['apps/dev/launch.mjs'], {
    env: { ...inherited, DATA_DIR: folder, PORT: '0', APP_PORT: '0', CONSOLE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return { child, output: () => output };
}

async function addressesOf({ child, output }: ReturnType<typeof start>) {
  for (const deadline = Date.now() + START_MS; !output().includes('Ctrl-C'); await wait(100))
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not start:\n${output()}`);
  const address = (name: string) => new RegExp(`^${name} +(\\S+)$`, 'm').exec(output())?.[1] ?? '';
  return { app: address('Mini-app'), console: address('Console'), api: address('API') };
}

const textOf = async (url: string) => (await fetch(url)).text();

it('serves the API and both apps from their sources, and leaves no process behind', async () => {
  const development = start();
  const ended = once(development.child, 'exit');
  let members: Process[] = [];
  try {
    const at = await addressesOf(development);
    expect((await fetch(new URL('/health/ready', at.api))).status).toBe(200);
    for (const page of [at.app, at.console, new URL('/console/', at.app).href, new URL('/app/', at.console).href])
      expect(await textOf(page)).toContain('@vite/client');
    expect(await textOf(new URL('main.tsx', at.app).href)).toContain('sourceMappingURL');
    // Both reach the API at their own address, and somebody can sign in.
    const invite = /\/console\/#\/moi\/(\S+)/.exec(development.output())?.[1];
    for (const page of [at.app, at.console])
      expect(await textOf(new URL(`/api/v1/invites/${invite}`, page).href)).toContain('Quản trị');
    members = family(development.child.pid!);
    const commands = members.map(({ command }) => command).join('\n');
    expect(commands).toContain('src/main.ts');
    expect(commands).toContain(folder);
  } finally {
    development.child.kill('SIGINT');
    await ended;
  }
  expect(development.child.exitCode).toBe(0);
  const pids = new Set(members.map(({ pid }) => pid));
  expect(running().filter(({ pid, command }) => pids.has(pid) || command.includes(folder))).toEqual([]);
}, 180_000);
