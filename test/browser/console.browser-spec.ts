// @everyday
/** A committee's story at a desktop: signs in, imports its list, gives an order, watches it live, confirms and returns. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import { buildUntidyWorkbook, untidyChoices, untidyFileName } from '../../apps/demo/seed/untidy-workbook.ts';
import { type TestApp, stopApps } from '../support/app.ts';
import { type Visit, launchBrowser, openPage, seriousFindings, serve, sideScroll } from '../support/browser.ts';
import { act, buildDirective, part } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { Officers } from '../support/files/roster-imports.ts';
import {
  chooseDay,
  countHouseholds,
  firstLoadKb,
  scriptsAsked,
  goThroughMonthly,
  leaderOf,
  rowOf,
  settle,
  stopAndResume,
  topAdmin,
  taskOf,
  looksAtNumbers,
} from './console-hands.ts';
import { looksAtAnotherDay } from './stories/day-story.ts';
import { keepsItsHamlets } from './stories/hamlet-story.ts';
import { mergesTwoHamlets } from './stories/merger-story.ts';
import { otherAct } from './more-acts.ts';

const desktop = { width: 1280, height: 800 };
const login = 'ha.ptt@minhson.example';
const password = 'mưa rơi ngoài bến vắng';
const today = dateInVietnam(Date.now());
let app: TestApp;
let url: string;
let browser: Browser;
let visit: Visit;
let page: Page;
let communeId: string;
let districtId: string;
let hamletIds: string[];
let leader: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  const officers = new Officers(app);
  const commune = await officers.commune();
  await officers.register(commune);
  ({ communeId, districtId, hamletIds } = commune);
  const officer = await buildOfficer(app, {
    role: 'committee_member',
    unitId: communeId,
    title: 'Thành viên Ban chỉ đạo',
    fullName: 'Phạm Thị Thu Hà',
    email: login,
  });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  await buildDirective(app, communeId);
  await countHouseholds(app, officer.token, hamletIds);
  visit = await openPage(browser, url, desktop);
  ({ page } = visit);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Seen from the top, so that nothing lies below the header that stays. */
async function expectClean(): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
}

it('loads at most 260 KB before its first screen', () => {
  expect(firstLoadKb()).toBeLessThanOrEqual(260);
});

it('signs in with a password and tells nobody which half was wrong', async () => {
  await page.goto(`${url}/console/`);
  await page.getByLabel('Thư công vụ hoặc số điện thoại').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu');
  await expectClean();
  await button('Tiếp tục').click();
  await page.getByText('Sai tài khoản hoặc mật khẩu.').waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await button('Tiếp tục').click();
  await page.getByText(/^\d+ việc cần xử lý/).waitFor();
  await expectClean();
  expect(await scriptsAsked(page)).toBeLessThanOrEqual(40);
});

it('sees the teams, what each lacks, and finds one without typing marks', async () => {
  await page.getByRole('link', { name: /Tổ và thành viên/ }).click();
  await page.getByText('11 tổ đang hoạt động trên 12 thôn').waitFor();
  await page.getByText('Thôn 12 chưa có tổ.').waitFor();
  await button('Cách làm').click();
  await page.getByText('Lần đầu ở đây').waitFor();
  await expectClean();
  await button('Cách làm').click();
  await page.getByLabel('Tìm tổ, người').fill('thon 1');
  await page.getByText('Hiện 3 trong 11 tổ').waitFor();
  await page.getByLabel('Tìm tổ, người').fill('');
  await page.getByText('Hiện 11 trong 11 tổ').waitFor();
});

it('imports the untidy list: every doubt in its cell, settled by keyboard', async () => {
  await otherAct(page, /^Nhập từ Excel/);
  await heading('Nhập danh sách từ Excel').waitFor();
  await page.setInputFiles('input[type=file]', {
    name: untidyFileName,
    mimeType: 'application/octet-stream',
    buffer: await buildUntidyWorkbook(),
  });
  await heading('Kiểm tra trước khi nhập').waitFor();
  await button(/^Phải sửa 2$/).waitFor();
  await expectClean();
  for (const [key, choice] of Object.entries(untidyChoices).sort(([a], [b]) => rowOf(a) - rowOf(b)))
    await settle(page, key, choice);
  await page.getByText('Không còn ô nào phải sửa.').waitFor();
  await button('Tiếp tục').click();
  await page.getByLabel('Số, ký hiệu').fill('42/QĐ-UBND');
  await page.getByLabel('Người ký').fill('Chủ tịch UBND xã');
  await expectClean();
  await button('Nhập 11 tổ').click();
  await heading('Đã nhập danh sách').waitFor();
  await page.getByRole('link', { name: 'Xem danh sách tổ' }).click();
  await page.getByText('11 tổ đang hoạt động trên 12 thôn').waitFor();
});

