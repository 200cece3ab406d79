/** A committee keeps its own hamlets: a new one, a new name from a day on, a slip put right, and ends. */
import type { Page } from 'playwright-core';
import { addDays, dateInVietnam } from '#i18n';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { chooseDay } from '../console-hands.ts';

export async function keepsItsHamlets(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const byThePaper = async (act: string) => {
    await dialog.getByRole('combobox', { name: 'Văn bản quy định' }).click();
    await page
      .getByRole('option', { name: /31\/KH-UBND/ })
      .first()
      .click();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await page.goto(`${url}/console/#/units?tab=parts`);
  await button('Thêm thôn').first().click();
  await dialog.getByLabel(/^Tên, không kèm loại/).fill('Thôn 13');
  await byThePaper('Thêm thôn');
  await page.getByText('Đã thêm Thôn 13.').waitFor();
  await page.getByRole('tab', { name: 'Thôn, phố 13' }).waitFor();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Thôn 13' }).click();
  await page.getByRole('heading', { name: /^Thôn 13/ }).waitFor();
  await button('Đổi tên').click();
  await dialog.getByLabel(/^Tên mới/).fill('Thôn 12');
  await dialog.getByRole('combobox', { name: 'Văn bản quy định' }).click();
  await page
    .getByRole('option', { name: /31\/KH-UBND/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Đổi tên', exact: true }).click();
  await dialog.getByText('Xã đã có Thôn 12 từ', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await button('Sửa chỗ ghi sai').click();
  await dialog.getByLabel(/^Tên, không kèm loại/).fill('Thôn Mười Ba');
  await dialog.getByLabel(/^Vì sao sửa/).fill('Nghị quyết ghi bằng chữ');
  await byThePaper('Sửa chỗ ghi sai');
  await page.getByRole('heading', { name: /^Thôn Mười Ba/ }).waitFor();
  await page.getByText(/sửa .*: Nghị quyết ghi bằng chữ/).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await button('Kết thúc').click();
  expect(await sideScroll(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await endsTogether(page, url, byThePaper);
}

/** One with a team is left alone, and says so before; the empty one ends. */
async function endsTogether(page: Page, url: string, byThePaper: (act: string) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.goto(`${url}/console/#/units?tab=parts`);
  for (const name of ['Thôn 1', 'Thôn Mười Ba'])
    await page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }).check();
  await staysWhereItIs(page, () => page.getByRole('button', { name: 'Kết thúc nhiều nơi' }).click());
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9), /^Không còn từ ngày/);
  await dialog.getByText('Để yên 1 nơi').waitFor();
  await dialog.getByText(/^Sau ngày đó vẫn còn 1 tổ hoạt động: /).waitFor();
  await byThePaper('Kết thúc 1 nơi');
  await page.getByText('Đã ghi ngày kết thúc của 1 nơi.').waitFor();
}

/** What comes of it arrives while a day is being chosen: the days stay under the finger. */
async function staysWhereItIs(page: Page, open: () => Promise<void>): Promise<void> {
  const day = page.locator('td button:not([data-outside])').first();
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/close/preview', async (route) => {
    await held;
    await route.continue();
  });
  await open();
  await page.getByRole('button', { name: /^Không còn từ ngày/ }).click();
  const before = await day.boundingBox();
  arrive();
  await page
    .getByRole('dialog')
    .getByText(/^Để yên \d nơi/)
    .waitFor();
  expect(await day.boundingBox()).toEqual(before);
  await page.unroute('**/close/preview');
  await page.getByRole('button', { name: /^Không còn từ ngày/ }).click();
}
