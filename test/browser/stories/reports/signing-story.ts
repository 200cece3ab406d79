import type { Page } from 'playwright-core';
import { seriousFindings } from '../../../support/browser.ts';
import { signPdf } from '../../../support/files/signed.ts';
import { goTo, taken } from '../../officer-pages.ts';
import { otherAct } from '../../more-acts.ts';

/** A report's paper is taken, signed by a tool of its own and sent back: another file, or one without a signature, is not taken. */
export async function signsThePaper(page: Page, url: string, reportId: string): Promise<void> {
  const button = (on: Page, name: string | RegExp) => on.getByRole('button', { name });
  await goTo(page, url, `reports/${reportId}`);
  await otherAct(page, 'Xem bản in');
  const tables = await taken(page, 'Excel, biểu số liệu');
  expect(tables.name).toMatch(/tháng 6 năm 2022.*\.xlsx$/);
  expect(tables.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await button(page, 'Việc khác').evaluate((element) => element === document.activeElement)).toBe(true);
  await otherAct(page, 'Ký số');
  await button(page, 'Xuất tệp để ký').click();
  await page.getByText('Chờ tệp đã ký').waitFor();
  const { bytes } = await taken(page, 'Tải tệp đã xuất');
  const sendBack = (buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: 'da-ky.pdf', mimeType: 'application/pdf', buffer });
  await sendBack(bytes);
  await page.getByText('Tệp đúng nội dung đã xuất nhưng chưa có chữ ký số.').waitFor();
  await sendBack(signPdf(Buffer.concat([bytes.subarray(0, 1200), Buffer.from('x'), bytes.subarray(1201)])));
  await page.getByText('Tệp này không phải tệp đã xuất').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await sendBack(signPdf(bytes, { data: () => Buffer.from('khác') }));
  await page.getByText('Chữ ký không khớp với tệp').waitFor();
  const signed = signPdf(bytes);
  await sendBack(signed);
  await page.getByText('Chữ ký đúng, nơi cấp chưa tin cậy').first().waitFor();
  await page.getByText('Chứng thư do Cơ quan chứng thực thử cấp').waitFor();
  expect((await taken(page, 'Tải tệp đã ký')).bytes.equals(signed)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByText('Thay tệp đã ký').click();
  await page.getByLabel('Vì sao phải thay tệp này').fill('Ký nhầm bản cũ');
  await button(page, 'Gỡ tệp này').click();
  await page.getByText('Tệp đã thay (1)').click();
  await page.getByText(/gỡ .*: Ký nhầm bản cũ$/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
}
