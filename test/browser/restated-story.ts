/** The same month in the units of today, and back. */
import type { Page } from 'playwright-core';
import { expectClean } from './officer-pages.ts';

export async function restated(page: Page, made: string): Promise<void> {
  await page.getByText('Đơn vị hiện nay', { exact: true }).click();
  await page.getByText(made).waitFor();
  await page.getByRole('table', { name: 'Số liệu theo đơn vị hiện nay' }).getByText('CQ02', { exact: false }).waitFor();
  await expectClean(page);
  await page.getByText('Đơn vị lúc đó', { exact: true }).click();
}
