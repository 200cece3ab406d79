import type { Browser } from 'playwright-core';
import { seriousFindings } from '../../../support/browser.ts';
import type { TestPerson } from '../../../support/people.ts';
import { expectClean, goTo, signedIn } from '../../officer-pages.ts';

/** The report is what waits on the chair's list of the day; a narrow screen shows it as well. */
export async function chairApproves(browser: Browser, url: string, chair: TestPerson): Promise<void> {
  const { page, context } = await signedIn(browser, url, chair);
  const button = (name: string) => page.getByRole('button', { name });
  await goTo(page, url, '');
  await page.getByText('Báo cáo tháng 6 chờ bạn duyệt').waitFor();
  await button('Xem và duyệt').click();
  await button('Duyệt và gửi').waitFor();
  await expectClean(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectClean(page);
  await button('Duyệt và gửi').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('“Đã đối chiếu với Một cửa”').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Duyệt và gửi' }).click();
  await page.getByText('Đã duyệt và gửi báo cáo.').waitFor();
  await context.close();
}
