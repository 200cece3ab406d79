/** The district asks once for the work of some days; undone at once, asked for again, and what came stands apart from lists. */
import type { Page } from 'playwright-core';
import { expectClean, goTo } from './officer-pages.ts';

export async function asksForDays(page: Page, url: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const button = (name: string) => page.getByRole('button', { name });
  await goTo(page, url, 'campaigns');
  await button('Mở đợt mới').click();
  await dialog.getByRole('radio', { name: 'Kết quả trong một đợt' }).check();
  await dialog.getByRole('textbox', { name: 'Tên đợt, in thành tên báo cáo' }).fill('Kết quả 20 ngày cao điểm');
  await dialog.getByRole('button', { name: /^Nộp trước ngày/ }).click();
  // The calendar opens at the first day that can stand there.
  await page.locator('td button:not([data-outside])').getByText('11', { exact: true }).click();
  await dialog.getByText('Sẽ giao cho 2 xã, hạn đến hết ngày 10/7/2022.', { exact: false }).waitFor();
  await expectClean(page);
  await button('Mở đợt').last().click();
  await page.getByText('Đã mở đợt cho 2 xã.').waitFor();
  await page.getByRole('table', { name: 'Kết quả trong một đợt' }).getByText('Kết quả 20 ngày cao điểm').click();
  await button('Báo cáo tổng hợp').waitFor();
  await expectClean(page);
  await button('Báo cáo tổng hợp').click();
  await page.getByText('tổng hợp từ các đơn vị đã nộp').waitFor();
  await expectClean(page);
}
