/**
 * The Chromium of the browser tests: CHROMIUM_PATH, one on PATH, Debian's package as root, Playwright's download.
 * A test run without one fails and names the fix; it never skips.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FIX =
  'No Chromium for the browser tests: install one (apt-get install chromium) or set CHROMIUM_PATH to its program.';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find(isProgram);
}

/** apt-get as root, with a fresh list of packages and three tries, since mirrors do fail. */
export function installPackage(name) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let tries = 0; tries < 3; tries++) {
    console.log(`Installing ${name} with apt-get …`);
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
    const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status === 0) return true;
  }
  return false;
}

async function downloaded() {
  const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The program's path. @throws Error with the fix when none can be had */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM_PATH names no program: ${given}`);
  }
  const found = onPath() ?? (installPackage('chromium') ? onPath() : undefined) ?? (await downloaded());
  if (!found) throw new Error(FIX);
  return found;
}
