/**
 * The Chromium of the browser tests: CHROMIUM_PATH, one on PATH, Debian's package as root, Playwright's download.
 * A test run without one fails and names the fix; it never skips. Most stories need no more of it than its headless shell,
 * which comes with the package where the distribution has it (docs/decisions/0130).
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './steps.mjs';

const SHELL = 'chromium-headless-shell';
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

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

const browserHere = () => onPath(...NAMES) ?? [MAC].find(isProgram);

/** apt-get as root, with a fresh list of packages and three tries, since mirrors do fail. Wanted ones may be missing. */
export function installPackage(name, ...wanted) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let tries = 0; tries < 3; tries++) {
    console.log(`Installing ${name} with apt-get …`);
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
    for (const names of wanted.length > 0 ? [[name, ...wanted], [name]] : [[name]]) {
      const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status === 0) return true;
    }
  }
  return false;
}

async function downloaded() {
  const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The proxies whose files docs/operations has: they judge these themselves. Nothing fails without them. */
export const bringProxies = () =>
  (onPath('caddy') !== undefined && onPath('nginx') !== undefined) || installPackage('nginx-light', 'caddy', 'openssl');

/** Debian's package, where there is no Chromium and it can be had so. */
export const bringChromium = () => browserHere() !== undefined || installPackage('chromium', SHELL);

/** The program's path. @throws Error with the fix when none can be had */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM_PATH names no program: ${given}`);
  }
  const found = (bringChromium() ? browserHere() : undefined) ?? (await downloaded());
  if (!found) throw new Error(FIX);
  return found;
}

/**
 * The same engine without a browser's windows around it, where there is one; else the browser. It has no notifications.
 * CHROMIUM_SHELL_PATH says which. @throws Error as findChromium
 */
export async function findShell() {
  const given = process.env.CHROMIUM_SHELL_PATH;
  if (given && isProgram(given)) return given;
  return process.env.CHROMIUM_PATH ?? onPath(SHELL) ?? findChromium();
}
