/** An administrator asks an officer why, ends the session behind the line, and reads the answer where it was asked. */
import type { Browser } from 'playwright-core';
import { routes } from '#contracts';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildOfficer } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';

const password = 'mưa rơi ngoài bến vắng';

interface Told {
  app: TestApp;
  browser: Browser;
  url: string;
  unitId: string;
  /** Whose number is looked at. */
  personId: string;
  /** Of the administrator. */
  login: string;
}

export async function asksWhy({ app, browser, url, unitId, personId, login }: Told): Promise<void> {
  const email = 'khanh.lv@thanhhoa.example';
  const khanh = await buildOfficer(app, { role: 'committee_member', unitId, email, fullName: 'Lê Văn Khánh' });
  await app.call(routes.changePassword, { token: khanh.token, body: { next: password } });
  await app.call(routes.revealPhones, { token: khanh.token, params: { personId }, body: { purpose: 'check_roster' } });
  const desktop = { width: 1280, height: 800 };
  const { page, troubles, context } = await openPage(browser, url, desktop);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const line = 'Xem chi tiết: Xem số điện thoại, Lê Văn Khánh';
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/log?kind=look`);
  await button(line).click();
  const dialog = page.getByRole('dialog');
  for (const act of ['Hỏi lý do', 'Ngắt phiên']) {
    await button(act).click();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: act }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByText('Chưa trả lời').waitFor();
  await button('Ngắt phiên').waitFor({ state: 'hidden' });
  expect((await app.call(routes.me, { token: khanh.token })).status).toBe(401);
  await app.drain();

  const other = await openPage(browser, url, { width: 360, height: 740 });
  await signInToConsole(other.page, url, { login: email, password });
  await other.page.getByRole('button', { name: /^Tin báo/ }).click();
  await other.page.getByRole('button', { name: /Vũ Minh Châu hỏi lý do xem số điện thoại của 1 người/ }).click();
  await other.page.getByLabel('Vì sao?').fill('Mời họp giao ban của xã.');
  expect(await seriousFindings(other.page)).toEqual([]);
  expect(await sideScroll(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  // The field that it was typed into has the same text: what was sent stands without a field.
  await other.page.getByLabel('Vì sao?').waitFor({ state: 'detached' });
  await other.page.getByText('Mời họp giao ban của xã.').waitFor();
  expect(other.troubles).toEqual([]);
  await other.context.close();

  await page.reload();
  await button(line).click();
  await page.getByText('Mời họp giao ban của xã.').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
}
