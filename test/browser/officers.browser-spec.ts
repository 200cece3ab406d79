/**
 * An administrator appoints an officer, who comes in by a one-time invite, sets a password, is in with every tab and out with
 * the first; who forgot it says so and is shown to the administrator, who prints new invites. A post is handed over, with
 * what is open, and the next one ticks it as seen. Two records of one person become one. The administrator sets a rule
 * from a day on, by a document, seeing whom it touches, tells them, and takes it back. The log tells who looked at whose number. A
 * partner's hamlets come from a list, and the overview stands on a map. Communes are reformed, and the new one
 * takes over. Officers sign in with a second factor, a key, an agency.
 */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { stopApps, type TestApp } from '../support/app.ts';
import { Agency } from '../support/agency.ts';
import { launchBrowser, openPage, seriousFindings, serveByName, sideScroll } from '../support/browser.ts';
import { buildOfficer, buildTeam, type TestPerson } from '../support/people.ts';
import { buildPlace, type Place } from '../support/units.ts';
import { signInToConsole } from './console-hands.ts';
import { comesInByAgency } from './stories/agency-story.ts';
import { importsCoverage } from './stories/coverage-story.ts';
import { guardsTheAccount } from './stories/factor-story.ts';
import { handsOver } from './stories/handover-story.ts';
import { holdsBack } from './stories/keeping-story.ts';
import { comesInByKey } from './stories/key-story.ts';
import { erasesOnRequest } from './stories/data-request-story.ts';
import { asksWhy } from './stories/log-story.ts';
import { changesManyPosts } from './stories/many-posts-story.ts';
import { seesOnTheMap } from './stories/map-story.ts';
import { mergesTwo } from './stories/merge-story.ts';
import { reformsCommunes } from './stories/reform-story.ts';
import { takesOver } from './stories/takeover-story.ts';
import { setsAnInstallation } from './stories/installation-story.ts';
import { otherAct } from './more-acts.ts';

const login = 'chau.vm@thanhhoa.example';
const password = 'mưa rơi ngoài bến vắng';
const desktop = { width: 1280, height: 800 };
let app: TestApp;
let url: string;
let browser: Browser;
let agency: Agency;
let place: Place;
let admin: TestPerson;

beforeAll(async () => {
  ({ app, url } = await serveByName('console', async (at) => (agency = await Agency.start(`${at}/console/`)).env));
  browser = await launchBrowser();
  place = await buildPlace(app, { commune: 'Pù Nhi', hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId, email: login, fullName: 'Vũ Minh Châu' });
  await app.call(routes.changePassword, { token: admin.token, body: { next: password } });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
  await agency?.close();
});

let made: Promise<string> | undefined;
/** The team of the only hamlet, which there is not at the beginning. */
const theTeam = (): Promise<string> => (made ??= buildTeam(app, { unitId: place.hamletIds[0] as string }));
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

it('hands a post over from a day on, seeing what goes with it, takes it back, and the next one ticks what came', () =>
  handsOver({ app, browser, url, communeId: place.communeId, admin, login, password }));

it('makes two records of one person one, seeing before what goes where', async () =>
  mergesTwo({ app, browser, url, communeId: place.communeId, teamId: await theTeam(), admin, login, password }));

