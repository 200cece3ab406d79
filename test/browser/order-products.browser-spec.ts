/** A committee orders OCOP products: the form says at the target what the register misses, the preview says it again. */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve, sideScroll } from '../support/browser.ts';
import { buildProducts, buildVillage, type Village } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { chooseDay, signInToConsole } from './console-hands.ts';

const login = 'ha.ptt@minhson.example';
const password = 'mưa rơi ngoài bến vắng';
let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  village = await buildVillage(app);
  const officer = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId, email: login });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

/** As far as the target: the work, both teams, evenly. */
async function toTarget(page: Page): Promise<void> {
  await page.goto(`${url}/console/#/assignments/new`);
  await page.getByLabel('Tìm nhiệm vụ mẫu').fill('ocop');
  await page.getByRole('button', { name: /NV09/ }).click();
  await page.getByRole('button', { name: 'Chọn cả 2 tổ' }).click();
  await page.getByRole('button', { name: 'Tiếp: cụ thể hóa' }).click();
  await page.getByText('Chia đều', { exact: true }).click();
}

it('says what the register misses, does not go on above it, and sends what fits', async () => {
  const { page, troubles } = await openPage(browser, url, { width: 1280, height: 800 });
  const expectClean = async () => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  await signInToConsole(page, url, { login, password });
  await toTarget(page);
  await page.getByText(/^Xã Minh Sơn: sổ OCOP chưa có sản phẩm nào/).waitFor();
  await page.getByRole('link', { name: 'Mở sổ OCOP' }).click();
  await page.getByText('Chưa có sản phẩm OCOP nào').waitFor();

  await buildProducts(app, village.teams[0]?.unitId ?? '', 5, 2);
  await toTarget(page);
  await page.getByText('Sổ OCOP còn 3/5 sản phẩm chưa lên sàn. Giao được nhiều nhất 3.').waitFor();
  await page.getByLabel('Mục tiêu').fill('4');
  await page.getByText(/^Xã Minh Sơn: giao 4 sản phẩm, sổ OCOP chỉ còn 3\/5 chưa lên sàn\. Giảm xuống 3/).waitFor();
  await expectClean();
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9));
  await page.getByPlaceholder('Chọn văn bản').click();
  await page.getByRole('option', { name: /31\/KH-UBND/ }).click();
  await page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  await page.getByText('Còn 1 chỗ chưa xong').waitFor();
  await page.getByLabel('Mục tiêu').fill('3');
  await page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  await page.getByText(/Giao được nhiều nhất 3\. Việc này giao 3\./).waitFor();
  await expectClean();
  await page.getByRole('button', { name: /^Gửi cho/ }).click();
  await page.getByText('Đã giao cho 2 tổ.').waitFor();
  expect(troubles).toEqual([]);
});
