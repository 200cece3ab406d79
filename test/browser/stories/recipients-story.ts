/** An office of "Nơi nhận" gets a mailbox that reads its code out, and what is sent goes there. */
import type { Page } from 'playwright-core';
import type { SmtpEmulator } from '../../emulators/smtp.ts';
import type { TestApp } from '../../support/app.ts';
import { seriousFindings } from '../../support/browser.ts';
import { expectClean, goTo } from '../officer-pages.ts';

interface Stage {
  app: TestApp;
  smtp: SmtpEmulator;
  url: string;
}

const codeTo = ({ mails }: SmtpEmulator, box: string): string =>
  /Mã thử: (\d{6})/u.exec(mails.find(({ to }) => to === box)?.text ?? '')?.[1] ?? '';

export async function namesRecipients(page: Page, { app, smtp, url }: Stage): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name });
  await goTo(page, url, 'recipients');
  await button('Sửa thể thức').click();
  await page
    .getByLabel('Nơi nhận, mỗi dòng một nơi')
    .fill('Sở Thông tin và Truyền thông (để b/c)\nPhòng Văn hóa và Thông tin\nCT, các PCT UBND xã');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText(/^Chưa có hộp thư: Sở Thông tin và Truyền thông, Phòng/).waitFor();
  await expectClean(page);
  await button('Thêm hộp thư cho Sở Thông tin và Truyền thông').click();
  await page.getByLabel('Địa chỉ thư').fill('vanthu@so.example');
  await button('Gửi mã thử').click();
  await page.getByLabel('Mã 6 số').waitFor();
  await app.drain();
  await page.getByLabel('Mã 6 số').fill(codeTo(smtp, 'vanthu@so.example'));
  expect(await seriousFindings(page)).toEqual([]);
  await button('Dùng hộp thư này').click();
  await page.getByText('Đang dùng').waitFor();
  await ownIsTried(page, { app, smtp });
  await page.getByRole('heading', { name: 'Nơi nhận: 2 cơ quan, 1 có hộp thư đã thử' }).waitFor();
}

/** The unit's own mailbox takes the same way. */
async function ownIsTried(page: Page, { app, smtp }: Pick<Stage, 'app' | 'smtp'>): Promise<void> {
  const own = page.locator('.rcp-own');
  await own.getByRole('button', { name: 'Thêm hộp thư' }).click();
  await page.getByLabel('Địa chỉ thư').fill('vanphong@minhson.example');
  await page.getByRole('button', { name: 'Gửi mã thử' }).click();
  await page.getByText('Mở hộp thư vanphong@minhson.example').waitFor();
  await app.drain();
  await page.getByLabel('Mã 6 số').fill(codeTo(smtp, 'vanphong@minhson.example'));
  await page.getByRole('button', { name: 'Dùng hộp thư này' }).click();
  await own.getByText('Đang dùng').waitFor();
}

export async function sendsAndMails(page: Page, { app }: Pick<Stage, 'app'>): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name });
  await page.getByText('Nhận bằng thư tới vanthu@so.example').waitFor();
  await page.getByText('Đọc bản in tại cơ quan').waitFor();
  await button('Nộp báo cáo').click();
  await page.getByText('Không gửi thư cho: Phòng Văn hóa và Thông tin, vì chưa có hộp thư đã thử.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.getByText('Đã nộp báo cáo.').waitFor();
  await app.drain();
  await button('Gửi lại cho Sở Thông tin và Truyền thông').click();
  await app.drain();
  await page.getByText('Bản 1 gửi theo nơi nhận · lần 2').waitFor();
  await page.getByText('Thư trước (1)').click();
}
