/** The same month in the units of today, and back. */
import type { Page } from 'playwright-core';
import { expectClean } from '../officer-pages.ts';

export async function restated(page: Page, unit: string): Promise<void> {
  await page.getByText('Theo đơn vị hiện nay', { exact: true }).click();
  await page.waitForURL(/units=now/);
  await page.getByText('Bằng tổng theo đơn vị lúc đó, mọi cột').waitFor();
  const table = page.getByRole('table', { name: 'Số liệu theo đơn vị hiện nay' });
  await table.getByText('như đã nộp').waitFor();
  await table.getByRole('button', { name: `Mở ${unit}` }).click();
  await table.getByRole('link', { name: /^bản đã nộp/ }).waitFor();
  await page.getByRole('button', { name: 'Cách cộng' }).click();
  await expectClean(page);
  await page.getByText('Theo đơn vị lúc đó', { exact: true }).click();
}
