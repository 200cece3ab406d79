/**
 * How long a first visit on a cheap phone takes (slow 3G, the processor slowed four times, an empty cache), and how long a page
 * takes that does only what none can do without: one page, one script, one answer, each of the same weight as the app's. The two
 * are measured in turn: their ratio says the same on a quiet machine and on a busy one.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';

const slow3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
const ROW = 'a[href^="#/viec/"]';

export interface FirstVisit {
  /** Milliseconds from the address to two frames after the first row of the list. */
  readyMs: number;
  /** What came until then, by path, with the bytes that each took on the line. */
  files: { path: string; bytes: number }[];
}

interface Asked {
  url: string;
  session?: { token: string; personId: string };
  /** Milliseconds for which the page holds the processor before it begins: what a test of the test needs. */
  blockedMs?: number;
}

export async function firstVisit(browser: Browser, { url, session, blockedMs = 0 }: Asked): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    await page.addInitScript(
      ([own, row, blocked]) => {
        if (own) localStorage.setItem('to-so.session', own);
        const state = Object.assign(globalThis, { readyAt: 0 });
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector(row)) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => (state.readyAt = performance.now())));
        }).observe(document, { childList: true, subtree: true });
        for (const end = performance.now() + blocked; performance.now() < end; );
      },
      [session ? JSON.stringify(session) : '', ROW, blockedMs] as const,
    );
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', slow3G);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => (globalThis as unknown as { readyAt: number }).readyAt > 0, undefined, {
      timeout: 60_000,
    });
    return await page.evaluate(() => {
      const { readyAt } = globalThis as unknown as { readyAt: number };
      const entries = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ] as PerformanceResourceTiming[];
      return {
        readyMs: readyAt,
        files: entries
          .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= readyAt)
          .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize })),
      };
    });
  } finally {
    await context.close();
  }
}

/** A page, a script and an answer of so many bytes; its list stands as soon as the last of them has come. */
export async function leastPage({ page, script, answer }: Record<'page' | 'script' | 'answer', number>) {
  const filled = (text: string, bytes: number, open: string, close: string) =>
    `${text}${open}${randomBytes(Math.max(0, Math.ceil((bytes - text.length - open.length - close.length) / 2))).toString('hex')}${close}`;
  const html =
    '<!doctype html><script>globalThis.early = fetch("/answer").then((a) => a.json())</script><div id="app"></div><script src="/script" defer></script>';
  const draw = `early.then(({ rows }) => { document.getElementById('app').innerHTML = rows.map((n) => '<a href="#/viec/' + n + '">' + n + '</a>').join(''); });`;
  const rows = Array.from({ length: 20 }, (_, n) => n);
  const bodies: Record<string, [string, string]> = {
    '/': ['text/html', filled(html, page, '<!--', '-->')],
    '/script': ['text/javascript', filled(draw, script, '/*', '*/')],
    '/answer': ['application/json', filled(`{"rows":${JSON.stringify(rows)},"more":"`, answer, '', '"}')],
  };
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = bodies[url] ?? ['text/plain', ''];
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
