/** An odd figure at two computers: the district asks back, the commune answers beside the figure, the district reads the answer. */
import type { Browser } from 'playwright-core';
import { type TestApp, stopApps } from '../support/app.ts';
import { type Visit, launchBrowser, serve } from '../support/browser.ts';
import { buildSentMonth, buildUsualYear } from '../support/figures/sent-months.ts';
import { buildVillage } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { buildFocal } from '../support/reports.ts';
import { expectCleanAt, goTo, signedIn } from './officer-pages.ts';

let app: TestApp;
let url: string;
let browser: Browser;
let commune: Visit;
let district: Visit;

beforeAll(async () => {
  ({ app, url } = await serve('console', { CLOCK: '2022-06-20T03:00:00Z' }));
  browser = await launchBrowser();
  const village = await buildVillage(app, { commune: 'Minh Sơn' });
  const focal = await buildFocal(app, village.communeId);
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  const sent = { unitId: village.communeId, receiverId: village.districtId, by: focal };
  await buildUsualYear(app, sent, '2022-06', 'CQ02');
  await buildSentMonth(app, sent, '2022-06', { CQ02: 2_340, TC01: 3 });
  [commune, district] = [await signedIn(browser, url, focal), await signedIn(browser, url, officer)];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

it('is asked about once, answered, and read by the level above, on a phone too', async () => {
  const { page } = district;
  await goTo(page, url, 'odd-figures?month=2022-06');
  await page.getByText(/^Gấp 10 mức của chính xã trong 12 kỳ/).waitFor();
  await page.getByRole('button', { name: /^Xem Minh Sơn/ }).click();
  await page.getByText('Nếu đúng là 234, số cộng của tỉnh 2.340 còn 234.').waitFor();
  await expectCleanAt(page, [360, 740], [1280, 800]);
  await page.getByRole('row').getByRole('button', { name: 'Hỏi lại' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hỏi lại' }).click();
  await page.getByText('Hỏi 20/6').first().waitFor();

  await goTo(commune.page, url, 'odd-figures?month=2022-06');
  await commune.page.getByRole('row').getByRole('button', { name: 'Trả lời' }).click();
  const dialog = commune.page.getByRole('dialog');
  await dialog.getByLabel(/Số này đúng hay sai/).fill('Đúng 2.340: điểm lưu động của bưu điện.');
  await dialog.getByRole('button', { name: 'Trả lời' }).click();
  await commune.page.getByText(/“Đúng 2\.340/).waitFor();

  await goTo(page, url, 'odd-figures?month=2022-06');
  await page.getByText(/“Đúng 2\.340/).waitFor();
  await expectCleanAt(page, [360, 740], [1280, 800]);
}, 120_000);