it('opens a team: members, history, decision, rules', async () => {
  await page.getByRole('link', { name: 'Thôn 1', exact: true }).click();
  await heading(/Thôn 1/)
    .first()
    .waitFor();
  await heading('Quá trình thành viên').waitFor();
  await page.getByText('Mỗi lần xem số đều được ghi lại').waitFor();
  await expectClean();
  await looksAtNumbers(page);
  await page.getByText(/^0512/).first().waitFor();
});

it('cannot issue an order without work, target, date and basis', async () => {
  await page.getByRole('link', { name: 'Giao việc', exact: true }).click();
  await button('Giao việc mới').click();
  await page.getByLabel('Tìm nhiệm vụ mẫu').fill('ho so');
  await button(/NV03/).click();
  await button('Chọn cả 11 tổ').click();
  await button('Tiếp: cụ thể hóa').click();
  await page.getByLabel('Việc làm cụ thể').fill('');
  await button('Tiếp: xem trước khi gửi').click();
  await page.getByText('Chưa có mục tiêu. Ghi một con số để cuối kỳ biết đạt hay chưa.').waitFor();
  await page.getByText('Chưa có căn cứ. Chọn văn bản giao việc.').waitFor();
  await expectClean();
});

it('splits the target by households, locks a cell, previews and sends', async () => {
  await page
    .getByLabel('Việc làm cụ thể')
    .fill('Mỗi tuần ngồi tại nhà văn hóa thôn hai buổi tối, cùng bà con nộp hồ sơ.');
  await page.getByLabel('Mục tiêu').fill('240');
  await page.getByText('Khớp mục tiêu').waitFor();
  await page.getByLabel('Chỉ tiêu của Thôn 5').fill('10');
  await page.getByText('Khớp mục tiêu').waitFor();
  await page.getByLabel('Lặp lại hằng tháng').check();
  await chooseDay(page, addDays(today, 20));
  await page.getByPlaceholder('Chọn văn bản').click();
  await page.getByRole('option', { name: /31\/KH-UBND/ }).click();
  [leader, other] = [await leaderOf(app, 'Thôn 7'), await leaderOf(app, 'Thôn 4')];
  await button('Tiếp: xem trước khi gửi').click();
  await heading(/^Trước khi gửi: 2 người nhận được tin, \d+ người phải gọi$/).waitFor();
  await page.getByText('Ai nhận bằng đường nào').waitFor();
  await expectClean();
  await button('Gửi cho 2 người').click();
  await page.getByText('Đã giao cho 11 tổ.').waitFor();
  await app.drain();
  await page.getByText('Cộng 11 tổ').waitFor();
  await expectClean();
});

/** What the order asks for; the photos are still on their way. */
const proof = () => ({ photoIds: [randomUUID()], links: ['https://vi-du.vn/tin'], applicationCodes: ['4821'] });

it('watches teams accept and report live, without a reload', async () => {
  const [taskId, otherTask] = [await taskOf(app, 'Thôn 7'), await taskOf(app, 'Thôn 4')];
  expect((await act(app, leader, 'acceptTask', taskId)).status).toBe(200);
  await app.drain();
  await button(/^Đang làm 1$/).waitFor();
  await act(app, other, 'acceptTask', otherTask);
  await act(
    app,
    leader,
    'reportProgress',
    taskId,
    part(21, { happenedOn: today, note: 'Tối thứ Sáu, nhà văn hóa', ...proof() }),
  );
  await act(app, leader, 'completeTask', taskId, {});
  await act(app, other, 'reportProgress', otherTask, part(6, { happenedOn: today, note: 'Đến bốn hộ', ...proof() }));
  await act(app, other, 'reportProgress', otherTask, part(5, { happenedOn: today, note: 'Họp thôn' }));
  await act(app, other, 'completeTask', otherTask, {});
  await app.drain();
  await button(/^Chờ xác nhận 2$/).waitFor();
  await button(/^Chưa nhận được tin 9$/).waitFor();
  await expectClean();
});

