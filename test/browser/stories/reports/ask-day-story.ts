import type { Page } from 'playwright-core';
import { seriousFindings } from '../../../support/browser.ts';
import { expectClean, expectCleanAt, goTo } from '../../officer-pages.ts';

interface Asking {
  url: string;
  reportId: string;
  /** At the commune's computer, and at the office that receives. */
  commune: Page;
  office: Page;
}

/** A report that is closed asks for a day, its receiver reads why and gives one, and it can be sent. */
export async function asksForADay({ url, reportId, commune, office }: Asking): Promise<void> {
  const path = `reports/${reportId}`;
  const dialogOf = (page: Page) => page.getByRole('dialog');
  await goTo(commune, url, path);
  await commune.getByText(/^Hạn nộp là hết ngày 24\/6, đã quá lâu nên báo cáo khóa/).waitFor();
  expect(await commune.getByRole('button', { name: 'Nộp báo cáo' }).count()).toBe(0);
  await expectCleanAt(commune, [360, 740], [1280, 800]);
  await commune.getByRole('button', { name: 'Xin ngày nộp' }).click();
  const ask = dialogOf(commune).getByRole('button', { name: 'Xin ngày nộp' });
  expect(await ask.isDisabled()).toBe(true);
  await dialogOf(commune).getByLabel('Lý do').fill('Lũ cuốn trụ sở');
  expect(await seriousFindings(commune)).toEqual([]);
  await ask.click();
  await commune.getByText(/cho ngày nộp\.$/).waitFor();
  await commune.getByText(/ xin ngày nộp: “Lũ cuốn trụ sở”$/).waitFor();
  expect(await commune.getByRole('button', { name: 'Xin ngày nộp' }).count()).toBe(0);

  await goTo(office, url, path);
  await office.getByText(/ xin ngày nộp: “Lũ cuốn trụ sở”$/).waitFor();
  await expectClean(office);
  await office.getByRole('button', { name: 'Cho nộp đến một ngày' }).click();
  await dialogOf(office).getByLabel('Lý do').fill('Đã kiểm tra');
  expect(await seriousFindings(office)).toEqual([]);
  await dialogOf(office).getByRole('button', { name: 'Cho nộp đến một ngày' }).click();
  await office.getByText(/^Đã cho .* nộp đến hết /).waitFor();

  await goTo(commune, url, path);
  await commune.getByText(/^Được nộp đến hết .*: “Đã kiểm tra”$/).waitFor();
  await commune.getByRole('button', { name: 'Nộp báo cáo' }).waitFor();
  await expectClean(commune);
}
