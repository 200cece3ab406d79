/**
 * What stands between a clone and a running program: the packages and the build. Both are checked by content, in a
 * few milliseconds, so that every start can afford it. Needs no installed package.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TAIL_LINES = 40;
const LOCK_POLL_MS = 200;

const at = (...names) => join(ROOT, ...names);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The lock file too: packages stand in the programs. */
const COMPILER = ['.ci/build-server.mjs', '.ci/bundle-server.mjs', '.config/swc.mjs', 'package-lock.json'];

/** Each part is built when a file below `sources` changed since its stamp, or when `result` is gone; `asked` ones by name alone. */
const PARTS = [
  // First: the others are made of it too.
  {
    name: 'client',
    command: ['.ci/generate-api.mjs'],
    sources: ['libs/contracts', '.ci/generate-api.mjs', 'package.json'],
    result: 'libs/client/commands.ts',
  },
  {
    name: 'server',
    command: ['.ci/build-server.mjs'],
    sources: ['src', 'libs', 'apps/demo', 'test/emulators', 'tsconfig.json', 'package.json', ...COMPILER],
    result: 'dist/src/main.js',
  },
  ...['mini-app', 'console'].map((name) => ({
    name,
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', `apps/${name}/vite.config.ts`],
    sources: [`apps/${name}`, 'libs', 'package.json'],
    result: `dist/apps/${name}/index.html`,
  })),
  // For the upload to Zalo: no start needs it.
  {
    name: 'zalo',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/mini-app/vite.zalo.config.ts'],
    sources: ['apps/mini-app', 'libs', 'package.json'],
    result: 'dist/apps/mini-app-zalo/index.html',
    asked: true,
  },
];

/** Runs Node with `args` from the project's folder; gives its exit code. Signals sent to us reach it. */
export function run(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  // A terminal sends Ctrl-C to both of us; a second one would cut the child's orderly shutdown short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/** One line that shows what is going on and for how long; a failure brings the end of the output along. */
async function step(title, command, args, live = process.stdout.isTTY) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const ticker = live && setInterval(() => process.stdout.write(`\r${title} … ${seconds()} `), 1000);
  process.stdout.write(live ? `${title} … ` : `${title} …\n`);
  const { code, output } = await collect(command, args);
  clearInterval(ticker);
  process.stdout.write(`${live ? '\r' : ''}${title}: ${code === 0 ? 'done' : 'failed'} in ${seconds()}\n`);
  if (code !== 0)
    throw new Error(
      `${output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')}\n\n${title} failed; the reason is above.`,
    );
}

function collect(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** True when node_modules holds what the lock file asks for: npm writes its own record as the last act of an install. */
export function isInstalled(root = ROOT) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const found = readJson(record).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && !found[path])) return true;
    return found[path]?.version === version;
  });
}

function* filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    if (!/\.(int-|e2e-|browser-)?spec\.tsx?$/.test(path)) yield `${path}:${found.size}:${found.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** Changes whenever a source file is added, removed, resized or touched. */
export function fingerprint(sources, root = ROOT) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) for (const file of filesBelow(join(root, source))) hash.update(file);
  return hash.digest('hex');
}

const stampOf = ({ name }) => at('dist', `.built-${name}`);

function isBuilt(part) {
  const stamp = stampOf(part);
  return existsSync(at(part.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(part.sources);
}

/** Whether the app in dist is what its sources say. @param name 'mini-app' or 'console' */
export const isAppBuilt = (name) => isBuilt(PARTS.find((part) => part.name === name));

const isPresent = ({ command }) => existsSync(at(command.at(-1)));
const oldParts = () => PARTS.filter((part) => !part.asked && isPresent(part) && !isBuilt(part));

async function build(part, live) {
  const before = fingerprint(part.sources);
  rmSync(stampOf(part), { force: true });
  await step(`Building ${part.name}`, process.execPath, part.command, live);
  writeFileSync(stampOf(part), before);
}

/** Packages or programs are missing or old, and this account may not put them there. */
function notOurs(error) {
  return new Error(
    `${error.message}\nPackages and programs are not what the sources say, and this account cannot write them. ` +
      `As the owner of ${ROOT}: npm ci && npm run build`,
  );
}

/** Two starts at once: the second waits for the first one's work instead of doing it over it. */
async function alone(work) {
  const lock = at('dist', '.preparing');
  try {
    mkdirSync(at('dist'), { recursive: true });
  } catch (error) {
    throw notOurs(error);
  }
  while (!take(lock)) await wait(LOCK_POLL_MS);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw notOurs(error);
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder && !isRunning(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(pid) {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Where an installation runs: nothing is installed or built there by the way. @throws Error that says what is missing */
export function requireBuilt(root = ROOT) {
  if (existsSync(join(root, 'dist/src/main.js'))) return;
  throw new Error(`Nothing is built in ${root} yet. As its owner: npm ci && npm run build`);
}

/** Installs the packages unless node_modules already holds what the lock file asks for. */
export async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  await step('Installing packages', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args);
}

/** Installs and builds what is missing or old. @throws Error whose message is for the terminal */
export async function prepare() {
  // A release comes without sources: there is nothing to build it from.
  if (!existsSync(at('src'))) return requireBuilt();
  if (isInstalled() && oldParts().length === 0) return;
  await alone(async () => {
    await install();
    for (const part of oldParts()) await build(part);
  });
}

/**
 * Builds every part, or those named, old or not, and stamps each: the next start finds nothing to do. The server is built
 * beside the apps, and so no line moves.
 */
export async function rebuild(names = PARTS.map(({ name }) => name)) {
  const wanted = PARTS.filter((part) => names.includes(part.name) && isPresent(part));
  const inTurn = async (isMine) => {
    for (const part of wanted.filter(isMine)) await build(part, false);
  };
  await alone(async () => {
    await inTurn(({ name }) => name === 'client');
    const parts = [inTurn(({ name }) => name === 'server'), inTurn(({ name }) => !['client', 'server'].includes(name))];
    const failed = (await Promise.allSettled(parts)).find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  });
}