it('sets a rule from a day on, by a document, seeing whom it touches, tells them, and takes it back', async () => {
  await theTeam();
  const { page, troubles, context } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/rules`);
  await page.getByText('Không việc nào đổi.').waitFor();
  await page.getByLabel('Trả lời trong').fill('2');
  await page.getByText(/Việc giao từ .*: 1 tổ của 1 xã trả lời trong 2 ngày/).waitFor();
  const set = button(page, /^Đặt từ/);
  expect(await set.isDisabled()).toBe(true);
  await button(page, 'Thêm văn bản').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Số/).fill('206/KH-UBND');
  await dialog.getByLabel(/^Trích yếu/).fill('Kế hoạch năm sau');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByLabel('Văn bản quy định').first().click();
  await page.getByRole('option', { name: /206\/KH-UBND/ }).click();
  await page.getByLabel(/^Báo trước cho \d+ cán bộ đầu mối/).check();
  expect(await seriousFindings(page)).toEqual([]);
  await set.click();
  await page.getByText(/^Đã đặt từ .*, đã báo trước cho \d+ người/).waitFor();
  await page.getByRole('link', { name: /Số ngày trả lời việc 3 → 2 ngày/ }).waitFor();
  await button(page, 'Thu hồi').click();
  await page.getByRole('link', { name: /Số ngày trả lời việc 3 ngày/ }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: /Thang nhắc/ }).click();
  await page.getByLabel('Nhắc tổ sau').waitFor();
  expect(await sideScroll(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
  await holdsBack({ browser, url, login, password, name: 'Thao Văn Pó' });
});

it('reads in the log who looked at whose number, by keyboard, and takes it away for a purpose', async () => {
  const person = await app.database.one<{ id: string }>(sql`select id from people where full_name = 'Thao Văn Pó'`);
  const params = { personId: person?.id ?? '' };
  await app.call(routes.revealPhones, { token: admin.token, params, body: { purpose: 'check_roster' } });
  const { page, troubles, context } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/log?kind=look`);
  await button(page, 'Xem chi tiết: Xem số điện thoại, Vũ Minh Châu').focus();
  await page.keyboard.press('ArrowRight');
  await button(page, 'Xem tên').click();
  await page.getByRole('listitem').filter({ hasText: 'Thao Văn Pó' }).waitFor();
  await otherAct(page, /^Xuất nhật ký/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Xuất để làm gì/).click();
  await page.getByRole('option', { name: 'Thanh tra, kiểm tra' }).click();
  const taken = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Xuất nhật ký' }).click();
  expect((await taken).suggestedFilename()).toMatch(/^Nhật ký - .*\.xlsx$/);
  await button(page, 'Xuất danh sách').click();
  await button(page, 'Xem chi tiết: Xuất nhật ký, Vũ Minh Châu').waitFor();
  expect(page.url()).toContain('kind=export');
  const carried = await page.getByText(/tệp mang mã vết TS-/).textContent();
  await button(page, 'Tra mã vết của một tệp').click();
  await dialog.getByLabel('Mã vết').fill(/TS-\S+/.exec(carried ?? '')?.[0].toLowerCase() ?? '');
  await dialog.getByRole('button', { name: 'Tra', exact: true }).click();
  await dialog.getByText('Thanh tra, kiểm tra').waitFor();
  await dialog.getByRole('button', { name: 'Mở trong nhật ký' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await button(page, /^Chỉ Vũ Minh Châu/).click();
  await button(page, 'Tất cả').click();
  await button(page, /^Xem chi tiết: Xem tên trong nhật ký/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
});

it('asks from the log why numbers were looked at, and ends the session', async () => {
  const person = await app.database.one<{ id: string }>(sql`select id from people where full_name = 'Thao Văn Pó'`);
  await asksWhy({ app, browser, url, unitId: place.communeId, personId: person?.id as string, login });
});

it('erases a person who asks, once it is sure who they are, and takes in what comes on paper', async () => {
  await erasesOnRequest({ app, browser, url, teamId: await theTeam(), who: { login, password } });
});

it('adds a kind of work by a document, seeing whom it reaches, ends it, and sees what the server sets of channels and how it runs', () =>
  setsAnInstallation({ browser, url, login, password }));

it('keeps a committee: set up by its decision, joined by who is missing, with a supporter for each team', async () => {
  const teamId = await theTeam();
  const { page, context, troubles } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/committee`);
  await page.getByRole('heading', { name: 'Ban chỉ đạo' }).waitFor();
  await page.getByRole('link', { name: 'Xã Pù Nhi' }).click();
  await page.getByRole('heading', { name: 'Xã chưa có Ban chỉ đạo.' }).waitFor();
  await button(page, 'Gắn quyết định đã ký').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Số quyết định/).fill('12/QĐ-UBND');
  await dialog.getByLabel(/^Người ký/).fill('Chủ tịch UBND xã');
  await dialog.getByRole('button', { name: 'Lập Ban chỉ đạo' }).click();
  await page.getByText(/^Quyết định 12\/QĐ-UBND/).waitFor();
  await button(page, 'Thêm thành viên').click();
  await dialog.getByLabel(/^Họ và tên/).fill('Trịnh Văn Hòa');
  await dialog.getByLabel(/^Chức vụ/).fill('Chủ tịch UBND xã');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Thêm thành viên' }).click();
  await page.getByText('Chủ tịch UBND xã làm Trưởng ban').waitFor();
  await page.getByText('Chưa có Bí thư Đoàn xã').waitFor();
  await button(page, /^Phân công: /).click();
  await dialog.getByRole('button', { name: 'Phân công 1 tổ' }).click();
  await page.getByText('1/1 tổ có người hỗ trợ').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
  const { body } = await app.call(routes.getTeam, { token: admin.token, params: { teamId } });
  expect(body.supporters).toHaveLength(1);
});

it('keeps who covers which hamlet: a partner is added, its hamlets are toggled, and nobody is left without signal', async () => {
  await buildPlace(app, { commune: 'Nhi Sơn', hamlets: 2, districtId: place.districtId });
  const { page, context, troubles } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await page.goto(`${url}/console/#/providers`);
  await page.getByRole('heading', { name: 'Chưa có đơn vị nào.' }).waitFor();
  await button(page, 'Thêm đơn vị').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Tên đơn vị/).fill('Viettel Thanh Hóa');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await button(page, 'Viettel Thanh Hóa, Xã Nhi Sơn: phủ đủ 2 thôn').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await button(page, 'Sửa vùng phục vụ').click();
  await dialog.getByRole('checkbox', { name: 'Thôn 1' }).press('Space');
  await dialog.getByRole('button', { name: 'Lưu vùng phục vụ' }).click();
  await page.getByText('1 thôn chưa có đơn vị viễn thông nào nhận:').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await importsCoverage(page, url, { provider: 'Viettel Thanh Hóa', commune: 'Nhi Sơn' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideScroll(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
});

it('draws the overview on a map that it was given, once the file says what it should', async () => {
  const { page, context, troubles } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await seesOnTheMap(page, { app, url }, place.provinceId);
  expect(troubles).toEqual([]);
  await context.close();
});

it('turns a second factor on, and lets nobody in by the password alone', () =>
  guardsTheAccount({ app, browser, url, unitId: place.communeId }));

it('lets an officer in by a key of the machine', () => comesInByKey({ app, browser, url, unitId: place.communeId }));

it("lets an officer in by the agency's account, once the administrator has said whose it is", () =>
  comesInByAgency({ app, browser, url, agency, unitId: place.communeId, login, password }));

it('gives the posts of several communes to people by one decision, and ends them by another', () =>
  changesManyPosts({ app, browser, url, districtId: place.districtId, login, password }));

it('reforms communes from a list, divides one by keys, rehearses, schedules and takes back', async () => {
  const { page, context, troubles } = await openPage(browser, url, desktop);
  await signInToConsole(page, url, { login, password });
  await reformsCommunes(page, { app, url, provinceId: place.provinceId });
  expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
  await context.close();
});

it('takes over on the first morning what came with three communes', () => takesOver({ app, browser, url }));
