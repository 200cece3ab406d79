/**
 * An officer puts a mistyped decision and a mistyped directive right, and reads afterwards what stood there; a mistyped
 * address leads home.
 */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve, sideScroll, type Visit } from '../support/browser.ts';
import { buildVillage, type Village } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { signInToConsole } from './console-hands.ts';

const login = 'ha.ptt@minhson.example';
const password = 'mưa rơi ngoài bến vắng';
let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  village = await buildVillage(app);
  const officer = await buildOfficer(app, {
    role: 'committee_member',
    unitId: village.communeId,
    email: login,
    fullName: 'Phạm Thị Thu Hà',
  });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

async function open(path: string): Promise<Visit> {
  const visit = await openPage(browser, url, { width: 1280, height: 800 });
  await signInToConsole(visit.page, url, { login, password });
  await visit.page.goto(`${url}/console/#/${path}`);
  return visit;
}

async function save(page: Page, said: string): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name: 'Lưu' });
  expect(await button.isDisabled()).toBe(true);
  await page.getByLabel(/^Lý do sửa/).fill('Gõ đảo hai chữ số');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await button.click();
  await page.getByText(said).waitFor();
}

it("puts a team's decision right in all its teams, and shows what stood there", async () => {
  const { page, troubles } = await open(`teams/${village.teams[0]?.id}`);
  await page.getByRole('button', { name: 'Sửa quyết định 42/QĐ-UBND' }).click();
  expect(await page.getByLabel(/^Số, ký hiệu/).inputValue()).toBe('42/QĐ-UBND');
  expect(await page.getByLabel(/^Người ký/).inputValue()).toBe('Chủ tịch UBND xã');
  await page.getByLabel(/^Số, ký hiệu/).fill('24/QĐ-UBND');
  expect(await page.getByLabel('Sửa ở cả 2 tổ cùng quyết định này').isChecked()).toBe(true);
  await save(page, 'Đã sửa quyết định 24/QĐ-UBND.');
  await page.getByText('Số 24/QĐ-UBND').waitFor();
  await page.getByRole('button', { name: 'Đã sửa 1 lần: xem các lần sửa 24/QĐ-UBND' }).click();
  await page.getByText('Số, ký hiệu: 42/QĐ-UBND thành 24/QĐ-UBND').waitFor();
  await page.getByText('Lý do: Gõ đảo hai chữ số').waitFor();
  await page.getByText(/^Đã sửa ngày .*, Phạm Thị Thu Hà$/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  const numbers = await app.database.rows(sql`select distinct number, version from establishing_decisions`);
  expect(numbers).toEqual([{ number: '24/QĐ-UBND', version: 2 }]);
  expect(troubles).toEqual([]);
});

it('writes the decision of a draft, attaches the signed one, scans it, takes a wrong one out', async () => {
  const teamId = village.teams[1]?.id as string;
  const { token } = village.officer;
  const [first] = (await app.call(routes.getTeam, { token, params: { teamId } })).body.decisions;
  await app.call(routes.voidDecision, {
    token,
    params: { teamId, decisionId: first.id },
    body: { version: first.version, reason: 'Chưa ký' },
  });
  const { page, troubles } = await open('teams');
  await page.getByText('1 tổ nháp chưa có quyết định: Thôn 2.').waitFor();
  await page.getByRole('button', { name: 'Soạn quyết định' }).click();
  await page.getByLabel('Theo đề nghị của').fill('Văn phòng UBND xã');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Word/ }).click()]);
  expect(file.suggestedFilename()).toContain('thành lập Tổ công nghệ số cộng đồng thôn 2, xã Minh Sơn.docx');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Gắn quyết định đã ký' }).click();
  await page.getByLabel(/^Số, ký hiệu/).fill('77/QĐ-UBND');
  await page.getByLabel(/^Người ký/).fill('Chủ tịch UBND xã');
  const attach = page.getByRole('dialog').getByRole('button', { name: 'Gắn quyết định' });
  const knows = page.getByLabel('Quyết định đã ký với thành phần này, vẫn ghi');
  if (await knows.isVisible()) await knows.check();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await attach.click();
  await page.getByText('Thôn 2 đã hoạt động theo quyết định.').waitFor();
  await page.goto(`${url}/console/#/teams/${teamId}`);
  await page.getByRole('button', { name: 'Gắn bản quét: 77/QĐ-UBND' }).click();
  const scan = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#fdfdf8' } })
    .jpeg()
    .toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'qd.jpg', mimeType: 'image/jpeg', buffer: scan });
  await page.getByRole('dialog').getByRole('button', { name: 'Gắn bản quét' }).click();
  await page.getByRole('img', { name: 'Bản quét quyết định 77/QĐ-UBND' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bỏ, vì ghi nhầm: 77/QĐ-UBND' }).click();
  await page.getByLabel(/^Lý do bỏ/).fill('Quyết định của tổ khác');
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ quyết định' }).click();
  await page.getByText(/^Đã bỏ ngày .*, Phạm Thị Thu Hà. Lý do: Quyết định của tổ khác$/).waitFor();
  await page.getByText('Tổ nháp: chưa có quyết định.').waitFor();
  expect(troubles).toEqual([]);
});

