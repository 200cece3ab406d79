/**
 * A month's report at two computers: the focal officer reads what wrote itself, adds words and a typed figure and sends; the
 * district returns it naming a cell; it is mended, sent again and accepted, and the district's board says so.
 */
import type { Browser, Page } from 'playwright-core';
import { OpenReports } from '../../src/modules/reporting/reports/periods/open-reports.ts';
import { type SmtpEmulator, startSmtpEmulator } from '../emulators/smtp.ts';
import { type TestApp, stopApps } from '../support/app.ts';
import { type Visit, launchBrowser, seriousFindings, serve } from '../support/browser.ts';
import { buildVillage, type Village } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildFocal, buildLine, onReport, openReport, requireApproval, storedWords } from '../support/reports.ts';
import { chairApproves } from './stories/reports/approval-story.ts';
import { asksForADay } from './stories/reports/ask-day-story.ts';
import { asksForAPeriod } from './stories/reports/period-story.ts';
import { asksOnceMore } from './stories/campaign-story.ts';
import { printsTheGuides } from './stories/guide-story.ts';
import { restated } from './stories/restated-story.ts';
import { signsThePaper } from './stories/reports/signing-story.ts';
import { namesRecipients, sendsAndMails } from './stories/recipients-story.ts';
import { expectClean, expectCleanAt, goTo, saysWhy, signedIn, taken } from './officer-pages.ts';
import { becomesStored, comesBackToOthersWords, leavesAtOnce, staysTheWriters } from './stories/typing-story.ts';
import { offersAct, otherAct } from './more-acts.ts';

let smtp: SmtpEmulator;
let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;
let neighbour: Village & { focal: TestPerson };
let focal: TestPerson;
let officer: TestPerson;
let chair: TestPerson;
let reportId: string;
let commune: Visit;
let district: Visit;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  ({ app, url } = await serve('console', { CLOCK: '2022-06-20T03:00:00Z', SMTP_URL: smtp.url }));
  browser = await launchBrowser();
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  const other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
  focal = await buildFocal(app, village.communeId);
  chair = await buildOfficer(app, {
    role: 'committee_member',
    unitId: village.communeId,
    fullName: 'Đỗ Thị Vân',
    title: 'Chủ tịch UBND xã',
  });
  neighbour = { ...other, focal: await buildFocal(app, other.communeId) };
  officer = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value: 186, happenedOn: '2022-06-01' });
  await app.get(OpenReports).run();
  ({ id: reportId } = await openReport(app, focal, village.communeId, '2022-06'));
  [commune, district] = [await signedIn(browser, url, focal), await signedIn(browser, url, officer)];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
  await smtp?.stop();
});

const go = (path: string, on: Page) => goTo(on, url, path);
const button = (on: Page, name: string | RegExp) => on.getByRole('button', { name });
const field = (name: string) => commune.page.getByRole('textbox', { name, exact: true });
const stored = (key: string) => storedWords(app, focal, reportId, key);
const typing = () => ({ app, url, reportId, focal, visit: commune });

it('is on the list of the day and of the months, with its due day', async () => {
  const { page } = commune;
  await go('', page);
  await page.getByText('Báo cáo tháng 6 chưa nộp').waitFor();
  await go('reports', page);
  await page.getByRole('link', { name: 'Tháng 6/2022' }).waitFor();
  await expectClean(page);
  await page.getByRole('link', { name: 'Tháng 6/2022' }).click();
  await page.getByRole('heading', { name: 'Báo cáo tháng 6/2022' }).waitFor();
  await page.getByText('nộp hết ngày 24/6, còn 4 ngày').waitFor();
  await expectClean(page);
});

it('opens a figure to its records', async () => {
  const { page } = commune;
  await page.locator('.words .fig-chip', { hasText: '186' }).first().click();
  await page.getByText('1 kết quả đã xác nhận, 15/5–14/6').waitFor();
  // What the open figure stands over is judged where nothing covers it.
  expect(await seriousFindings(page, '.fig-pop')).toEqual([]);
  await button(page, 'Mở 1 bản ghi').click();
  await page.getByRole('dialog').getByText('Thôn 1').waitFor();
  await page.keyboard.press('Escape');
});

it('keeps a figure whole: the caret stops on it, words around it save themselves', async () => {
  const { page } = commune;
  const words = field('1. Chính quyền số').or(field('2. Chính quyền số'));
  const before = await stored('digital_government');
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Nhiều nhất là hộ tịch.');
  await page.getByText(/Đã lưu \d/).waitFor();
  expect(await stored('digital_government')).toBe(`${before} Nhiều nhất là hộ tịch.`);
  await field('1. Mặt được').click();
  await page.keyboard.type('Hỗ trợ nộp ');
  await page.keyboard.press('Control+Shift+D');
  await page.getByRole('combobox', { name: 'Chỉ tiêu' }).fill('CQ02');
  await page.getByRole('option', { name: /^CQ02/ }).click();
  await button(page, 'Chèn').last().click();
  await page.keyboard.type(' hồ sơ');
  await becomesStored(typing(), 'strengths', 'Hỗ trợ nộp {{CQ02.now}} hồ sơ');
});

