/** An administrator adds a kind of work by a document and ends it, and sees what the server sets of channels and how it runs. */
import type { Browser, Page } from 'playwright-core';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { signInToConsole } from '../console-hands.ts';

interface Installation {
  browser: Browser;
  url: string;
  login: string;
  password: string;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export async function setsAnInstallation({ browser, url, login, password }: Installation): Promise<void> {
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/rules?kind=templates`);
  await button(page, 'Thêm việc mẫu').click();
  await page.getByLabel(/^Tên việc/).fill('Soát giấy khai sinh cũ');
  await page.getByLabel(/^Nhóm/).first().click();
  await page.getByRole('option', { name: 'Chính quyền số' }).click();
  await page
    .getByLabel(/^Chỉ tiêu đếm/)
    .first()
    .fill('CQ02');
  await page.getByRole('option', { name: /^CQ02/ }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel(/^Việc làm cụ thể/).fill('Cùng bà con soát giấy khai sinh cũ tại nhà văn hóa.');
  await page.getByLabel('Văn bản quy định').first().click();
  await page.getByRole('option', { name: /206\/KH-UBND/ }).click();
  await page.getByText(/\d+ đơn vị chọn được khi giao việc/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, /^Đặt từ/).click();
  await button(page, 'Kết thúc “Soát giấy khai sinh cũ”').click();
  await page.getByRole('dialog').getByText('0 việc đang làm giữ nguyên').waitFor();
  await button(page, /^Kết thúc sau ngày/).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /Soát giấy khai sinh cũ.*đến hết/ })
    .waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await seesHowItRuns(page, url);
  expect(troubles).toEqual([]);
  await context.close();
}

/** At the width of a phone. */
async function seesHowItRuns(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/#/channels`);
  await page.getByText('BACKUP_DIR=…').waitFor();
  await button(page, /^Thư điện tử Chưa cấu hình/).click();
  await page.getByText('SMTP_URL=…').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.goto(`${url}/console/#/system`);
  await page.getByRole('row', { name: /^Đồng hồ máy chủ Tốt/ }).waitFor();
  await page.getByRole('row', { name: /^Sao lưu Đang tắt/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.goto(`${url}/tinh-trang`);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
}
