/**
 * A session's story at two computers: the trainer proposes where the gaps are, the commune confirms with whom, people take
 * seats, the time is moved, people are checked in from a screen and from a signed sheet, and certificates are given.
 */
import type { Browser, Page } from 'playwright-core';
import { personKey, sixDigits } from '#contracts/training/check-in-codes';
import { addDays, dateInVietnam, formatDate } from '#i18n';
import { sql } from '#platform/database';
import { type TestApp, stopApps } from '../support/app.ts';
import { type Visit, launchBrowser, seriousFindings, serve } from '../support/browser.ts';
import { buildOfficer } from '../support/people.ts';
import { ask, buildSchool, publish, type School } from '../support/training/training-acts.ts';
import { expectClean, expectCleanAt, goTo, signedIn } from './officer-pages.ts';

const title = 'Nộp hồ sơ tại nhà văn hóa';
const today = dateInVietnam(Date.now());
let app: TestApp;
let url: string;
let browser: Browser;
let school: School;
let trainer: Visit;
let commune: Visit;
let page: Page;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  school = await buildSchool(app);
  [trainer, commune] = [await signedIn(browser, url, school.trainer), await signedIn(browser, url, school.officer)];
  ({ page } = trainer);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const go = (path: string, on: Page = page) => goTo(on, url, path);
const button = (name: string | RegExp, on: Page = page) => on.getByRole('button', { name });
const dialog = (on: Page = page) => on.getByRole('dialog');
const sessionRow = () =>
  app.database.one<{ id: string; state: string; version: number; startsAt: Date }>(
    sql`select id, state, version, starts_at as "startsAt" from training_sessions where title = ${title}`,
  );
const sessionId = async (): Promise<string> => (await sessionRow())?.id ?? '';

async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('lands on the calendar, with what a provider does and nothing of an office', async () => {
  await go('');
  await page.getByRole('heading', { name: 'Lịch tập huấn' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
    'Lịch tập huấn',
    'Điểm danh',
    'Độ phủ chủ đề',
    'Tài liệu tập huấn',
    'Việc cùng Tổ',
    'Vướng mắc',
    'Đơn vị đồng hành',
  ]);
  await page.getByText('Tuần này chưa có buổi nào.').waitFor();
  await expectClean(page);
});

it('chooses a free time by keyboard, and the form knows it', async () => {
  await page.getByRole('application').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await dialog().getByLabel('Từ giờ').waitFor();
  expect(await dialog().getByLabel('Từ giờ').inputValue()).toBe('08:30');
  expect(await dialog().getByLabel('Đến giờ').inputValue()).toBe('10:00');
  await page.keyboard.press('Escape');
});

