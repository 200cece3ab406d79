/**
 * A real Chromium against the real server for the browser stories: builds an app, serves it, opens pages at a size,
 * checks accessibility and that nothing but our own host is asked.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findChromium, findShell } from '../../.ci/chromium.mjs';
import { isAppBuilt } from '../../apps/demo/prepare.mjs';
import { type TestApp, startApp } from './app.ts';
import { TEST_SERVER_URL } from './database.ts';
import { fontSettings } from './fonts/font-settings.ts';
import { freePort } from './free-port.ts';
import { watchPage } from './open-pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages share a process: a new one for each load compiles the app, and what the tests look with, again.
  '--renderer-process-limit=1',
];

export type AppName = 'mini-app' | 'console';

/**
 * The app as it would be shipped, in dist/apps: what `npm test` has built, else built once for a Jest run: suites run side
 * by side, and one must not take away the files that another is showing. Jest's NODE_ENV would make it a development build.
 */
export function buildFrontend(name: AppName): void {
  if (isAppBuilt(name)) return;
  const run = createHash('sha256')
    .update(process.env[TEST_SERVER_URL] ?? String(process.pid))
    .digest('hex');
  const stamp = join(root, '.cache/built', `${name}-${run.slice(0, 12)}`);
  mkdirSync(join(root, '.cache/built'), { recursive: true });
  try {
    mkdirSync(stamp);
  } catch {
    return waitFor(join(stamp, 'done'));
  }
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', `apps/${name}/vite.config.ts`, '--logLevel', 'error'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  writeFileSync(join(stamp, 'done'), '');
}

/** @throws Error after three minutes: the suite that builds has failed */
function waitFor(file: string): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 1_800; tries++) {
    if (existsSync(file)) return;
    Atomics.wait(cell, 0, 0, 100);
  }
  throw new Error(`${file} did not appear: the build has failed in another suite`);
}

/** The real application on a free port; `url` has no slash at its end. */
export async function serve(name: AppName, env: Record<string, string> = {}): Promise<{ app: TestApp; url: string }> {
  buildFrontend(name);
  const app = await startApp(env);
  await app.nest.listen(0, '127.0.0.1');
  return { app, url: await app.nest.getUrl() };
}

/**
 * Under a name, for which machines make keys and to which others send back.
 * @param env by the address at which it will be
 */
export async function serveByName(
  name: AppName,
  env: (url: string) => Promise<Record<string, string>>,
): Promise<{ app: TestApp; url: string }> {
  buildFrontend(name);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = await startApp({ PUBLIC_URL: url, ...(await env(url)) });
  await app.nest.listen(port, '127.0.0.1');
  return { app, url };
}

/**
 * @param args further switches of Chromium
 * @param whole with what only a browser has: notifications
 */
export async function launchBrowser(args: string[] = [], { whole = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await (whole ? findChromium() : findShell()),
    args: [...FLAGS, ...args],
    env: { ...process.env, ...fontSettings() },
  });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors that a person would not see: exceptions, console errors, requests to other hosts. */
  troubles: string[];
}
export interface PageOptions {
  width: number;
  height: number;
  dark?: boolean;
  locale?: string;
  userAgent?: string;
  /** Addresses besides the first that requests may go to. */
  alsoOwn?: string[];
  /** So that what the page asks for can be answered by the test: a worker's requests cannot. */
  serviceWorkers?: 'block';
  /** For a host page with a certificate of our own making. */
  ignoreHTTPSErrors?: boolean;
}

/** A fresh visitor: own storage, own cache. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, height, dark = false, locale = 'vi-VN', alsoOwn = [], ...rest }: PageOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale,
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...rest,
  });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  watchPage(page);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/Failed to load resource|ERR_INTERNET_DISCONNECTED|fetching the script/.test(message.text()) &&
      troubles.push(`console: ${message.text()}`),
  );
  page.on(
    'request',
    (request) =>
      /^https?:/.test(request.url()) &&
      ![url, ...alsoOwn].some((own) => request.url().startsWith(own)) &&
      troubles.push(`foreign host: ${request.url()}`),
  );
  return { context, page, troubles };
}

/**
 * What a member is told of something that was sent. A busy machine answers after the moment in which the app waits for it:
 * then it says that the phone has it and will send it, which is as true.
 */
export const toldSent = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).or(page.getByText('Đã lưu trên máy, có mạng sẽ gửi')).first().waitFor();

/** A quick report that has been sent leaves by itself, and the screen that follows takes no touch for a moment. */
export async function leftQuickReport(page: Page): Promise<void> {
  await page.waitForFunction(() => !location.hash.includes('bao-nhanh'));
  await page.waitForTimeout(1_000);
}

/**
 * Asked besides: a control is found by the words that stand on it, a reader who jumps from heading to heading misses none, and
 * all that is shown lies in a landmark with a name of its own.
 */
const alsoAsked = ['label-content-name-mismatch', 'heading-order', 'landmark-unique', 'region'];

/** What axe calls serious or critical (WCAG 2.0 to 2.2, A and AA, contrast included) and `alsoAsked`, one line each. */
export async function seriousFindings(page: Page, within = ':root'): Promise<string[]> {
  // Evaluated, not put into the page: the page's policy takes no script but its own. Once per document: it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(axeFile, 'utf8'));
  // A sheet that is still rising is paler than it will be.
  await page.evaluate(async () => {
    // What was opened just now begins to rise with the frame after the next.
    await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
  return page.evaluate(
    async ([context, asked]) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(
            context: string,
            options: object,
          ): Promise<{
            violations: { id: string; impact: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
          }>;
        };
      };
      const { violations } = await axe.run(context, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        rules: Object.fromEntries(asked.map((id) => [id, { enabled: true }])),
        // What has passed is counted, not told.
        resultTypes: ['violations'],
      });
      return violations
        .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || asked.includes(id))
        .flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
        );
    },
    [within, alsoAsked] as const,
  );
}

/**
 * Elements that reach beyond the right edge; a page that fits has none. A page that was made narrower takes a moment to
 * lay itself out again, longer on a busy machine: what still reaches beyond after ten seconds is told.
 */
export async function sideScroll(page: Page): Promise<string[]> {
  const until = Date.now() + 10_000;
  for (;;) {
    const beyond = await page.evaluate(() =>
      document.documentElement.scrollWidth <= innerWidth
        ? []
        : [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => `${element.tagName}.${element.className}`),
    );
    if (!beyond.length || Date.now() > until) return beyond;
    await page.waitForTimeout(100);
  }
}
