/** The apps run under a policy that takes no script and no style but their own: nothing of theirs is refused by it. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Browser, Page, Route } from 'playwright-core';
import { type TestApp, stopApps } from '../support/app.ts';
import { buildFrontend, launchBrowser, openPage, seriousFindings, serve } from '../support/browser.ts';
import { idCard, idCards, jpegOf, meeting, noPapers } from '../support/drawn-photos.ts';
import { buildMember, buildOfficer, buildTeam } from '../support/people.ts';
import { buildPlace } from '../support/units.ts';

let app: TestApp;
let url: string;
let browser: Browser;
let officer: string;
let leader: string;
let teamId: string;

beforeAll(async () => {
  buildFrontend('mini-app');
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  const { communeId, hamletIds } = await buildPlace(app, { hamlets: 1 });
  ({ token: officer } = await buildOfficer(app, { role: 'focal_officer', unitId: communeId }));
  teamId = await buildTeam(app, { unitId: hamletIds[0] as string });
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
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) =>
      (window as unknown as { policyRefused(what: string): void }).policyRefused(
        `${location.hash}: ${violatedDirective} ${blockedURI} ${sample} in ${sourceFile}`,
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

/** Every address that the console's own router knows, with what is there in place of its parts. */
const addressesOf = async (page: Page, known: Record<string, string>): Promise<string[]> => {
  const paths = await page.evaluate(() =>
    Object.keys((window as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath),
  );
  return paths.map((path) =>
    path.replace(/\{-\$\w+\}|\$(\w+)/g, (_, name?: string) => (name ? (known[name] ?? randomUUID()) : '')),
  );
};

it('refuses nothing of the console: each of its addresses, menus, and charts that are pointed at', async () => {
  const { context, page, troubles } = await openPage(browser, url, { width: 1280, height: 800 });
  context.setDefaultTimeout(40_000);
  const refused = await refusalsOf(page);
  await page.goto(`${url}/console/`);
  await page.locator('input[name=login]').waitFor();
  await page.evaluate((token) => sessionStorage.setItem('to-so.session', JSON.stringify({ token })), officer);
  await page.reload();
  await page.locator('#main').waitFor();
  const addresses = await addressesOf(page, { teamId });
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) {
    await page.goto(`${url}/console/#${address}`);
    await page.locator('#main h1, #main [role=alert], #main .empty, #main .notice').first().waitFor();
    for (const button of await page.locator('#main button[aria-haspopup]:visible').all()) {
      await button.click({ trial: false, timeout: 5_000 }).catch(() => undefined);
      await page.keyboard.press('Escape');
    }
  }
  await page.goto(`${url}/console/#/dashboard`);
  await page.getByRole('button', { name: 'Xem biểu đồ 6 tháng' }).click();
  const chart = page.locator('.dash [role=img] svg').last();
  await chart.waitFor();
  const box = await chart.boundingBox();
  for (const share of [0.3, 0.6, 0.95]) {
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * share, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.waitForTimeout(150);
  }
  expect(refused).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
}, 240_000);

it('refuses nothing of the mini-app, its early script included', async () => {
  const { context, page, troubles } = await openPage(browser, url, { width: 360, height: 740 });
  context.setDefaultTimeout(40_000);
  const refused = await refusalsOf(page);
  await page.goto(`${url}/app/`);
  await page.locator('#app h1').first().waitFor();
  await page.evaluate((token) => localStorage.setItem('to-so.session', JSON.stringify({ token })), leader);
  for (const place of ['', 'to', 'cai-dat', 'du-lieu-cua-toi', 'thang', 'tap-huan', 'bao-nhanh']) {
    await page.goto(`${url}/app/#/${place}`);
    await page.reload();
    await page.locator('#app h1').first().waitFor();
  }
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  expect(refused).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
}, 180_000);

/** The three seconds that somebody waits for faces, as long as the test wants: a busy machine is not to decide. */
async function setPatience(page: Page): Promise<(ms: number) => Promise<void>> {
  await page.addInitScript(() => {
    const real = window.setTimeout;
    const waits = (ms?: number) => (ms === 3_000 ? Number(document.documentElement.dataset['patience']) : ms);
    window.setTimeout = ((act: () => void, ms?: number) => real(act, waits(ms))) as typeof setTimeout;
  });
  return (ms) => page.evaluate((wanted) => void (document.documentElement.dataset['patience'] = wanted), String(ms));
}

