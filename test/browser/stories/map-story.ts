/** The administrator imports a map of a district, with what is wrong of it by name, and sees the overview on it. */
import type { Page } from 'playwright-core';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { drawMap, type DrawnUnit, inFile } from '../../support/files/drawn-map.ts';

const asFile = (units: DrawnUnit[]) => ({
  name: 'ban-do.geojson',
  mimeType: 'application/geo+json',
  buffer: inFile(drawMap(units)),
});

export async function seesOnTheMap(page: Page, { app, url }: { app: TestApp; url: string }, unitId: string) {
  const units = await app.database.rows<DrawnUnit>(
    sql`select v.code, v.name from unit_closure c join unit_versions v on v.unit_id = c.descendant_id
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune' order by v.code`,
  );
  const [first, ...others] = units as [DrawnUnit, ...DrawnUnit[]];
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto(`${url}/console/#/units?unit=${unitId}`);
  await button('Bản đồ').click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles(asFile([first, first, ...others]));
  await button('Đọc tệp').click();
  await page.getByText('1 nơi có hai hình trở lên', { exact: false }).waitFor();
  await page.getByText(`Xã ${first.name}`, { exact: true }).waitFor();
  expect(await button('Còn 1 chỗ phải sửa trong tệp').isDisabled()).toBe(true);
  await button('Chọn tệp khác').click();
  await file.setInputFiles(asFile(units));
  await button('Đọc tệp').click();
  await page.getByText('Tệp khớp với danh mục đơn vị, không có gì phải xem.').waitFor();
  await button(`Xã ${first.name}`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button(new RegExp(`^Ghi ${units.length} hình`)).click();
  await page.getByText(`Đã ghi bản đồ ${units.length} nơi`, { exact: false }).waitFor();

  await page.goto(`${url}/console/#/units/map?unit=${unitId}`);
  await page.getByText(/^Thay (hẳn )?bản đồ/).waitFor();
  await page.getByText('Đang dùng', { exact: true }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${url}/console/#/dashboard`);
  const map = page.getByRole('group', { name: /^Bản đồ / });
  await map.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const chosen = await page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(':')[0]);
  await page.getByText(new RegExp(`^${chosen} · `)).waitFor();
  // What lies half below the frame's head is too small to be pressed, says axe; and what is pointed at has its tooltip.
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByText('Ô', { exact: true }).click();
  await map.waitFor({ state: 'detached' });
  await page.getByText('Bản đồ', { exact: true }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await map.waitFor();
  expect(await sideScroll(page)).toEqual([]);

  // Whoever uploaded it takes it away: the overview has cells and no switch.
  await page.goto(`${url}/console/#/units/map?unit=${unitId}`);
  await button('Gỡ bản đồ').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('sẽ thấy ô thay cho bản đồ', { exact: false }).waitFor();
  expect(await sideScroll(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Gỡ bản đồ' }).click();
  await page.getByText('Chưa có bản đồ nào: Toàn cảnh hiện bằng ô.').waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}/console/#/dashboard`);
  // The overview that the page still holds has the switch until the new one is here.
  await page.getByText('Bản đồ', { exact: true }).waitFor({ state: 'detached' });
  await page.locator('.over-cells:not(.print-only)').waitFor();
}
