/**
 * An administrator's first day on an empty database: the units, the officers, three rosters, slips for the members, a directive,
 * the first order by an officer who was invited, and the first result of a member who came in by a printed slip. What it takes is
 * counted, and the README says how much.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { slipCodeIn } from '#contracts/access/slip-codes';
import { CreateAdmin } from '#modules/membership';
import { addDays, dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import { type FirstDayFile, firstDayFiles } from '../../apps/demo/empty/first-day-files.ts';
import { COMMUNES, officerRows, rosterCommunes, ROSTERS, unitRows } from '../../apps/demo/empty/invented-province.ts';
import { stopApps, type TestApp } from '../support/app.ts';
import {
  buildFrontend,
  launchBrowser,
  openPage,
  seriousFindings,
  serve,
  sideScroll,
  toldSent,
  type Visit,
} from '../support/browser.ts';
import { textOfPdf } from '../support/files/pdf-text.ts';
import { chooseDay } from './console-hands.ts';

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
/** Of whoever sets up and of whoever comes in: at most so much. */
const MOST = { steps: 12, clicks: 60, files: 6 };
const UNITS = unitRows().length - 1;
const OFFICERS = officerRows().length - 1;
let app: TestApp;
let url: string;
let browser: Browser;
let files: Awaited<ReturnType<typeof firstDayFiles>>;
let admin: Visit;
let page: Page;
/** The six letters of a member's slip. */
let letters: string | undefined;
/** What a person does: presses of the mouse, files chosen, fields typed into. */
const done = { steps: 0, clicks: 0, files: 0, fields: 0 };

beforeAll(async () => {
  buildFrontend('mini-app');
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  files = await firstDayFiles();
  admin = await openPage(browser, url, desktop);
  page = admin.page;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

const here = (link: string) => link.replace(/^https?:\/\/[^/]+/, url);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
async function press(what: Locator): Promise<void> {
  done.clicks += 1;
  await what.click();
}
async function type(into: Locator, text: string): Promise<void> {
  done.fields += 1;
  await into.fill(text);
}
async function choose({ name, bytes }: FirstDayFile): Promise<void> {
  done.files += 1;
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: bytes });
}
/** One of the steps of Bắt đầu, each begun there. */
async function fromStart(act: Locator): Promise<void> {
  done.steps += 1;
  // Until the first order whoever sets up has it as the first screen.
  if (!(await page.getByRole('heading', { name: /^Bắt đầu/ }).count()))
    await press(link('Bắt đầu').or(link('Hôm nay')).first());
  await press(act);
}
async function setPassword(password: string): Promise<void> {
  await type(page.getByLabel('Mật khẩu mới', { exact: true }), password);
  await press(button('Đặt mật khẩu và vào'));
}
async function enter(inviteUrl: string, password: string): Promise<void> {
  await page.goto(here(inviteUrl));
  await press(button('Đúng, là tôi'));
  await setPassword(password);
}
const expectClean = async () => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
};

it('comes in by the one-time link and is shown what to begin with', async () => {
  const { url: invite } = await app
    .get(CreateAdmin)
    .execute({ fullName: 'Vũ Minh Châu', email: 'quan-tri@songngan.example' });
  done.steps += 1;
  await page.goto(here(invite));
  await press(button('Đúng, là tôi'));
  await page.getByRole('heading', { name: 'Đặt mật khẩu để lần sau vào được' }).waitFor();
  // A reload there comes back to it: the address of the invite is behind.
  await page.reload();
  await setPassword('lúa chín vàng đồng');
  await page.getByText('0/8 bước xong · chưa có đơn vị nào').waitFor();
  await expectClean();
  expect(await page.locator('.header-bell-count').count()).toBe(0);
});

it('imports the list of units with its 166 communes', async () => {
  await fromStart(link('Nhập danh mục đơn vị'));
  await choose(files.units);
  await press(button('Đọc tệp'));
  await type(page.getByRole('combobox', { name: /^Văn bản/ }), 'Nghị quyết 01/NQ-HĐND');
  await press(button('Kiểm tra'));
  await page.getByText('Tệp sạch, xem khác biệt rồi ghi.').waitFor();
  await press(button(`Ghi ${UNITS} đơn vị`));
  await page.getByText(new RegExp(`Đã ghi ${UNITS} đơn vị`)).waitFor();
});

it('imports the officers, and mends the two rows that are not right', async () => {
  await fromStart(link('Nhập danh sách cán bộ từ tệp'));
  await expectClean();
  await choose(files.officers);
  await press(button('Đọc và kiểm tra'));
  await button(`Ghi ${OFFICERS - 2} chức vụ, để lại 2 dòng`).waitFor();
  await expectClean();
  await press(page.getByRole('combobox', { name: 'Chức vụ' }));
  await press(page.getByRole('option', { name: 'Ủy viên Ban chỉ đạo' }));
  await press(button('Xong dòng này'));
  await press(page.getByRole('radio', { name: 'Giữ cả hai chức vụ' }));
  await press(button('Xong dòng này'));
  await press(button(`Ghi ${OFFICERS} chức vụ`));
  await page.getByText(new RegExp(`Đã ghi ${OFFICERS} chức vụ`)).waitFor();
  await page.getByText(new RegExp(`${OFFICERS} người chưa vào`)).waitFor();
});

/** Teams that lack somebody by the guidance are in the signed paper all the same: the officer marks them. */
async function markLacking(): Promise<void> {
  await page.getByText(/Không tổ nào sắp thành lập|Tổ đủ thành phần hoạt động ngay/).waitFor();
  const marks = page.getByRole('group', { name: 'Tổ còn thiếu' }).getByRole('checkbox');
  const n = await marks.count();
  if (n > 1) await press(button(`Đánh dấu cả ${n} tổ`));
  else if (n === 1) await press(marks.first());
}

