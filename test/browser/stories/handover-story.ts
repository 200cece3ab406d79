/** A post changes hands in the console: what goes with it is seen, taken back, given again, and ticked by whoever receives it. */
import type { Browser, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildOfficer, signIn, type TestPerson } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';

interface Scene {
  app: TestApp;
  browser: Browser;
  url: string;
  /** With Thao Văn Pó as its focal officer. */
  communeId: string;
  admin: TestPerson;
  login: string;
  password: string;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export async function handsOver({ app, browser, url, communeId, admin, login, password }: Scene): Promise<void> {
  const head = await buildOfficer(app, { role: 'committee_member', unitId: communeId, fullName: 'Lê Quang Hải' });
  await app.database.rows(sql`update posts set seat = 'head' where id = ${head.postId}`);
  const post = await app.database.one<{ id: string; personId: string }>(
    sql`select o.id, o.person_id as "personId" from posts o where o.unit_id = ${communeId} and o.role = 'focal_officer'`,
  );
  await app.database.rows(sql`update posts set validity = '[2022-01-01,)' where id = ${post?.id as string}`);
  await signIn(app, post?.personId as string);
  await app.call(routes.saveDraft, {
    token: head.token,
    params: { unitId: communeId, draftId: v7() },
    body: { title: 'Việc tháng sau', content: {} },
  });
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/officers`);
  const dialog = page.getByRole('dialog');
  const open = async () => {
    await button(page, 'Mở: Thao Văn Pó, Cán bộ đầu mối').click();
    await page.getByRole('menuitem', { name: 'Đổi người, bàn giao' }).click();
    await dialog.getByText('1 bản thảo').waitFor();
  };
  await open();
  await dialog.getByText('Kết thúc, để trống').click();
  await dialog.getByText(/việc sẽ về Lê Quang Hải, trông coi/).waitFor();
  await dialog.getByText('Thay hẳn').click();
  const choose = async () => {
    await dialog
      .getByLabel(/^Người nhận/)
      .first()
      .click();
    await page.getByRole('option', { name: /^Lê Quang Hải/ }).click();
    await dialog.getByLabel(/^Quyết định/).fill('214/QĐ-UBND');
  };
  await choose();
  await dialog.getByText('Đi theo chức vụ sang Lê Quang Hải').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Bàn giao từ/ }).click();
  await page.getByText(/^bàn giao sang Lê Quang Hải từ/).waitFor();
  await button(page, 'Mở: Thao Văn Pó, Cán bộ đầu mối').click();
  await page.getByRole('menuitem', { name: 'Thu hồi bàn giao' }).click();
  await page.getByText(/^bàn giao sang/).waitFor({ state: 'hidden' });
  const { body: given } = await app.call(routes.handOver, {
    token: admin.token,
    params: { postId: head.postId },
    body: { mode: 'replace', from: dateInVietnam(Date.now()), fullName: 'Bùi Thị Nhàn', basis: '214/QĐ-UBND' },
  });
  expect(troubles).toEqual([]);
  await context.close();
  await app.call(routes.changePassword, {
    token: await signIn(app, given.person.id),
    body: { next: password, login: 'nhan@xa.example' },
  });
  const next = await openPage(browser, url, { width: 360, height: 740 });
  await signInToConsole(next.page, url, { login: 'nhan@xa.example', password });
  await next.page.goto(`${url}/console/#/handovers`);
  await button(next.page, 'Đã xem hết').click();
  await next.page.getByText(/^Đã xem /).waitFor();
  expect(await seriousFindings(next.page)).toEqual([]);
  expect(await sideScroll(next.page)).toEqual([]);
  expect(next.troubles).toEqual([]);
  await next.context.close();
}
