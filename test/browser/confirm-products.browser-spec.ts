/**
 * A committee confirms products on marketplaces: names those that the register misses, all at once or of a part, and takes it
 * back. Then it confirms all that waits by one press.
 */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import { stopApps, type TestApp } from '../support/app.ts';
import {
  buildFrontend,
  launchBrowser,
  openPage,
  seriousFindings,
  serve,
  sideScroll,
  type Visit,
} from '../support/browser.ts';
import { act, buildProducts, buildVillage, issueOrder, productsInput, type Village } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { signInToConsole } from './console-hands.ts';

const login = 'ha.ptt@minhson.example';
const password = 'mưa rơi ngoài bến vắng';
const today = dateInVietnam(Date.now());
let app: TestApp;
let url: string;
let browser: Browser;
let village: Village;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  village = await buildVillage(app);
  const officer = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId, email: login });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  await handIn();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

/** Two products of the register are missing, and the first team says that it has put two onto a marketplace. */
async function handIn(): Promise<void> {
  const [team] = village.teams;
  if (!team) return;
  for (const [name, unitId] of [
    ['Bánh lá răng bừa', village.teams[1]?.unitId ?? ''],
    ['Tương nếp', team.unitId],
  ] as const)
    await app.call(routes.addOcopProduct, {
      token: village.officer.token,
      params: { unitId },
      body: { name, owner: 'Hộ ông Bảy', stars: 3 },
    });
  const { taskIds } = await issueOrder(app, village, {
    templateCode: 'NV09',
    indicatorCode: 'KT04',
    title: 'Đưa sản phẩm OCOP lên sàn',
    target: 2,
    dueOn: addDays(today, 9),
    shares: [{ teamId: team.id, target: 2 }],
  });
  const taskId = taskIds[0] ?? '';
  const links = ['https://postmart.vn/tuong-nep'];
  await act(app, team.leader, 'acceptTask', taskId);
  await act(app, team.leader, 'reportProgress', taskId, { happenedOn: today, value: 2, links });
  const done = await act(app, team.leader, 'completeTask', taskId, {});
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
}

async function open(): Promise<Visit> {
  const visit = await openPage(browser, url, { width: 1280, height: 800 });
  await signInToConsole(visit.page, url, { login, password });
  await visit.page.getByRole('link', { name: /^Chờ xác nhận/ }).click();
  return visit;
}

const listed = () =>
  app.database.rows(sql`select name, marketplace, link from ocop_products where listed_on = ${today}`);

it('names the products that the register misses, and takes them back with the confirmation', async () => {
  const { page, troubles } = await open();
  await page.getByText('Chưa ghi tên sản phẩm: 2.').waitFor();
  const boxes = page.getByRole('group', { name: 'Sản phẩm đã lên sàn' }).getByRole('checkbox');
  expect(await boxes.count()).toBe(2);
  await page.getByLabel('Tương nếp').check();
  expect(await page.getByLabel('Liên kết trang bán').inputValue()).toBe('https://postmart.vn/tuong-nep');
  expect(await page.getByLabel(/^Sàn/).inputValue()).toBe('postmart.vn');
  await page.getByText('Chưa ghi tên sản phẩm: 1.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xác nhận 2 sản phẩm' }).click();
  await page.getByText(/^Đã xác nhận kết quả của/).waitFor();
  expect(await listed()).toEqual([
    { name: 'Tương nếp', marketplace: 'postmart.vn', link: 'https://postmart.vn/tuong-nep' },
  ]);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  // The row may still stand there, unticked, from before the confirmation: its words alone say nothing.
  await page.getByText('Đã hoàn tác, kết quả chờ xác nhận lại.').waitFor();
  await page.getByText('Chưa ghi tên sản phẩm: 2.').waitFor();
  expect(await listed()).toEqual([]);
  expect(troubles).toEqual([]);
});

it('names the product behind the part that is confirmed, while the rest goes back', async () => {
  const { page, troubles } = await open();
  await page.getByText('Trả lại', { exact: true }).click();
  await page.getByLabel('Số liệu trùng lần trước').check();
  const products = page.getByRole('group', { name: 'Sản phẩm đã lên sàn' });
  await page.getByLabel('Xác nhận trước phần đã đúng').check();
  expect(await products.count()).toBe(0);
  const part = page.getByLabel(/^Số xác nhận của ngày/);
  await part.fill('2');
  await page.getByText(/^Không còn phần nào trả lại/).waitFor();
  await page.getByLabel('Tương nếp').check();
  await page.getByLabel('Bánh lá răng bừa').check();
  // Less is confirmed: the second product has no place any more, and no other may be ticked.
  await part.fill('1');
  expect(await page.getByLabel('Tương nếp').isChecked()).toBe(true);
  expect(await page.getByLabel('Bánh lá răng bừa').isDisabled()).toBe(true);
  expect(await page.getByLabel('Liên kết trang bán').inputValue()).toBe('https://postmart.vn/tuong-nep');
  const send = page.getByRole('button', { name: 'Trả lại 1 sản phẩm, xác nhận 1' });
  await page.getByLabel(/^Sàn/).fill('');
  await send.click();
  await page.getByText('Ghi sàn bán').waitFor();
  expect(await listed()).toEqual([]);
  await page.getByLabel(/^Sàn/).fill('postmart.vn');
  // What the fixed header half covers is no finding.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await send.click();
  await page.getByText(/^Đã trả lại/).waitFor();
  expect(await listed()).toEqual([
    { name: 'Tương nếp', marketplace: 'postmart.vn', link: 'https://postmart.vn/tuong-nep' },
  ]);
  expect(troubles).toEqual([]);
});

