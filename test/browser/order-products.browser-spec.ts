/** A committee orders OCOP products: the form says at the target what the register misses, the preview says it again. */
import { randomUUID } from 'node:crypto';
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

/** From today on an order to more than one team waits for a second officer; there is one, on a narrow screen. */
async function secondOfficer() {
  const { officer, communeId, directiveId } = village;
  const { status } = await app.call(routes.setDatedRule, {
    token: officer.token,
    key: randomUUID(),
    params: { unitId: communeId },
    body: {
      value: { kind: 'secondApproval', isNeeded: true, measure: 'teams', above: 1 },
      from: dateInVietnam(Date.now()),
      directiveId,
    },
  });
  expect(status).toBe(201);
  const second = { login: 'chu.tich@minhson.example', password };
  const chair = await buildOfficer(app, { role: 'focal_officer', unitId: communeId, email: second.login });
  await app.call(routes.changePassword, { token: chair.token, body: { next: password } });
  const visit = await openPage(browser, url, { width: 360, height: 740 });
  await signInToConsole(visit.page, url, second);
  return visit;
}

/** Both teams have it and are silent: a reminder of both waits as well, and the second officer finds it on the list. */
async function remindsWithASecond(page: Page, second: Page): Promise<void> {
  await app.drain();
  for (const { leader } of village.teams) await app.call(routes.inbox, { token: leader.token });
  await page.reload();
  await page.getByRole('button', { name: /^Nhắc 2 tổ im lặng/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Theo quy định \(trên 1 tổ\).*Duyệt được:/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('heading', { name: /^Chờ duyệt: Nhắc tổ im lặng/ }).waitFor();
  await page.getByRole('button', { name: 'Rút về' }).waitFor();

  await second.goto(`${url}/console/#/send-requests`);
  await second.getByRole('heading', { name: 'Chờ duyệt gửi' }).waitFor();
  await second.getByText('Chờ bạn duyệt').waitFor();
  expect(await seriousFindings(second)).toEqual([]);
  expect(await sideScroll(second)).toEqual([]);
  await second.getByRole('link', { name: /^Nhắc tổ im lặng/ }).click();
  await second.getByText(/Ai nhận thì tính lại lúc duyệt/).waitFor();
  await second.getByText('Báo cho 4 người').waitFor();
  expect(await seriousFindings(second)).toEqual([]);
  expect(await sideScroll(second)).toEqual([]);
  await second.getByRole('button', { name: 'Duyệt và gửi' }).click();
  await second.getByText(/đã duyệt .*Đã gửi/).waitFor();
  await page.reload();
  await page.getByText(/đã duyệt .*Đã gửi/).waitFor();
}

it('waits for a second officer where a rule says so, who reads it and sends it', async () => {
  const { page, troubles } = await openPage(browser, url, { width: 1280, height: 800 });
  const second = await secondOfficer();
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/assignments/new`);
  await page.getByLabel('Tìm nhiệm vụ mẫu').fill('hồ sơ');
  await page.getByRole('button', { name: /NV03/ }).click();
  await page.getByRole('button', { name: 'Chọn cả 2 tổ' }).click();
  await page.getByRole('button', { name: 'Tiếp: cụ thể hóa' }).click();
  await page.getByText('Chia đều', { exact: true }).click();
  await page.getByLabel('Mục tiêu').fill('40');
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9));
  await page.getByPlaceholder('Chọn văn bản').click();
  await page.getByRole('option', { name: /31\/KH-UBND/ }).click();
  await page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  await page.getByText(/Việc này gửi 2 tổ, 6 người.*trên 1 tổ.*Duyệt được:/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('heading', { name: /^Chờ duyệt/ }).waitFor();
  await page.getByRole('button', { name: 'Rút về để sửa' }).waitFor();

  await second.page.reload();
  await second.page.getByText(/^Chờ bạn duyệt/).waitFor();
  await second.page.getByRole('button', { name: 'Xem và duyệt' }).click();
  await second.page.getByText(/Duyệt đúng những gì đang thấy ở đây/).waitFor();
  await second.page.getByRole('button', { name: 'Trả lại' }).waitFor();
  expect(await seriousFindings(second.page)).toEqual([]);
  expect(await sideScroll(second.page)).toEqual([]);
  await second.page.getByRole('button', { name: 'Duyệt và gửi' }).click();
  await second.page.getByText(/đã duyệt .*Đã gửi/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Mở việc đã giao' }).click();
  await page.waitForURL(/assignments\/[0-9a-f-]{36}/);
  await page.getByText('Đã giao').filter({ visible: true }).first().waitFor();
  await remindsWithASecond(page, second.page);
  expect([...troubles, ...second.troubles]).toEqual([]);
});
