/** The whole console as of another day: set by keys, impossible to overlook, kept by links, left by a key. */
import type { Page } from 'playwright-core';
import { addDays, dateInVietnam, formatDate } from '#i18n';
import { seriousFindings, sideScroll } from '../../support/browser.ts';

/** @param look at what is shown then */
export async function looksAtAnotherDay(
  page: Page,
  url: string,
  look: (name: string) => Promise<void> = async () => {},
): Promise<void> {
  const clean = async (name: string) => {
    await look(name);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  const before = addDays(dateInVietnam(Date.now()), -1);
  const day = formatDate(before, 'vi', { withYear: true });
  const bar = page.getByRole('status').filter({ hasText: `Đang xem theo ngày ${day}.` });
  await page.goto(`${url}/console/#/teams`);
  await page.getByRole('button', { name: 'Xem theo ngày: Hôm nay' }).waitFor();
  await page.keyboard.press('Alt+d');
  const field = page.getByLabel('Gõ ngày, ví dụ 30/6/2025');
  await field.fill('32/5');
  await field.press('Enter');
  await page.getByText('Chưa đọc được ngày này.').waitFor();
  await page.getByText('Ngày có thay đổi đơn vị ở đây').waitFor();
  await clean('popover');
  await field.fill(day);
  await field.press('Enter');
  await bar.waitFor();
  await page.waitForURL((address) => address.href.includes(`at=${before}`));
  expect(await page.getByRole('menuitem', { name: /^Nhập từ Excel/, includeHidden: true }).count()).toBe(0);
  await page.getByText(`Mọi bản chép mang dòng “theo ngày ${day}”`).waitFor();
  await clean('teams');
  await page.setViewportSize({ width: 360, height: 740 });
  await clean('teams-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: /Giao việc/ }).click();
  await page.getByText('Màn hình này chỉ có hôm nay.').waitFor();
  await page.waitForURL((address) => address.href.includes(`assignments?at=${before}`));
  await clean('only-today');
  await page.getByRole('link', { name: /Danh mục hộ/ }).click();
  await page.getByRole('table').waitFor();
  await clean('registers');
  // From one side of the change to the other, and back to today.
  await page.keyboard.press(']');
  await bar.waitFor({ state: 'detached' });
  await page.keyboard.press('[');
  await bar.waitFor();
  await page.keyboard.press('Alt+0');
  await bar.waitFor({ state: 'detached' });
  await page.waitForURL((address) => !address.href.includes('at='));
}