async function choosePhotos(page: Page, button: string, ...drawings: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  const files = drawings.map(async (drawing, n) => ({
    name: `${n}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await jpegOf(drawing),
  }));
  await (await chooser).setFiles(await Promise.all(files));
}

/** The photos that a form keeps, as they would be sent. */
async function keptPhotos(page: Page): Promise<Buffer[]> {
  const texts = await page.evaluate(async () => {
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await all(indexedDB.open('to-so-drafts', 1));
    const kept = (await all(database.transaction('photos').objectStore('photos').getAll())) as { blob: Blob }[][];
    database.close();
    const bytes = await Promise.all(kept.flat().map(({ blob }) => blob.arrayBuffer()));
    return bytes.map((one) => btoa(new Uint8Array(one).reduce((text, byte) => text + String.fromCharCode(byte), '')));
  });
  return texts.map((text) => Buffer.from(text, 'base64'));
}

/** How much the brightness of a part of a photo varies: eyes, a mouth and lines of print vary much. */
async function contrastOf(photo: Buffer, part: { left: number; top: number; width: number; height: number }) {
  const { channels } = await sharp(await sharp(photo).extract(part).greyscale().toBuffer()).stats();
  return channels[0]?.stdev ?? Number.NaN;
}

it('refuses nothing while photos are looked at: faces and papers are covered in the pixels that are kept', async () => {
  const { context, page, troubles } = await openPage(browser, url, {
    width: 360,
    height: 740,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(90_000);
  const refused = await refusalsOf(page);
  const asked: Route[] = [];
  await page.route('**/*.bin', (route) => void asked.push(route));
  const waitFor = await setPatience(page);
  await page.goto(`${url}/app/`);
  await page.locator('#app h1').first().waitFor();
  await page.evaluate((token) => localStorage.setItem('to-so.session', JSON.stringify({ token })), leader);
  await page.goto(`${url}/app/#/bao-nhanh`);
  await page.reload();
  await page.getByRole('button', { name: 'Thêm ảnh' }).waitFor();
  expect(asked).toEqual([]);

  await waitFor(50);
  await choosePhotos(page, 'Thêm ảnh', noPapers['a house']);
  await page.getByRole('heading', { name: 'Có mặt người thì lấy tay tô che' }).waitFor();
  expect(await page.getByRole('button', { name: 'Dùng ảnh đã tô che' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Giữ nguyên' }).click();
  await page.getByRole('button', { name: 'Đã đồng ý' }).click();
  await page.getByText('Nhớ xin phép người trong ảnh').waitFor();

  await waitFor(120_000);
  await choosePhotos(page, 'Thêm ảnh', meeting, idCard);
  for (const route of asked) await route.continue();
  await page.getByRole('heading', { name: 'Thấy 3 khuôn mặt, máy đã che thử' }).waitFor();
  expect(asked).toHaveLength(1);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Khuôn mặt 2' }).click();
  await page.getByRole('button', { name: 'Dùng ảnh đã che 2 mặt' }).click();
  await page.getByRole('heading', { name: 'Người trong ảnh đã đồng ý chưa?' }).waitFor();
  await page.getByRole('button', { name: 'Đã đồng ý' }).click();

  await page.getByRole('heading', { name: 'Trong ảnh có vẻ có giấy tờ tùy thân' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await choosePhotos(page, 'Chụp lại', idCards['in uneven light']);
  await page.getByRole('button', { name: 'Tô che giấy tờ' }).click();
  await page.getByRole('button', { name: 'Dùng ảnh đã tô che' }).click();
  await page.getByText('Chỗ đã che không xem lại được').nth(1).waitFor();

  const [, people, paper, ...more] = await keptPhotos(page);
  if (!people || !paper) throw new Error('the photos were not kept');
  expect(more).toEqual([]);
  const eyes = (x: number) => ({ left: x - 70, top: 380, width: 140, height: 80 });
  const before = await jpegOf(meeting);
  const left = async (x: number) => (await contrastOf(people, eyes(x))) / (await contrastOf(before, eyes(x)));
  expect(await left(230)).toBeLessThan(0.5);
  expect(await left(610)).toBeGreaterThan(0.9);
  expect(await left(990)).toBeLessThan(0.5);
  const print = { left: 520, top: 340, width: 300, height: 160 };
  const plain = await jpegOf(idCards['in uneven light']);
  expect(await contrastOf(paper, print)).toBeLessThan((await contrastOf(plain, print)) / 2);
  expect(refused).toEqual([]);
  // A blocked worker's registration is nothing, which the page does not reckon with.
  expect(troubles.filter((each) => !each.includes("reading 'addEventListener'"))).toEqual([]);
  await context.close();
}, 240_000);
