/** The district asks for a quarter: chosen by name, drafted from its months at the commune, each figure opens them. */
import type { Page } from 'playwright-core';
import { expectClean, expectCleanAt, goTo } from '../../officer-pages.ts';

async function asks(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await goTo(page, url, 'campaigns');
  await page.getByRole('button', { name: 'Mở đợt mới' }).click();
  await dialog.getByRole('radio', { name: 'Báo cáo quý, 6 tháng, 9 tháng, năm' }).check();
  await dialog.getByRole('combobox', { name: 'Kỳ báo cáo' }).click();
  await page.getByRole('option', { name: /^Quý II năm 2022/ }).click();
  const title = dialog.getByRole('textbox', { name: 'Tên báo cáo, in trên văn bản' });
  expect(await title.inputValue()).toBe('Kết quả hoạt động của Tổ công nghệ số cộng đồng quý II năm 2022');
  await dialog.getByText('Sẽ giao cho 2 xã, hạn đến hết ngày 24/6/2022.', { exact: false }).waitFor();
  await expectClean(page);
  await page.getByRole('button', { name: 'Mở đợt' }).last().click();
  await page.getByText('Đã mở đợt cho 2 xã.').waitFor();
}

async function finds(page: Page, url: string): Promise<void> {
  await goTo(page, url, 'reports');
  await page.getByRole('link', { name: /quý II năm 2022/ }).click();
  const months = page.getByRole('list', { name: 'Các kỳ tháng của báo cáo này' });
  await months.getByRole('link', { name: /^6\/2022/ }).waitFor();
  await page.getByText('1/3 kỳ tháng đã nộp').waitFor();
  await page.locator('.words .fig-chip', { hasText: '186' }).first().click();
  await page.getByRole('button', { name: 'Mở 3 kỳ tháng' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Tháng 6/2022' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectCleanAt(page, [360, 740], [1280, 800]);
}

export async function asksForAPeriod(url: string, district: Page, commune: Page): Promise<void> {
  await asks(district, url);
  await finds(commune, url);
}
