/** A term is over in the console: posts of several communes go to people by one decision, and end by another. */
import type { Browser } from 'playwright-core';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildPlace } from '../../support/units.ts';
import { signInToConsole } from '../console-hands.ts';

interface Scene {
  app: TestApp;
  browser: Browser;
  url: string;
  districtId: string;
  login: string;
  password: string;
}

const sheet = 'Xã\tHọ và tên\tĐiện thoại\nMường Chanh\tVi Văn Lâm\t0510 000 791\nMường Lý\tGiàng A Chu\t0510 000 792';

export async function changesManyPosts({ app, browser, url, districtId, login, password }: Scene): Promise<void> {
  for (const commune of ['Mường Lý', 'Mường Chanh']) await buildPlace(app, { commune, hamlets: 1, districtId });
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/officers?q=mường`);
  const dialog = page.getByRole('dialog');
  const chooseAll = page.getByRole('checkbox', { name: 'Chọn mọi chức vụ đang hiện' });
  await chooseAll.check();
  await page.getByRole('button', { name: 'Bổ nhiệm, thay người' }).click();
  await dialog.getByLabel(/^Quyết định/).fill('214/QĐ-UBND');
  await dialog.getByLabel('Họ và tên: Cán bộ đầu mối, Xã Mường Lý').focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(pasted);
  }, sheet);
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Xem trước 2 người' }).click();
  await dialog.getByText('Giàng A Chu, Xã Mường Lý').waitFor();
  await dialog.getByRole('button', { name: 'Bổ nhiệm 2 người' }).click();
  await page.getByText(/^Đã bổ nhiệm 2 người/).waitFor();
  await page.getByRole('row', { name: /Vi Văn Lâm/ }).waitFor();
  await chooseAll.check();
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await dialog.getByLabel(/^Quyết định/).fill('215/QĐ-UBND');
  await dialog.getByText('Vi Văn Lâm, Xã Mường Chanh').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Kết thúc 2 chức vụ' }).click();
  await page.getByText('Đã ghi kết thúc 2 chức vụ.').waitFor();
  await page
    .getByText(/^để trống từ/)
    .first()
    .waitFor();
  expect(troubles).toEqual([]);
  await context.close();
}