it('loses nothing when the screen is left at once, nor when the line is down', () => leavesAtOnce(typing()));

it('asks nobody about words that are the writer’s own', () => staysTheWriters(typing()));

it('keeps what was typed over older words apart, until the writer has chosen', () => comesBackToOthersWords(typing()));

it('loses nothing when another officer saves first', async () => {
  const { page } = commune;
  const { body } = await onReport(app, focal, 'readReport', reportId);
  const theirs = { version: body.words.version, sections: [{ key: 'difficulties', text: 'Sóng yếu.' }] };
  await onReport(app, focal, 'writeReport', reportId, theirs);
  await field('2. Khó khăn, vướng mắc').click();
  await page.keyboard.type('Thiếu máy tính.');
  await page.getByText('Người khác vừa lưu chữ khác.').waitFor();
  await page.getByText('Sóng yếu.').waitFor();
  expect(await field('2. Khó khăn, vướng mắc').innerText()).toContain('Thiếu máy tính.');
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, 'Giữ chữ của tôi').click();
  await page.getByText(/Đã lưu \d/).waitFor();
  expect(await stored('difficulties')).toBe('Thiếu máy tính.');
});

it('takes a typed figure only with sense and a source, and a reason of a silent team', async () => {
  const { page } = commune;
  await button(page, /^Ghi số: Tỷ lệ dân ≥ 15 tuổi có tài khoản/).click();
  await page.getByLabel('Phần (tử số)').fill('120');
  await page.getByLabel('Tổng (mẫu số)').fill('100');
  await page.getByText('Phần lớn hơn tổng. Xem lại hai ô.').waitFor();
  await page.getByLabel('Tổng (mẫu số)').fill('150');
  await page.getByLabel('Nguồn của số này').fill('Bộ phận Một cửa, ngày 14/6');
  await button(page, 'Lưu').click();
  await page.getByText('Đã ghi số liệu.').waitFor();
  await page.getByText('80*').waitFor();
  await button(page, 'Ghi rõ lý do').click();
  await page.getByLabel('Lý do của Thôn 2').fill('Tổ trưởng đi viện');
  await button(page, 'Lưu').click();
  await page.getByText('Đã ghi lý do.').waitFor();
});

it('is sent, locked, and mailed to the one recipient whose mailbox was tried', async () => {
  const { page } = commune;
  await namesRecipients(page, { app, smtp, url });
  await go(`reports/${reportId}`, page);
  await sendsAndMails(page, { app });
  await page.getByText('Đã nộp, chờ nhận').waitFor();
  expect(await page.locator('.words[contenteditable]').count()).toBe(0);
  await expectClean(page);
});

it('is received by the district, opened to its teams, and returned naming a cell', async () => {
  const { page } = district;
  await go('report-board?month=2022-06', page);
  await page.getByText('Tổng đã đối chiếu bằng tổng các đơn vị').waitFor();
  await expectClean(page);
  await restated(page, 'Xã Minh Sơn');
  await button(page, /^Xem xã Minh Sơn/i).click();
  await page.locator('.part-chips', { hasText: 'Thôn 1' }).waitFor();
  await button(page, 'Nhắc 1 đơn vị còn phải nộp').click();
  await page.getByRole('dialog').getByText('Báo cho 1 người').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button(page, 'Nhắc 1 đơn vị').last().click();
  await page.getByText(/^Đã nhắc 1 đơn vị/).waitFor();
  await page.getByText('Bảng', { exact: true }).click();
  await page.getByRole('table', { name: 'Mức đạt kế hoạch theo trụ cột' }).waitFor();
  await page.getByRole('link', { name: 'Mở báo cáo' }).click();
  await otherAct(page, 'Trả lại');
  await page.getByRole('combobox', { name: 'Ô cần sửa' }).fill('CQ02');
  await page.getByRole('option', { name: /^CQ02/ }).click();
  await page.getByLabel('Chỗ cần sửa').fill('186 hay 168?');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await page.getByText(/^Đã trả lại cho/).waitFor();
});

