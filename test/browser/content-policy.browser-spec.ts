/** The apps run under a policy that takes no script and no style but their own: nothing of theirs is refused by it. */
import type { Browser, Page } from 'playwright-core';
import { type TestApp, stopApps } from '../support/app.ts';
import { buildFrontend, launchBrowser, openPage, serve } from '../support/browser.ts';
import { buildMember, buildOfficer, buildTeam } from '../support/people.ts';
import { buildPlace } from '../support/units.ts';

let app: TestApp;
let url: string;
let browser: Browser;
let officer: string;
let leader: string;

beforeAll(async () => {
  buildFrontend('mini-app');
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  const { communeId, hamletIds } = await buildPlace(app, { hamlets: 1 });
  ({ token: officer } = await buildOfficer(app, { role: 'focal_officer', unitId: communeId }));
  const teamId = await buildTeam(app, { unitId: hamletIds[0] as string });
  ({ token: leader } = await buildMember(app, { teamId, role: 'leader' }));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stopApps();
});

/** Everything that the policy refused, told by the page itself. */
async function refusalsOf(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('policyRefused', (what: string) => void refused.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { policyRefused(what: string): void }).policyRefused(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    ),
  );
  return refused;
}

it('has no word for inline scripts or styles in any app', async () => {
  for (const place of ['/app/', '/console/', '/console/index.html']) {
    const { headers } = await app.nest.inject({ method: 'GET', url: place });
    expect(String(headers['content-security-policy'])).toMatch(/script-src 'self'/);
    expect(String(headers['content-security-policy'])).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  }
});

it('gives each answer of the console a nonce of its own', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { headers, payload } = await app.nest.inject({ method: 'GET', url: '/console/' });
      const [, nonce = ''] = /'nonce-([\w-]{22})'/.exec(String(headers['content-security-policy'])) ?? [];
      expect(payload).toContain(`nonce="${nonce}"`);
      expect(payload).not.toContain('__CSP_NONCE__');
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

it('refuses nothing of the console: its pages, a menu, a dialogue', async () => {
  const { context, page, troubles } = await openPage(browser, url, { width: 1280, height: 800 });
  context.setDefaultTimeout(40_000);
  const refused = await refusalsOf(page);
  await page.goto(`${url}/console/`);
  await page.locator('input[name=login]').waitFor();
  await page.evaluate((token) => sessionStorage.setItem('to-so.session', JSON.stringify({ token })), officer);
  for (const place of ['/', '/tong-quan', '/to', '/tai-khoan', '/tap-huan', '/bao-cao']) {
    await page.goto(`${url}/console/#${place}`);
    await page.reload();
    await page.locator('#main').waitFor();
  }
  for (const button of await page.locator('button[aria-haspopup]').all()) {
    await button.click();
    await page.keyboard.press('Escape');
  }
  expect(refused).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
}, 180_000);

it('refuses nothing of the mini-app, its early script included', async () => {
  const { context, page, troubles } = await openPage(browser, url, { width: 360, height: 740 });
  context.setDefaultTimeout(40_000);
  const refused = await refusalsOf(page);
  await page.goto(`${url}/app/`);
  await page.locator('#app h1').first().waitFor();
  await page.evaluate((token) => localStorage.setItem('to-so.session', JSON.stringify({ token })), leader);
  for (const place of ['', 'to', 'cai-dat', 'thang', 'tap-huan', 'bao-nhanh']) {
    await page.goto(`${url}/app/#/${place}`);
    await page.reload();
    await page.locator('#app h1').first().waitFor();
  }
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  expect(refused).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
}, 180_000);