it('confirms one result and returns a part of another, with a reason', async () => {
  await page.getByRole('link', { name: /^Chờ xác nhận/ }).click();
  await heading(/Xác nhận kết quả: tổ/).waitFor();
  await page
    .locator('.queue')
    .getByRole('button', { name: /Thôn 7/ })
    .click();
  await page.getByText('Tối thứ Sáu, nhà văn hóa').waitFor();
  await expectClean();
  await page.keyboard.press('x');
  await page.getByText(/Đã xác nhận kết quả của/).waitFor();
  await heading(/Thôn 4/).waitFor();
  await page.keyboard.press('t');
  await button(/^Trả lại 11 hồ sơ$/).click();
  await page.getByText('Chọn lý do để tổ biết sửa gì.').waitFor();
  await page.getByLabel('Số liệu trùng lần trước').check();
  await page.getByLabel('Xác nhận trước phần đã đúng').check();
  await page
    .getByLabel(/^Xác nhận lần báo ngày/)
    .first()
    .check();
  await expectClean();
  await button(/^Trả lại \d hồ sơ, xác nhận \d$/).click();
  await heading('Hết kết quả chờ xác nhận.').waitFor();
  const ended = sql`select state from tasks where state in ('confirmed', 'returned') order by state`;
  const states = await app.database.rows(ended);
  expect(states).toEqual([{ state: 'confirmed' }, { state: 'returned' }]);
});

it('changes the next order of the monthly work, stops it, begins it again', () => goThroughMonthly(page, expectClean));

it('shows a commune the states of the channels, its own groups, and whom nothing reaches', async () => {
  await button('Quản trị').click();
  await page.getByRole('link', { name: 'Kênh và nhóm Zalo' }).click();
  await heading('Kênh và nhóm Zalo').waitFor();
  await page.getByRole('columnheader', { name: 'Tình trạng' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Hạn mức' }).count()).toBe(0);
  expect(await page.getByText('Dừng mọi tin').count()).toBe(0);
  await heading('Nhóm Zalo của tổ').waitFor();
  await expectClean();
  await page.getByRole('link', { name: /người chỉ gọi điện được$/ }).click();
  await heading('Người chỉ gọi điện được').waitFor();
  await button('In danh sách').waitFor();
  await expectClean();
});

it('follows what became of the messages to one person, from the board and from the team', async () => {
  const order = await app.database.one<{ id: string }>(sql`select id from assignments limit 1`);
  await page.goto(`${url}/console/#/assignments/${order?.id}`);
  await button(/^Đường tin của/)
    .first()
    .click();
  await page.getByRole('dialog').getByText('Lập tin').first().waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${url}/console/#/teams`);
  await page.getByRole('link', { name: 'Thôn 1', exact: true }).click();
  await button(/^Tài khoản, đường tin của/)
    .first()
    .click();
  await page.getByRole('dialog').getByText('Chưa kết nối tài khoản nào.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('lets the topmost administrator stop all messages with a reason; every screen says so until they run again', async () => {
  const admin = await topAdmin(app, districtId, 'Lê Thanh Sơn');
  const second = await openPage(browser, url, desktop);
  await stopAndResume(second.page, url, admin.token);
  expect(second.troubles).toEqual([]);
  await second.context.close();
});

it('keeps the hamlets of the commune by a document and a day', () => keepsItsHamlets(page, url));

it('makes one hamlet of two in three fields, takes it back, and enters it after its day', () =>
  mergesTwoHamlets(page, url));

it('looks at another day, and cannot overlook it', () => looksAtAnotherDay(page, url));

it('reads the same in English, in the dark, on a narrow screen', async () => {
  await page.goto(`${url}/console/#/account`);
  await page.getByText('English', { exact: true }).first().click();
  await page.getByText('Dark', { exact: true }).first().click();
  await heading('Account').waitFor();
  await expectClean();
  for (const [width, height] of [
    [820, 900],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const path of [
      '',
      'teams',
      'assignments',
      'channels',
      'no-route',
      'link-requests',
      'documents',
      'registers',
      'registers/days',
      'difficulties',
      'reforms',
      'reforms/new',
    ]) {
      await page.goto(`${url}/console/#/${path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('.loading').length === 0);
      await expectClean();
    }
  }
  expect(visit.troubles).toEqual([]);
});
