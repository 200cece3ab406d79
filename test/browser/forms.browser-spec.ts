/** A district writes a form, asks it, a commune answers it, a cell goes back and comes again. */
import { addDays, dateInVietnam } from '#i18n';
import type { Browser, Page } from 'playwright-core';
import { type TestApp, stopApps } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve } from '../support/browser.ts';
import { buildVillage, type Village } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { buildFocal } from '../support/reports.ts';
import { chooseDay } from './console-hands.ts';

let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  village = await buildVillage(app, { commune: 'Minh Sơn' });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopApps();
});

async function signedIn(token: string, hash: string, width = 1280): Promise<Page> {
  const { page } = await openPage(browser, url, { width, height: width === 360 ? 740 : 800 });
  await page.addInitScript((own) => location.host && sessionStorage.setItem('to-so.session', JSON.stringify(own)), {
    token,
  });
  await page.goto(`${url}/console/${hash}`);
  return page;
}

it('is written, asked, answered, given back and read as one table', async () => {
  const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  const focal = await buildFocal(app, village.communeId);
  const office = await signedIn(district.token, '#/forms');
  await office.getByRole('button', { name: 'Biểu mẫu mới' }).click();
  await office.getByLabel('Tên biểu mẫu').fill('Ra quân tháng 12');
  await office.getByRole('button', { name: 'Soạn biểu mẫu' }).click();
  await office.getByRole('button', { name: 'Thêm câu hỏi' }).click();
  await office.getByLabel(/^Câu hỏi/).fill('Bao nhiêu lượt hướng dẫn?');
  await office.getByLabel('Đơn vị', { exact: true }).fill('lượt');
  await office.getByText(/^Đã lưu/).waitFor();
  expect(await seriousFindings(office)).toEqual([]);
  await office.getByRole('button', { name: 'Tiếp: gửi hỏi' }).click();
  await chooseDay(office, addDays(dateInVietnam(Date.now()), 9), /^Trả lời trước ngày/);
  await office.getByRole('button', { name: 'Gửi cho 1 xã' }).click();
  await office.getByRole('rowheader', { name: /Minh Sơn/ }).waitFor();

  const commune = await signedIn(focal.token, '#/forms', 360);
  await commune.getByRole('link', { name: 'Ra quân tháng 12' }).click();
  await commune
    .getByText(/Còn\s8\sngày, đến\shết\sngày/)
    .filter({ visible: true })
    .waitFor();
  await commune.getByLabel('Bao nhiêu lượt hướng dẫn?').fill('280');
  expect(await seriousFindings(commune)).toEqual([]);
  await commune.getByRole('button', { name: 'Gửi 1 câu trả lời' }).click();
  await commune
    .getByText(/đã gửi/)
    .first()
    .waitFor();

  await office.reload();
  await office.getByRole('button', { name: /mở ô: .*Minh Sơn/ }).click();
  await office.getByLabel('Nói với người gửi').fill('Gấp 10 lần tháng trước, xem lại.');
  await office.getByRole('button', { name: 'Trả lại ô này' }).click();
  await office.getByText('đang sửa lại').waitFor();
  expect(await seriousFindings(office)).toEqual([]);

  await commune.reload();
  await commune.getByText(/Gấp 10 lần/).waitFor();
  await commune.getByLabel('Bao nhiêu lượt hướng dẫn?').fill('28');
  await commune.getByRole('button', { name: 'Gửi 1 câu trả lời' }).click();
  await office.reload();
  await office.getByText('trước là 280 lượt').waitFor();
});