it('proposes a session: what is missing is named, what is kept for teams is counted', async () => {
  await go('training');
  await button('Đề xuất buổi mới').click();
  await button('Gửi xã xác nhận').click();
  await page.getByText('Chưa đủ: Xã, Chủ đề, Tên buổi, Địa điểm.').waitFor();
  await choose('Chủ đề', 'Dịch vụ công trực tuyến');
  await choose('Xã', 'Minh Sơn');
  await dialog().getByLabel('Tên buổi').fill(title);
  await dialog().getByLabel('Từ giờ').fill('14h');
  await dialog().getByLabel('Đến giờ').fill('1630');
  await dialog().getByLabel('Địa điểm').fill('Nhà văn hóa Thôn 1');
  await dialog().getByLabel('Số chỗ').fill('5');
  await button('Chọn tất cả').click();
  await dialog().getByLabel('Giữ cho mỗi tổ').fill('3');
  await page.getByText('Chỗ giữ cho các tổ nhiều hơn số chỗ của buổi.').waitFor();
  await dialog().getByLabel('Giữ cho mỗi tổ').fill('2');
  await page.getByText('Không trùng buổi nào. Mời 6 người.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button('Gửi xã xác nhận').click();
  await page.getByText(/^Đã gửi đề xuất tới/).waitFor();
  await button('Tuần sau').click();
  await page.locator('.cal-block', { hasText: title }).waitFor();
  await expectClean(page);
});

it('is told of a clash before anything is sent', async () => {
  await button('Đề xuất buổi mới').click();
  await choose('Chủ đề', 'Tiện ích số');
  await choose('Xã', 'Minh Sơn');
  await dialog().getByLabel('Địa điểm').fill('nhà văn hoá thôn 1');
  await page.getByText(/Trùng giờ với buổi “.*” của cùng giảng viên/).waitFor();
  await page.getByText(/Địa điểm đã có buổi khác vào giờ này/).waitFor();
  expect(await button('Gửi xã xác nhận').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
});

it('is confirmed by the commune, from its own list of the day', async () => {
  const { page: office } = commune;
  await go('', office);
  await office.getByText('Buổi tập huấn chờ xã xác nhận').waitFor();
  await button('Trả lời', office)
    .or(office.getByRole('link', { name: 'Trả lời' }))
    .first()
    .click();
  await button('Xác nhận và mời 2 tổ', office).waitFor();
  await expectClean(office);
  await button('Xác nhận và mời 2 tổ', office).click();
  await office.getByText('Đã xác nhận. 2 tổ nhận lời mời.').waitFor();
  expect((await sessionRow())?.state).toBe('published');
  await button('Người học', office).click();
  await office.getByText('Hiện 6 trong 6 người').waitFor();
  await expectClean(office);
});

it('moves it: people are told, and those who have not heard are on a list with numbers', async () => {
  const [first, second] = school.teams;
  await ask(app, first!.leader, 'answerInvitation', await sessionId(), { answer: 'take' });
  await ask(app, second!.leader, 'answerInvitation', await sessionId(), { answer: 'take' });
  await go(`training?session=${await sessionId()}`);
  await button('Dời giờ').click();
  await page.getByText('Báo lại cho 6 người?').waitFor();
  await page.getByText('Giờ chưa đổi.').waitFor();
  const form = dialog().filter({ hasText: 'Báo lại cho 6 người?' });
  await form.getByLabel('Từ giờ').fill('8');
  await form.getByLabel('Đến giờ').fill('10h30');
  await form.getByLabel('Vì sao đổi').fill('Nhà văn hóa có họp buổi chiều');
  await button('Dời và báo lại').click();
  await page.getByText(/^Đã dời sang/).waitFor();
  await page
    .getByRole('dialog')
    .getByText(/08:00–10:30$/)
    .waitFor();
  await button('Cần gọi').click();
  await button('Xem 6 người và số điện thoại').click();
  await page.getByText('Còn giữ giờ cũ').first().waitFor();
  await page.locator('a[href^="tel:"]').first().waitFor();
  await expectClean(page);
  await button(`Đã báo ${first!.leader.fullName}`).click();
  await page.getByText(`Đã ghi: ${first!.leader.fullName} đã được báo.`).waitFor();
});

it('checks in: six digits read aloud, names by a few letters, a guest, the signed sheet as a photo', async () => {
  const id = await sessionId();
  const [first, second] = school.teams;
  await app.database.rows(
    sql`update training_sessions set starts_at = now() - interval '1 hour', ends_at = now() + interval '90 minutes' where id = ${id}`,
  );
  await go('training/door');
  await page.locator('.session-line', { hasText: title }).click();
  await button('Chiếu mã ở cửa lớp').click();
  await page.getByAltText('Mã điểm danh, đổi mỗi phút').waitFor();
  const { body: pack } = await ask(app, school.trainer, 'checkInPack', id);
  const key = await personKey(pack.secret, first!.leader.id);
  await page.getByLabel('Sáu số người học đọc').fill(await sixDigits(key, new Date()));
  await page.keyboard.press('Enter');
  await page.getByText(`${first!.leader.fullName} có mặt.`).waitFor();
  await page.getByLabel('Sáu số người học đọc').fill('000 001');
  await page.keyboard.press('Enter');
  await page.getByText('Mã đã đổi.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog().last().getByRole('button', { name: 'Đóng' }).click();
  const finder = page.getByRole('combobox', { name: 'Tên người có mặt' });
  for (const typed of [second!.leader.fullName, second!.deputy.fullName, 'Phạm Văn Khách']) {
    await finder.fill(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByText('3 người chờ ghi.').waitFor();
  await expectClean(page);
  await button('Ghi 3 người').click();
  await page.getByText('4 người có mặt').waitFor();
  await page.setInputFiles('input[type=file]', {
    name: 'phieu.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 400 } }),
  });
  await page.getByAltText('Ảnh phiếu điểm danh 1').waitFor();
  const [sheet] = await Promise.all([page.waitForEvent('download'), button('In phiếu').click()]);
  expect(sheet.suggestedFilename()).toMatch(/^phieu-diem-danh-.*\.pdf$/);
});

it('closes the list and gives certificates; one is taken back', async () => {
  await button('Chốt danh sách').click();
  await dialog().last().getByRole('button', { name: 'Chốt danh sách' }).click();
  await page.getByText('Đã chốt. 4 người có mặt.').waitFor();
  await button('Kết quả').click();
  await page.getByText('Cho 3 người có mặt chưa có giấy.').waitFor();
  await button('Cấp giấy chứng nhận').click();
  await page.getByText('Đã cấp 3 giấy.').waitFor();
  const name = school.teams[0]!.leader.fullName;
  const [file] = await Promise.all([page.waitForEvent('download'), button(`Tải PDF giấy của ${name}`).click()]);
  expect(file.suggestedFilename()).toMatch(/^[0-9A-Z-]{19}\.pdf$/);
  await expectClean(page);
  await button(`Thu hồi giấy của ${name}`).click();
  await page.getByLabel('Vì sao thu hồi').fill('Ghi nhầm người');
  await dialog().last().getByRole('button', { name: 'Thu hồi' }).click();
  await page.getByText(/đã thu hồi \d/).waitFor();
  expect(await app.database.rows(sql`select 1 from certificates where revoked_at is not null`)).toHaveLength(1);
});

it('sees what the teams have learnt, who and when', async () => {
  await go('training/coverage');
  const [first] = school.teams;
  // In the first hour of a day the session that began an hour ago is yesterday's.
  const learntOn = formatDate(dateInVietnam((await sessionRow())!.startsAt), 'vi', { withYear: true });
  const cell = page.getByRole('button', { name: /Thôn 1, Dịch vụ công trực tuyến: 1\/3/ });
  await cell.click();
  await dialog().getByText(first!.leader.fullName).waitFor();
  await dialog().getByText(`học ngày ${learntOn}`).waitFor();
  expect(await dialog().getByText('chưa học').count()).toBe(2);
  await expectClean(page);
});

it('is measured by its district, which sees all of its providers', async () => {
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: school.districtId });
  const district = await signedIn(browser, url, officer);
  await go('training', district.page);
  const row = district.page.getByRole('row', { name: /Viễn thông/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/\t1\t4\t2,5\t/);
  await expectClean(district.page);
  expect(district.troubles).toEqual([]);
  await district.context.close();
});

it('hears the reason when a session is called off, and so does everybody invited', async () => {
  const at = { startsAt: `${addDays(today, 9)}T07:00:00.000Z`, endsAt: `${addDays(today, 9)}T09:00:00.000Z` };
  const id = await publish(app, school, { ...at, title: 'Buổi sẽ hủy', place: 'Hội trường xã' });
  await go(`training?session=${id}`);
  await button('Hủy buổi').click();
  await page.getByText('6 người được mời nhận tin hủy ngay, không rút lại được.').waitFor();
  await page.getByLabel('Vì sao hủy').fill('Bão');
  await dialog().last().getByRole('button', { name: 'Hủy buổi' }).click();
  await page.getByText('Đã hủy buổi và báo lại.').waitFor();
  expect((await ask(app, school.trainer, 'trainingSession', id)).body).toMatchObject({
    state: 'cancelled',
    note: 'Bão',
  });
});

it('reads the same in English, in the dark, on a narrow screen', async () => {
  await go('account');
  await page.getByText('English', { exact: true }).first().click();
  await page.getByText('Dark', { exact: true }).first().click();
  for (const path of [
    'training',
    'training?view=month',
    'training?view=day',
    'training/door',
    'training/coverage',
    'training/cards',
    `training?session=${await sessionId()}&tab=result`,
    `training?session=${await sessionId()}&tab=people`,
  ]) {
    await go(path);
    await expectCleanAt(page, [820, 900], [360, 740]);
  }
  expect([...trainer.troubles, ...commune.troubles]).toEqual([]);
});