it('comes back with the cell outlined, is approved by the chair, which sends it again, and accepted', async () => {
  const { page } = commune;
  await go(`reports/${reportId}`, page);
  await page.getByText('Nơi nhận trả lại 1 chỗ.').waitFor();
  await page.locator('#cell-CQ02[data-returned]').getByText('186 hay 168?').waitFor();
  await expectClean(page);
  await requireApproval(app, village, chair);
  await go(`reports/${reportId}`, page);
  await button(page, 'Trình duyệt').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Người duyệt: Đỗ Thị Vân\./).waitFor();
  await dialog.getByLabel('Nhắn người duyệt (nếu cần)').fill('Đã đối chiếu với Một cửa');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click();
  await offersAct(page, 'Rút về');
  await expectClean(page);
  await chairApproves(browser, url, chair);
  await go(`reports/${reportId}`, page);
  await otherAct(page, 'Các bản đã nộp');
  await page.getByRole('dialog').getByText('Không đổi số, không đổi chữ.').waitFor();
  await page.keyboard.press('Escape');
  const { page: office } = district;
  await go(`reports/${reportId}`, office);
  await office.getByText('Bản 2 sửa từ bản 1 bạn đã trả lại').waitFor();
  await expectClean(office);
  await button(office, 'Tiếp nhận').click();
  await office.getByText(/^Đã tiếp nhận báo cáo của/).waitFor();
  const { body } = await onReport(app, focal, 'readReport', reportId);
  expect(body).toMatchObject({ state: 'accepted', version: 2 });
});

it('is printed, goes to the signing tool and comes back: another file does not', () =>
  signsThePaper(commune.page, url, reportId));

it("is followed by the list of the district's teams, made in the background and taken from where its message leads", async () => {
  const { page } = district;
  await go('reports', page);
  await otherAct(page, 'Phụ lục 1, danh sách tổ');
  await saysWhy(page);
  await button(page, 'Làm danh sách Excel').click();
  await page.getByText('Danh sách đã làm').waitFor();
  await app.drain();
  await page.getByText('Đã xong', { exact: true }).waitFor();
  await expectClean(page);
  const { name, bytes } = await taken(page, /^Tải về danh sách/);
  expect(name).toMatch(/^Phụ lục 1 - .*\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await go('assignments', page);
  await button(page, /^Tin báo/).click();
  await button(page, /^Đã làm xong: Phụ lục 1/).click();
  await page.waitForURL(/#\/reports$/);
});

it('shows the district what needs a hand first, and opens the teams behind a figure', async () => {
  const { page } = district;
  await go('dashboard?month=2022-06', page);
  await button(page, /^Mở \d+ tổ chưa có/).click();
  await page.getByRole('dialog').getByText('Xã Dân Lý').first().waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');
  const cell = (name: string) => button(page, new RegExp(`^${name}`));
  await cell('Minh Sơn').or(cell('Dân Lý')).first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const chosen = await page.evaluate(() => document.activeElement?.querySelector('span')?.textContent);
  await page.getByText(new RegExp(`^Xã ${chosen} · \\d+%`)).waitFor();
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Cách làm' });
  await help.getByText('Xem nơi nào sắp trễ').waitFor();
  await help.getByRole('textbox').fill('bao cao cua xa');
  await button(page, 'Nhận báo cáo của xã').click();
  await page.waitForURL(/#\/report-board/);
  await help.getByText('Xã chưa nộp đứng trên.', { exact: false }).first().waitFor();
  await expectClean(page);
  await page.keyboard.press('F1');
  await go('dashboard?month=2022-06', page);
  await button(page, 'Xem biểu đồ 6 tháng').click();
  await page.getByRole('heading', { name: 'Nộp báo cáo qua các tháng' }).waitFor();
  await expectClean(page);
});

it('hands out guides for a wall', () => printsTheGuides(url, commune.page, district.page));

it('is asked for a quarter, and drafts itself from the months', () => asksForAPeriod(url, district.page, commune.page));

it('is asked for once more, for days of a campaign; of many it waits for a second officer', () =>
  asksOnceMore(district.page, url, app, village.districtId));

it('reads the same in English, in the dark, on a narrow screen', async () => {
  for (const [visit, paths] of [
    [commune, ['reports', `reports/${reportId}`, 'difficulties', 'recipients']],
    [district, ['report-board?month=2022-06', 'dashboard?month=2022-06', 'campaigns', 'send-requests']],
  ] as const) {
    const { page } = visit;
    await go('account', page);
    await page.getByText('English', { exact: true }).first().click();
    await page.getByText('Dark', { exact: true }).first().click();
    await printsTheGuides(url, page);
    for (const path of paths) {
      await go(path, page);
      await expectCleanAt(page, [820, 900], [360, 740]);
    }
    expect(visit.troubles).toEqual([]);
  }
});

it('asks for a day when it is closed, and is given one', async () => {
  const { id } = await openReport(app, neighbour.focal, neighbour.communeId, '2022-06');
  app.clock.set(new Date('2022-07-06T03:00:00Z'));
  // Of their own: those of the stories before are in another language by now.
  const [late, office] = [await signedIn(browser, url, neighbour.focal), await signedIn(browser, url, officer)];
  await asksForADay({ url, reportId: id, commune: late.page, office: office.page });
  for (const { context } of [late, office]) await context.close();
});
