/** A list whose heads say nothing: the officer says which column is which, on a phone too, and brings a row back. */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { stopApps } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve, sideScroll } from '../support/browser.ts';
import { buildOfficer } from '../support/people.ts';
import { fileOf, Officers } from '../support/files/roster-imports.ts';
import { signInToConsole } from './console-hands.ts';

const login = 'ha.ptt@minhson.example';
const password = 'mật khẩu của tôi';
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const served = await serve('console');
  ({ url } = served);
  browser = await launchBrowser();
  const { communeId } = await new Officers(served.app).commune(2);
  const officer = await buildOfficer(served.app, {
    role: 'committee_member',
    unitId: communeId,
    fullName: 'Phạm Thị Thu Hà',
    email: login,
  });
  await served.app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  ({ page } = await openPage(browser, url, { width: 1280, height: 800 }));
  await signInToConsole(page, url, { login, password });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

async function expectClean(): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    await page.evaluate(() => scrollTo(0, 0));
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

it('says which column is which, sees what is not imported, and goes on to the last step', async () => {
  await page.getByRole('link', { name: /Tổ và thành viên/ }).click();
  // The first screen has a place for a list too, and is about to go.
  await page.getByRole('heading', { name: 'Tổ công nghệ số cộng đồng', level: 1 }).waitFor();
  await page.setInputFiles('input[type=file]', {
    name: 'danh sach.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await fileOf([
      ['A', 'B', 'C', 'D', 'E'],
      ['Thôn 1', 'Lê Văn', 'An', 'Tổ trưởng', '0512345611'],
      [null, 'Bùi Thị', 'Ổn', 'Tổ phó', '0512345612'],
      [null, 'Hà Văn', 'Sáu', 'Thành viên', '0512345613'],
      ['Ghi chú: thay danh sách gửi trước'],
      ['Tổng', 'Vi Thị', 'Ấm', 'Thành viên', 'gọi sau'],
    ]),
  });
  await page.getByText('Máy chưa nhận ra bảng danh sách').waitFor();
  await page.getByRole('button', { name: 'Trang này là danh sách' }).click();
  for (const [letter, value] of Object.entries({ A: 'team', B: 'name', C: 'given', D: 'position', E: 'phone' }))
    await page.getByLabel(`Cột ${letter}: ${letter}`).selectOption(value);
  await expectClean();
  await page.getByRole('button', { name: 'Dùng cách ghép này' }).click();
  await page.getByRole('heading', { name: /^Không nhập/ }).waitFor();
  await page.getByText('Dòng cộng').waitFor();
  await expectClean();
  await page.getByRole('listitem').filter({ hasText: 'Vi Thị · Ấm' }).getByRole('button', { name: 'Nhập lại' }).click();
  await page.getByText('Đã lấy lại 1 dòng').waitFor();
  await page.getByRole('button', { name: 'Bỏ lại' }).click();
  await page.getByText('Đã lấy lại 1 dòng').waitFor({ state: 'detached' });
  // A row with a role that becomes nobody is asked about, once more left out or not.
  await page
    .getByText(/^1 dòng có số điện thoại, chức vụ hoặc số thứ tự mà không thành người nào: dòng 6/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Đúng, không nhập/ }).click();
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
  await page.getByRole('button', { name: 'Nhập 1 tổ' }).waitFor();
  await expectClean();
});
