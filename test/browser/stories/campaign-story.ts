/** The district asks once for the work of some days; undone at once, asked for again, and what came stands apart from lists. */
import type { Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { buildDirective } from '../../support/orders.ts';
import { buildOfficer } from '../../support/people.ts';
import { expectClean, goTo } from '../officer-pages.ts';
import { offersAct, otherAct } from '../more-acts.ts';

async function asksForDays(page: Page, url: string): Promise<void> {
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
  await offersAct(page, 'Báo cáo tổng hợp');
  await expectClean(page);
  await otherAct(page, 'Báo cáo tổng hợp');
  await page.getByText('tổng hợp từ các đơn vị đã nộp').waitFor();
  await expectClean(page);
}

/** What goes to more than one unit waits at the office: nobody else can approve it at first, then a second officer does. */
async function asksASecondOfficer(page: Page, url: string, app: TestApp, unitId: string): Promise<void> {
  await app.database.rows(
    sql`insert into second_approval_rules (id, unit_id, is_needed, measure, above, directive_id, validity)
      values (${randomUUID()}, ${unitId}, true, 'teams', 1, ${await buildDirective(app, unitId, '15/QĐ-UBND')}, '[2022-01-01,)')`,
  );
  const dialog = page.getByRole('dialog');
  const fill = async () => {
    await goTo(page, url, 'campaigns');
    await page.getByRole('button', { name: 'Mở đợt mới' }).click();
    await dialog.getByRole('textbox', { name: 'Tên đợt' }).fill('Rà soát danh sách tổ');
    await dialog.getByRole('button', { name: /^Nộp trước ngày/ }).click();
    await page.locator('td button:not([data-outside])').getByText('28', { exact: true }).click();
  };
  await fill();
  await dialog.getByText(/trên 1 đơn vị.*chưa có ai khác duyệt được/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Trình duyệt' }).isDisabled()).toBe(true);
  await expectClean(page);

  const second = await buildOfficer(app, { role: 'district_officer', unitId, fullName: 'Nguyễn Thị Thu' });
  await fill();
  await dialog.getByText('Duyệt được: Nguyễn Thị Thu.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('heading', { name: 'Chờ duyệt: Đợt báo cáo: Rà soát danh sách tổ' }).waitFor();
  await page.getByText('Đang chờ Nguyễn Thị Thu duyệt.').waitFor();
  await expectClean(page);
  const requestId = /send-requests\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const { token } = second;
  const answer = await app.call(routes.approveSend, { token, key: randomUUID(), params: { requestId }, body: {} });
  expect(answer.body).toMatchObject({ outcome: 'approved' });
  await page.reload();
  await page.getByRole('button', { name: 'Mở đợt báo cáo' }).click();
  await page.getByRole('heading', { name: 'Rà soát danh sách tổ' }).waitFor();
  // One that goes on waiting, for the pages in English, in the dark, on a narrow screen.
  await page.getByRole('button', { name: /^Nhắc 2/ }).click();
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('heading', { name: 'Chờ duyệt: Nhắc nộp báo cáo: Rà soát danh sách tổ' }).waitFor();
}

export async function asksOnceMore(page: Page, url: string, app: TestApp, districtId: string): Promise<void> {
  await asksForDays(page, url);
  await asksASecondOfficer(page, url, app, districtId);
}
