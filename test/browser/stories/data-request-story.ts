/**
 * Somebody wishes to be erased: an officer makes sure that it is they, reads what becomes of each thing, and asks; a second officer
 * says so, and it is taken back before its day.
 * Who asks on paper to see what is held gets it on paper.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildMember, buildOfficer } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';
import { otherAct } from '../more-acts.ts';

interface Told {
  app: TestApp;
  browser: Browser;
  url: string;
  teamId: string;
  /** Of the administrator. */
  who: { login: string; password: string };
  /** At what is shown then. */
  look?: (page: Page, name: string) => Promise<void>;
}

export async function erasesOnRequest({ app, browser, url, teamId, who, look: looking }: Told): Promise<void> {
  const asker = await buildMember(app, { teamId, fullName: 'Nguyễn Thị Lành', phone: '+84512345412' });
  const { unitId } = (await app.database.one<{ unitId: string }>(
    sql`select o.unit_id as "unitId" from posts o join emails e on e.person_id = o.person_id
      where o.role = 'admin' and e.address = ${who.login}`,
  )) ?? { unitId: '' };
  const second = await buildOfficer(app, { role: 'admin', unitId, fullName: 'Đỗ Văn Sơn' });
  const filed = await app.call(routes.fileDataRequest, {
    token: asker.token,
    key: randomUUID(),
    body: { kind: 'erase', words: 'Tôi đã chuyển đi nơi khác' },
  });
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  const look = (name: string) => looking?.(page, name);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await signInToConsole(page, url, who);
  // No order was given yet: whoever sets up begins at Bắt đầu, with the menu's level Quản trị open.
  await page.getByRole('link', { name: 'Yêu cầu về dữ liệu' }).click();
  await page.getByText('Chưa rõ có đúng người không').waitFor();
  expect(await button('Đề nghị xóa').isDisabled()).toBe(true);
  await button('Đã gọi số cuối 412').click();
  await page.getByText(/Đúng người: .* đã gọi số cuối 412/).waitFor();
  await page.getByRole('row', { name: /Số điện thoại.*Xóa.*Theo yêu cầu/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: /Xóa dữ liệu.*Nguyễn Thị Lành/s }).click();
  await page.getByText('Tôi đã chuyển đi nơi khác').waitFor();
  await page.getByText(/cần người thứ hai xác nhận, và xóa sau 2 ngày làm việc/).waitFor();
  expect(await sideScroll(page)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await button('Đề nghị xóa').click();
  await page.getByText(/^Xóa từ ngày/).waitFor();
  await page.getByText(/Người xác nhận được: .*Đỗ Văn Sơn/).waitFor();
  await look('planned-360');
  expect(await sideScroll(page)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await look('planned-1280');
  await app.call(routes.secondErasing, {
    token: second.token,
    key: randomUUID(),
    params: { requestId: filed.body.id },
  });
  await page.reload();
  await page.getByText(/Đỗ Văn Sơn đã xác nhận/).waitFor();
  await look('seconded-1280');
  await button('Thu hồi, không xóa').click();
  await button('Đề nghị xóa').waitFor();

  await otherAct(page, 'Nhập phiếu giấy');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Người yêu cầu').fill('thao van po');
  await dialog.getByRole('button', { name: /Thao Văn Pó/ }).click();
  await dialog.getByRole('button', { name: 'Nhận yêu cầu' }).click();
  await page.getByText(/^Đã nhận YC-0002/).waitFor();
  await page.getByText('phiếu giấy', { exact: false }).filter({ visible: true }).first().waitFor();
  await button('Đã gặp trực tiếp').click();
  const [copy] = await Promise.all([page.waitForEvent('download'), button('Xem bản người dân đọc được').click()]);
  expect(copy.suggestedFilename()).toBe('Bản dữ liệu - Thao Văn Pó - YC-0002.pdf');
  await page.getByText(/Đã đưa bản in: đang giữ gì/).waitFor();
  expect(troubles).toEqual([]);
  await app.database.rows(sql`delete from posts where id = ${second.postId}`);
  await context.close();
}