it('sets a dissolved team up again', async () => {
  const [{ id: teamId } = { id: '' }] = village.teams;
  await app.call(routes.dissolveTeam, {
    token: village.officer.token,
    params: { teamId },
    body: { number: '70/QĐ-UBND', signedOn: '2022-06-01', signer: 'Chủ tịch UBND xã', from: '2022-06-10' },
  });
  const { page, troubles } = await open(`teams/${teamId}`);
  await page.getByText(/^Tổ đã giải thể từ/).waitFor();
  await page.getByRole('button', { name: 'Lập lại tổ' }).click();
  await page.getByLabel(/^Số, ký hiệu/).fill('88/QĐ-UBND');
  await page.getByLabel(/^Người ký/).fill('Chủ tịch UBND xã');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  const again = page.getByRole('dialog').getByRole('button', { name: 'Lập lại tổ' });
  await again.click();
  const knows = page.getByLabel('Quyết định đã ký với thành phần này, vẫn ghi');
  await knows
    .or(page.getByText(/đã hoạt động lại\.$/))
    .first()
    .waitFor();
  if (await knows.isVisible()) {
    await knows.check();
    await again.click();
  }
  await page.getByText(/^Lập lại từ tổ đã giải thể/).waitFor();
  await page.getByText('Số 88/QĐ-UBND').waitFor();
  expect(troubles).toEqual([]);
});

it("puts a directive right, and says when the number is another's", async () => {
  await app.call(routes.createDirective, {
    token: village.officer.token,
    params: { unitId: village.communeId },
    body: { kind: 'plan', number: '13/KH-UBND', issuedOn: '2022-04-15', issuer: 'UBND xã', abstract: 'Kế hoạch khác' },
  });
  const { page } = await open('documents');
  await page.getByRole('button', { name: 'Sửa văn bản 31/KH-UBND' }).click();
  await page.getByLabel(/^Số, ký hiệu/).fill('13/KH-UBND');
  await save(page, 'Văn bản 13/KH-UBND đã được ghi rồi.');
  await page.getByLabel(/^Số, ký hiệu/).fill('14/KH-UBND');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã sửa: Kế hoạch 14/KH-UBND ngày 15/4/2022.').waitFor();
  await page.getByRole('button', { name: 'Đã sửa 1 lần: xem các lần sửa 14/KH-UBND' }).click();
  await page.getByText('Số, ký hiệu: 31/KH-UBND thành 14/KH-UBND').waitFor();
});

it('finds the way home from an address that leads nowhere', async () => {
  const { page, troubles } = await open('khong-co-trang-nay');
  await page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.getByRole('link', { name: 'Về trang Hôm nay' }).click();
  await page.getByRole('heading', { name: /^Hôm nay/ }).waitFor();
  expect(troubles).toEqual([]);
});
