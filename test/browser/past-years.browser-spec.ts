/**
 * An officer brings in the figures of a year ago: the columns are named, a wrong cell is mended and a row of another place left out,
 * the source is said. The report's table has them beside its own, marked; taken back, they are gone from it.
 */
import type { Browser, Page } from 'playwright-core';
import { writeWorkbook } from '#documents';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, serve } from '../support/browser.ts';
import { buildVillage, type Village } from '../support/orders.ts';
import type { TestPerson } from '../support/people.ts';
import { buildFocal, buildLine, openReport } from '../support/reports.ts';
import { desktop, expectClean, expectCleanAt, goTo, signedIn, taken } from './officer-pages.ts';

let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;
let focal: TestPerson;

beforeAll(async () => {
  ({ app, url } = await serve('console', { CLOCK: '2022-06-20T03:00:00Z' }));
  browser = await launchBrowser();
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  focal = await buildFocal(app, village.communeId);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const choose = async (page: Page, field: string | RegExp, option: string | RegExp) => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
};

it('brings in a year ago from a workbook, has it beside the report, and takes it back', async () => {
  await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value: 46, happenedOn: '2022-06-01' });
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  const { page, troubles, context } = await signedIn(browser, url, focal);
  await goTo(page, url, 'past-years');
  await page.getByText('Chưa nhập số năm nào').waitFor();
  await choose(page, 'Số của năm', '2021');
  await choose(page, 'Tháng', 'Tháng 6');
  expect((await taken(page, 'Tải tệp mẫu')).name).toBe('Số các năm trước 2021-06.xlsx');
  await expectCleanAt(page, [360, 740], [desktop.width, desktop.height]);
  const rows = [
    ['Đơn vị', 'CQ02', 'Xếp loại'],
    ['Xã Minh Sơn', -40, 'Tốt'],
    ['Xã Đà Lạt', 7, 'Khá'],
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: 'tong-hop-2021.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await writeWorkbook([{ name: 'Năm 2021', rows }]),
  });
  await button(page, 'Đọc tệp').click();
  await button(page, 'Kiểm tra (còn 1 cột)').waitFor();
  await choose(page, /^Cột C Xếp loại/, 'Không lấy');
  await expectCleanAt(page, [360, 740], [desktop.width, desktop.height]);
  await button(page, 'Kiểm tra').last().click();
  await page.getByText('Ô B2 là số âm (-40). Gõ lại.').waitFor();
  await expectCleanAt(page, [360, 740], [desktop.width, desktop.height]);
  await page.getByRole('textbox', { name: 'Gõ lại' }).fill('40');
  await button(page, 'Tự gõ lại').click();
  await page.getByText(/Không có đơn vị “Xã Đà Lạt”/).waitFor();
  await button(page, 'Bỏ dòng này').click();
  await button(page, 'Ghi 1 số (chưa có nguồn)').waitFor();
  await page.getByRole('textbox', { name: /^Nguồn/ }).fill('Báo cáo 88/BC-UBND');
  await button(page, 'Ghi 1 số').click();
  await page
    .getByText(/Báo cáo 88\/BC-UBND/)
    .first()
    .waitFor();
  await expectClean(page);
  await goTo(page, url, `reports/${id}`);
  await page.getByRole('columnheader', { name: 'Cùng kỳ năm trước' }).waitFor();
  await page.getByRole('cell', { name: '40*' }).waitFor();
  await page.getByText('* số nhập, không phải số từ bản ghi. Nguồn: Báo cáo 88/BC-UBND').waitFor();
  await goTo(page, url, 'past-years');
  await button(page, 'Xem số').click();
  await page.getByRole('dialog').getByText('Xã Minh Sơn').waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await button(page, 'Rút lại cả tệp').click();
  await page
    .getByRole('dialog')
    .getByLabel(/^Vì sao rút lại/)
    .fill('Nhầm bản chưa ký');
  await page.getByRole('dialog').getByRole('button', { name: 'Rút lại cả tệp' }).click();
  await page.getByText('Nhầm bản chưa ký').first().waitFor();
  await goTo(page, url, `reports/${id}`);
  await page.locator('.fig-table').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Cùng kỳ năm trước' }).count()).toBe(0);
  expect(troubles).toEqual([]);
  await context.close();
});