it('has the names ticked that the team has ticked on its phone without a network', async () => {
  const team = village.teams[1]!;
  await buildProducts(app, team.unitId, 4, 1);
  const missing = await app.database.rows<{ name: string }>(
    sql`select name from ocop_products where unit_id = ${team.unitId} and listed_on is null order by name`,
  );
  const [first = '', second = ''] = missing.map(({ name }) => name);
  const { taskIds } = await issueOrder(app, village, {
    ...productsInput(village, [0, 2], { dueOn: addDays(today, 9) }),
    asks: ['product_each'],
    title: 'Đưa sản phẩm của thôn lên sàn',
  });
  const taskId = taskIds[1] ?? '';
  await act(app, team.leader, 'acceptTask', taskId);
  buildFrontend('mini-app');
  const { page, context, troubles } = await openPage(browser, url, { width: 360, height: 740 });
  const kept = JSON.stringify({ token: team.leader.token, personId: team.leader.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(`${url}/app/#/viec/${taskId}/ghi`);
  await page.getByRole('checkbox', { name: first }).check();
  await page.getByRole('button', { name: 'Postmart' }).click();
  await page.getByRole('textbox', { name: `đường dẫn ${first}` }).fill('postmart.vn/mot');
  await page.getByRole('checkbox', { name: second }).check();
  await page.getByText(`Còn thiếu: đường dẫn ${second}`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('textbox', { name: `đường dẫn ${second}` }).fill('https://voso.vn/hai');
  await page.getByRole('button', { name: 'Gửi 2 sản phẩm' }).click();
  await page.getByText('Đã lưu 2 sản phẩm trên máy').waitFor();
  await context.setOffline(false);
  await page.getByText('Xã đã nhận 2 sản phẩm').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
  const desk = await open();
  await desk.page.getByRole('heading', { name: /^Xác nhận kết quả/ }).waitFor();
  for (const name of [first, second]) expect(await desk.page.getByLabel(name).isChecked()).toBe(true);
  await desk.page.getByRole('button', { name: 'Xác nhận 2 sản phẩm' }).click();
  await desk.page.getByText(/^Đã xác nhận kết quả của/).waitFor();
  expect(
    await app.database.rows(sql`select marketplace, link from ocop_products where listed_by is not null
    and unit_id = ${team.unitId} order by link desc limit 2`),
  ).toEqual([
    { marketplace: 'Voso', link: 'https://voso.vn/hai' },
    { marketplace: 'Postmart', link: 'https://postmart.vn/mot' },
  ]);
});

it('confirms all that waits by one press, once it has seen what it comes to', async () => {
  for (const [i, value] of [12, 30].entries()) {
    const team = village.teams[i]!;
    const body = { kind: 'public_services', value, happenedOn: today };
    await app.call(routes.quickReport, {
      token: team.leader.token,
      params: { teamId: team.id },
      key: randomUUID(),
      body,
    });
  }
  const { page, troubles } = await open();
  await page.getByLabel('Chọn cả 2').check();
  await page.getByRole('button', { name: 'Xác nhận 2 kết quả' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('42').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Xác nhận 2 kết quả' }).click();
  await page.getByText('Hết kết quả chờ xác nhận.').waitFor();
  const rows = await app.database.rows(
    sql`select value, confirmed_value as confirmed from progress_lines where value in (12, 30) order by value`,
  );
  expect(rows).toEqual([
    { value: 12, confirmed: 12 },
    { value: 30, confirmed: 30 },
  ]);
  expect(troubles).toEqual([]);
});

it('sets a rule of sampling: what is drawn or large is looked at, the rest is confirmed at once and says so', async () => {
  const { page, troubles } = await open();
  await page.getByRole('button', { name: 'Kiểm tra mẫu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kết quả nhỏ: xem một trong').fill('2');
  await dialog.getByLabel(/^Văn bản quy định/).click();
  await page.getByRole('option').first().click();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Đặt quy định' }).click();
  await page.getByText(/^Kết quả dưới 10 chỉ xem mẫu 1\/2/).waitFor();
  await page.close();
  const [team] = village.teams;
  for (const value of [15, ...Array.from({ length: 20 }, () => 2)])
    await app.call(routes.quickReport, {
      token: team!.leader.token,
      params: { teamId: team!.id },
      key: randomUUID(),
      body: { kind: 'public_services', value, happenedOn: today },
    });
  const second = await open();
  await second.page.getByText('Số lớn, phải xem').waitFor();
  const toLook = await second.page.getByText('Trúng mẫu, phải xem').count();
  const free = 20 - toLook;
  await second.page.getByLabel(`Chọn cả ${free} không phải xem`).check();
  await second.page.getByRole('button', { name: `Xác nhận ${free} kết quả` }).click();
  const ask = second.page.getByRole('dialog');
  await ask.getByText('theo quy định kiểm tra mẫu 1/2', { exact: false }).waitFor();
  expect(await seriousFindings(second.page)).toEqual([]);
  await ask.getByRole('button', { name: `Xác nhận ${free} kết quả` }).click();
  await second.page.getByLabel('Chọn cả 0 không phải xem').waitFor();
  expect(await second.page.getByText(/phải xem$/).count()).toBeGreaterThan(toLook);
  const manners = await app.database.rows(
    sql`select manner, count(*)::int as n from entry_decisions where manner <> 'together' group by 1`,
  );
  expect(manners).toEqual([{ manner: 'sample', n: free }]);
  expect([...troubles, ...second.troubles]).toEqual([]);
});