it('imports the rosters of three communes', async () => {
  for (const [i, { name, hamlets }] of rosterCommunes().entries()) {
    await fromStart(link('Xem các xã'));
    await type(page.getByLabel('Tìm xã (không cần dấu)'), name);
    await press(link(`Xã ${name}`));
    await choose(files.rosters[i] as FirstDayFile);
    await press(button('Tiếp tục'));
    await type(page.getByLabel('Số, ký hiệu'), `${i + 1}/QĐ-UBND`);
    await type(page.getByLabel('Người ký'), 'Chủ tịch UBND xã');
    await markLacking();
    await press(button(`Nhập ${hamlets.length} tổ`));
    await page.getByRole('heading', { name: 'Đã nhập danh sách' }).waitFor();
  }
});

it('prints slips for the members of the commune whose roster came last', async () => {
  done.steps += 1;
  await press(link('Mời thành viên vào ứng dụng'));
  await page.getByRole('heading', { name: 'Mời vào ứng dụng' }).waitFor();
  await page.getByText(/^0\/\d+ người đã mở$/).waitFor();
  await expectClean();
  await page.setViewportSize(phone);
  await expectClean();
  await page.setViewportSize(desktop);
  const [file] = await Promise.all([page.waitForEvent('download'), press(button(/^In \d+ tờ, \d+ phiếu$/))]);
  const sheets = textOfPdf(readFileSync(await file.path()));
  expect(sheets).toHaveLength(8);
  letters = sheets[0]?.split('\n').flatMap((line) => slipCodeIn(line) ?? [])[0];
  expect(letters).toBeTruthy();
  await page.getByText(/^Đã làm \d+ phiếu/).waitFor();
  await expectClean();
});

it('enters the paper that the order stands on', async () => {
  await fromStart(link('Ghi văn bản'));
  await press(button('Vào sổ văn bản'));
  const dialog = page.getByRole('dialog');
  await type(dialog.getByLabel(/^Số, ký hiệu/), '577/KH-UBND');
  await type(dialog.getByLabel(/^Cơ quan ban hành/), 'UBND tỉnh Sông Ngàn');
  await type(dialog.getByLabel(/^Trích yếu/), 'Kế hoạch hoạt động của Tổ công nghệ số cộng đồng');
  await press(dialog.getByRole('button', { name: 'Lưu' }));
  await page.getByText('577/KH-UBND').first().waitFor();
});

it('invites an officer of the province, who gives the first order', async () => {
  await fromStart(link('Mời người giao việc'));
  await press(button('Mời').first());
  const invite = await page.getByLabel('Liên kết lời mời').inputValue();
  const troubles = admin.troubles;
  const officer = await openPage(browser, url, desktop);
  page = officer.page;
  done.steps += 1;
  await enter(invite, 'mưa rơi ngoài bến vắng');
  await press(link('Giao việc'));
  await press(button('Giao việc mới'));
  await press(button(/NV03/));
  await press(button(/^Chọn cả 24 tổ/));
  await press(button('Tiếp: cụ thể hóa'));
  await type(page.getByLabel('Mục tiêu'), '240');
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9));
  done.clicks += 2;
  await press(page.getByPlaceholder('Chọn văn bản'));
  await press(page.getByRole('option').first());
  await press(button('Tiếp: xem trước khi gửi'));
  await press(button(/^Gửi/).first());
  await page.waitForURL(/assignments\/[0-9a-f-]{36}/);
  const [order] = await app.database.rows<{ teams: number }>(sql`select count(*)::int as teams from tasks`);
  expect(order).toEqual({ teams: ROSTERS * 8 });
  expect([...troubles, ...officer.troubles]).toEqual([]);
});

it('lets a member in by the letters of the printed slip, who reports the first result', async () => {
  const { page: own, context, troubles } = await openPage(browser, url, phone);
  page = own;
  done.steps += 1;
  await page.goto(`${url}/app/`);
  await type(page.getByLabel('Đường dẫn hoặc mã mời'), letters ?? '');
  expect(await seriousFindings(page)).toEqual([]);
  await press(button('Mở mã mời'));
  await press(button('Đúng, là tôi'));
  await press(page.getByRole('link', { name: /Giúp|hồ sơ|trực tuyến/ }).first());
  await press(button('Nhận việc'));
  await press(link('Ghi kết quả'));
  await type(page.getByRole('textbox', { name: /bao nhiêu/ }), '3');
  await press(button(/^Gửi 3 /));
  await toldSent(page, /^Xã\sđã\snhận\s3/);
  const entries = await app.database.rows(sql`select 1 from progress_entries`);
  expect(entries).toHaveLength(1);
  expect(troubles).toEqual([]);
  await context.close();
});

it('takes as much as the README says, and no more than it may', () => {
  const { steps, clicks, files: chosen, fields } = done;
  expect(steps).toBeLessThanOrEqual(MOST.steps);
  expect(clicks).toBeLessThanOrEqual(MOST.clicks);
  expect(chosen).toBeLessThanOrEqual(MOST.files);
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [said] = /\d+ communes, \d+ officers, [^.]*? fields/.exec(readme) ?? [];
  expect(said).toBe(
    `${COMMUNES} communes, ${OFFICERS} officers, ${ROSTERS} rosters, the first order and the first result by a printed slip: ${steps} steps, ${clicks} clicks, ${chosen} files, ${fields} fields`,
  );
});
