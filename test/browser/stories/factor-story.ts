/**
 * An officer turns the second factor on, signs in with its code, shows it again before somebody is invited, and comes in once
 * more, on a phone, with a code from paper.
 */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { authenticator, type Authenticator } from '../../support/authenticator.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildOfficer } from '../../support/people.ts';

interface Told {
  app: TestApp;
  browser: Browser;
  url: string;
  unitId: string;
}

const email = 'on.bt@thanhhoa.example';
const password = 'gió lùa qua cửa sổ';
const today = /^Hôm nay/;
const asked = 'Xác nhận đúng là mình';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Số thứ 1 của mã').click();
  await page.keyboard.type(code);
}

async function turnsOn(page: Page, app: TestApp): Promise<{ read: Authenticator; papers: string[] }> {
  await button(page, 'Không quét được? Hiện chữ').click();
  const read = authenticator(await page.locator('.factor-secret code').innerText());
  expect(await seriousFindings(page)).toEqual([]);
  await typeCode(page, '000000');
  await page.getByText('Mã chưa đúng.').waitFor();
  await typeCode(page, read(app.clock.now()));
  await page.getByText('Chỉ hiện một lần này').waitFor();
  const papers = await page.locator('.paper-codes li').allInnerTexts();
  expect(papers).toHaveLength(10);
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, 'Tôi đã cất mã').click();
  return { read, papers };
}

/** As far as what comes after the password. */
async function signIn(page: Page, url: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByLabel('Thư công vụ hoặc số điện thoại').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await button(page, 'Tiếp tục').click();
  await page.getByRole('heading', { name: heading }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await button(page, /^Bùi Thị Ổn/).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
}

/** An invite needs a code that was shown within ten minutes: it is asked for over the dialogue, which goes on by itself. */
async function asksBeforeInviting(
  page: Page,
  {
    app,
    url,
    unitId,
    personId,
    read,
  }: Pick<Told, 'app' | 'url' | 'unitId'> & { personId: string; read: Authenticator },
): Promise<void> {
  const invited = { fullName: 'Lò Thị Sáu', signedIn: false };
  await buildOfficer(app, { role: 'committee_member', unitId, ...invited });
  app.clock.advance(30_000);
  await app.database.rows(sql`update sessions set proven_at = null where person_id = ${personId}`);
  app.get(ActorCache).forget(personId);
  await page.goto(`${url}/console/#/officers`);
  await page
    .getByRole('row', { name: /Lò Thị Sáu/ })
    .getByRole('button', { name: 'Mời', exact: true })
    .click();
  await page.getByText('Mời hoặc cấp lại cho người khác').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await typeCode(page, read(app.clock.now()));
  await page.getByRole('img', { name: /Lò Thị Sáu/ }).waitFor();
  await page.getByRole('heading', { name: asked }).waitFor({ state: 'hidden' });
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
}

export async function guardsTheAccount({ app, browser, url, unitId }: Told): Promise<void> {
  const officer = await buildOfficer(app, { role: 'committee_member', unitId, email, fullName: 'Bùi Thị Ổn' });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  const { page, troubles, context } = await openPage(browser, url, { width: 1280, height: 800 });
  await signIn(page, url, today);
  await page.goto(`${url}/console/#/account`);
  await button(page, 'Bật lớp bảo vệ thứ hai').click();
  const { read, papers } = await turnsOn(page, app);
  await page.getByText('Còn 10 mã dự phòng chưa dùng').waitFor();

  await signOut(page);
  await signIn(page, url, asked);
  expect(await seriousFindings(page)).toEqual([]);
  app.clock.advance(30_000);
  await typeCode(page, read(app.clock.now()));
  await page.getByRole('heading', { name: today }).waitFor();
  await asksBeforeInviting(page, { app, url, unitId, personId: officer.id, read });
  await signOut(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, url, asked);
  expect(await sideScroll(page)).toEqual([]);
  await button(page, 'Dùng mã dự phòng').click();
  await page.getByLabel('Mã dự phòng').fill(papers[0] ?? '');
  await button(page, 'Tiếp tục').click();
  await page.getByRole('heading', { name: today }).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
}
