/** A company's list of places: what is wrong by row, what changes by commune, and all of it or nothing. */
import type { Page } from 'playwright-core';
import { writeWorkbook } from '#documents';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { otherAct } from '../more-acts.ts';

export async function importsCoverage(page: Page, url: string, { provider, commune }: Record<string, string>) {
  const rows = [
    ['Xã, phường', 'Thôn', 'Từ ngày', 'Đến hết ngày'],
    [commune ?? '', 'Thôn 1'],
    [commune ?? '', 'Thôn 99'],
  ];
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto(`${url}/console/#/providers`);
  await otherAct(page, /^Nhập vùng phục vụ/);
  await page.getByRole('combobox', { name: 'Đơn vị đồng hành' }).click();
  await page.getByRole('option', { name: provider }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'vung-phuc-vu.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await writeWorkbook([{ name: 'Vùng', rows }]),
  });
  await button('Đọc tệp').click();
  await page.getByText('Xã này không có thôn “Thôn 99”.').waitFor();
  expect(await button('Còn 1 dòng phải sửa').isDisabled()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await button('Bỏ dòng này').click();
  await button('Ghi vùng phục vụ của 1 xã').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  await button('Ghi vùng phục vụ của 1 xã').click();
  await page.getByText(`Đã ghi vùng phục vụ của ${provider} ở 1 xã.`).waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(`${provider}, Xã ${commune}: phủ đủ 2 thôn`).waitFor();
}
