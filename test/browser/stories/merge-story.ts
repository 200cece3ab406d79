/** Two records turn out to be one person: the second is found by its number, what goes where is seen, and they are one. */
import type { Browser } from 'playwright-core';
import { routes } from '#contracts';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';

interface Scene {
  app: TestApp;
  browser: Browser;
  url: string;
  communeId: string;
  teamId: string;
  admin: TestPerson;
  login: string;
  password: string;
}

export async function mergesTwo({
  app,
  browser,
  url,
  communeId,
  teamId,
  admin,
  login,
  password,
}: Scene): Promise<void> {
  const phone = '+84510000779';
  await buildOfficer(app, {
    role: 'committee_member',
    unitId: communeId,
    title: 'Bí thư Đoàn xã',
    fullName: 'Lò Thị Hòa',
    phone,
  });
  await buildMember(app, { teamId, fullName: 'Lò Thị Hoà', phone });
  const { page, troubles, context } = await openPage(browser, url, { width: 360, height: 740 });
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/officers`);
  await page.getByRole('button', { name: 'Mở: Lò Thị Hòa, Bí thư Đoàn xã' }).click();
  await page.getByRole('menuitem', { name: 'Gộp hai người…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Lò Thị Hoà/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Lò Thị Hoà/ }).click();
  await dialog.getByText('1 lần ở tổ').waitFor();
  await dialog.getByText(/^Hồ sơ giữ lại có chức vụ/).waitFor();
  const save = dialog.getByRole('button', { name: 'Gộp làm một' });
  expect(await save.isDisabled()).toBe(true);
  for (const side of ['giữ lại', 'nhập vào']) {
    await dialog
      .getByLabel(new RegExp(`^Biết chắc hồ sơ .* \\(${side}\\)`))
      .first()
      .click();
    await page.getByRole('option', { name: 'Gặp trực tiếp, xem giấy tờ' }).click();
  }
  await dialog.getByLabel(/^Lý do, văn bản/).fill('Nhập trùng từ hai danh sách');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await save.click();
  await page.getByText('Đã gộp. Lò Thị Hòa nay là một hồ sơ.').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
  const { body } = await app.call(routes.getTeam, { token: admin.token, params: { teamId } });
  expect(body.members.map(({ person }: { person: { fullName: string } }) => person.fullName)).toEqual(['Lò Thị Hòa']);
}
