/**
 * An officer turns the second factor on with a key of the machine, comes in with it, names it, shows it again before it is
 * taken off, and is asked for nothing more then.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildOfficer } from '../../support/people.ts';
import { signInToConsole } from '../console-hands.ts';

interface Told {
  app: TestApp;
  browser: Browser;
  url: string;
  unitId: string;
}

const who = { login: 'khoa.lv@thanhhoa.example', password: 'đò ngang bến cũ chiều' };
const asked = 'Xác nhận đúng là mình';
const today = /^Hôm nay/;
const useKey = 'Dùng khóa của máy';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** As a machine has it that reads fingers: each question is answered at once. */
async function machineWithKeys(context: BrowserContext, page: Page): Promise<void> {
  const machine = await context.newCDPSession(page);
  await machine.send('WebAuthn.enable');
  await machine.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByLabel('Thư công vụ hoặc số điện thoại').fill(who.login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password);
  await button(page, 'Tiếp tục').click();
  await page.getByRole('heading', { name: asked }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Lò Văn Khóa/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
}

async function namesAndTakesOff(page: Page, { app, url, personId }: Pick<Told, 'app' | 'url'> & { personId: string }) {
  await page.goto(`${url}/console/#/account`);
  await page.getByRole('button', { name: /^Đổi tên / }).click();
  await page.getByLabel('Tên khóa').fill('Máy ở bộ phận một cửa');
  await page.getByRole('dialog').getByRole('button', { name: 'Đổi tên' }).click();
  await page.getByText('Máy ở bộ phận một cửa').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await app.database.rows(sql`update sessions set proven_at = null where person_id = ${personId}`);
  app.get(ActorCache).forget(personId);
  await button(page, 'Bỏ Máy ở bộ phận một cửa').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
  await page.getByText('Đổi lớp bảo vệ thứ hai của mình').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, useKey).click();
  await page.getByText('Chưa bật. Ai biết mật khẩu là vào được.').waitFor();
}

export async function comesInByKey({ app, browser, url, unitId }: Told): Promise<void> {
  const fullName = 'Lò Văn Khóa';
  const officer = await buildOfficer(app, { role: 'committee_member', unitId, email: who.login, fullName });
  await app.call(routes.changePassword, { token: officer.token, body: { next: who.password } });
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  await machineWithKeys(context, page);
  await signInToConsole(page, url, who);
  await page.goto(`${url}/console/#/account`);
  await button(page, 'Bật lớp bảo vệ thứ hai').click();
  await button(page, 'Dùng khóa của máy (vân tay, khuôn mặt, khóa USB)').click();
  await page.getByText('Chỉ hiện một lần này').waitFor();
  await button(page, 'Tôi đã cất mã').click();
  await page.getByText('chưa dùng lần nào').waitFor();
  await signOut(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, url);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await button(page, useKey).click();
  await page.getByRole('heading', { name: today }).first().waitFor();
  await namesAndTakesOff(page, { app, url, personId: officer.id });
  expect(troubles).toEqual([]);
  await context.close();
}
