/**
 * An administrator appoints an officer, who comes in by a one-time invite, sets a password, is in with every tab and out with
 * the first; who forgot it says so and is shown to the administrator, who prints new invites.
 */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve, sideScroll } from '../support/browser.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildPlace, type Place } from '../support/units.ts';
import { signInToConsole } from './console-hands.ts';

const login = 'chau.vm@thanhhoa.example';
const password = 'mưa rơi ngoài bến vắng';
const desktop = { width: 1280, height: 800 };
let app: TestApp;
let url: string;
let browser: Browser;
let place: Place;
let admin: TestPerson;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  place = await buildPlace(app, { commune: 'Pù Nhi', hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId, email: login, fullName: 'Vũ Minh Châu' });
  await app.call(routes.changePassword, { token: admin.token, body: { next: password } });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

it('appoints whom a commune lacks and hands over an invite, at every width', async () => {
  const { page, troubles, context } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/officers`);
  await page.getByText('2 chức vụ · 1 có người · 0 người chưa vào lần nào').waitFor();
  await page
    .getByRole('row', { name: /Cán bộ đầu mối chưa có/ })
    .getByRole('button', { name: 'Bổ nhiệm' })
    .click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Bổ nhiệm' }).isDisabled()).toBe(true);
  await dialog.getByLabel(/^Họ và tên/).fill('Thao Văn Pó');
  await dialog.getByLabel('Số điện thoại').fill('0510 000 771');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bổ nhiệm' }).click();
  await page
    .getByRole('dialog')
    .getByRole('img', { name: /Thao Văn Pó/ })
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByRole('checkbox', { name: 'Chọn Thao Văn Pó' }).check();
  await button(page, 'In phiếu mời').click();
  await button(page, 'In 1 phiếu').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
});

it('lets an officer in by a one-time invite, with a password for the next time, and in every tab', async () => {
  const invited = await buildOfficer(app, {
    role: 'committee_member',
    unitId: place.communeId,
    fullName: 'Trần Văn Dũng',
    signedIn: false,
    phone: '+84510000772',
  });
  const { body: invite } = await app.call(routes.createInvite, {
    token: admin.token,
    params: { personId: invited.id },
  });
  const { page, context, troubles } = await openPage(browser, url, desktop);
  await page.goto(invite.url.replace(/^https?:\/\/[^/]+/, url));
  await page.getByRole('heading', { name: 'Có đúng là Trần Văn Dũng không?' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, 'Đúng, là tôi').click();
  await page.getByRole('heading', { name: 'Đặt mật khẩu để lần sau vào được' }).waitFor();
  await page.getByText('Tên đăng nhập của bạn').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('lúa chín vàng đồng');
  await button(page, 'Đặt mật khẩu và vào').click();
  await page.getByRole('heading', { name: /Hôm nay/ }).waitFor();
  const second = await context.newPage();
  await second.goto(`${url}/console/`);
  await second.getByRole('heading', { name: /Hôm nay/ }).waitFor();
  await button(page, /Trần Văn Dũng/).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await second.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  expect(troubles).toEqual([]);
  await button(second, 'Quên mật khẩu, mất điện thoại?').click();
  await second.getByLabel('Thư công vụ hoặc số điện thoại').fill('0510 000 772');
  await button(second, 'Báo giúp').click();
  await second.getByText('Nếu tên đăng nhập đúng').waitFor();
  await context.close();
  const asking = await app.call(routes.listPosts, {
    token: admin.token,
    params: { unitId: place.provinceId },
    query: { state: 'asking' },
  });
  expect(asking.body.items).toMatchObject([{ person: { fullName: 'Trần Văn Dũng' } }]);
});
