/**
 * An officer of a province of 4,400 teams: scrolls, searches and chooses all of them, and gives them an order. No answer is
 * big, and nothing that the page does keeps a frame waiting.
 */
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import { UnitTree } from '../../src/modules/organization/units/unit-tree.ts';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage, seriousFindings, serve, sideScroll } from '../support/browser.ts';
import { buildDirective } from '../support/orders.ts';
import { buildOfficer } from '../support/people.ts';
import { buildPlace } from '../support/units.ts';
import { chooseDay, signInToConsole } from './console-hands.ts';
import { otherAct } from './more-acts.ts';

const COMMUNES = 40;
const HAMLETS = 110;
const TEAMS = COMMUNES * HAMLETS;
const MOST_BYTES = 300 * 1024;
const MOST_MS = 100;
const login = 'so.khcn@thanhhoa.example';
const password = 'mưa rơi ngoài bến vắng';
let app: TestApp;
let url: string;
let browser: Browser;
let page: Page;
let troubles: string[];
const answers = new Map<string, number>();

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
  const { provinceId } = await buildPlace(app, { hamlets: 0 });
  await buildTeams(provinceId);
  const officer = await buildOfficer(app, { role: 'province_officer', unitId: provinceId, email: login });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  await buildDirective(app, provinceId);
  ({ page, troubles } = await openPage(browser, url, { width: 1280, height: 800 }));
  page.on('response', async (response) => {
    if (!response.url().includes('/api/v1/') || response.url().includes('/stream')) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    answers.set(`${response.request().method()} ${response.url()}`, body.length);
  });
  await signInToConsole(page, url, { login, password });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopApps();
});

/** Communes, hamlets with their households, an active team in each with a leader and a member: set by set. */
async function buildTeams(provinceId: string): Promise<void> {
  await app.database.tx(async (tx) => {
    const run = (statement: { text: string; values: unknown[] }) => tx.query(statement.text, statement.values);
    await run(sql`create temp table made on commit drop as
      select gen_random_uuid() as hamlet, gen_random_uuid() as team, c.id as commune, c.n, k
        from (select gen_random_uuid() as id, n from generate_series(1, ${COMMUNES}::int) n) c, generate_series(1, ${HAMLETS}::int) k`);
    const places = sql`(select distinct commune as id, 'commune' as kind, 'Dân Lý ' || n as name, 'xã' as type, ${provinceId}::uuid as parent from made
      union all select hamlet, 'hamlet', 'Thôn ' || k, 'thôn', commune from made)`;
    await run(sql`insert into units (id, kind, validity) select p.id, p.kind, '[2022-01-01,)' from ${places} p`);
    await run(sql`insert into unit_versions (id, unit_id, name, type, parent_id, validity)
      select gen_random_uuid(), p.id, p.name, p.type, p.parent, '[2022-01-01,)' from ${places} p`);
    const made: { id: string }[] = await tx.query(
      `select distinct commune as id from made union select hamlet from made`,
    );
    await app.get(UnitTree).place(
      tx,
      made.map(({ id }) => id),
    );
    await run(sql`insert into registers (id, unit_id, metric, value, validity)
      select gen_random_uuid(), hamlet, 'households', 80 + k, '[2022-01-01,)' from made`);
    await run(sql`insert into teams (id, unit_id, status, validity, created_at)
      select team, hamlet, 'active', '[2022-04-01,)', '2022-04-01' from made`);
    await run(sql`create temp table joined on commit drop as
      select gen_random_uuid() as person, team, role, n * 1000 + k as no from made, unnest(array['leader', 'member']) role`);
    await run(sql`insert into people (id, full_name, created_at)
      select person, 'Lê Thị ' || (array['Hương', 'Lan', 'Mai', 'Oanh'])[1 + no % 4] || ' ' || no, '2022-04-01' from joined`);
    await run(sql`insert into team_members (id, team_id, person_id, role, affiliation, validity)
      select gen_random_uuid(), team, person, role, 'other', '[2022-04-01,)' from joined`);
  });
  await app.database.rows(sql`analyze`);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * The longest that the page's own thread has worked at a stretch while `act` ran, in milliseconds of its processor: what others
 * do on the machine meanwhile is not the page's. Work that begins within a frame of the one before counts as the same stretch
 * only as far as it keeps the frame waiting, which is one task of the browser.
 */
async function longestTask(act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
  });
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask/.test(name) && main.has(`${pid} ${tid}`));
  expect(tasks.length).toBeGreaterThan(0);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** A stretch that is too long for the page's own reasons is so each time; one that others on the machine stretch is not. */
const TRIES = 3;

async function expectSmooth(act: () => Promise<void>): Promise<void> {
  const most = MOST_MS * (await slowness());
  let longest = await longestTask(act);
  for (let tried = 1; longest >= most && tried < TRIES; tried++) longest = Math.min(longest, await longestTask(act));
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(most);
}

/** What this piece of work takes where the bar stands: two cores of 2026 that do nothing else. */
const YARDSTICK_MS = 30;

/** How much slower the page's thread is now, its neighbours on the processor busy; 1 where it is not. */
async function slowness(): Promise<number> {
  const took = await page.evaluate(() => {
    const once = () => {
      const from = performance.now();
      const words = Array.from({ length: 60_000 }, (_, i) => ({ key: String((i * 7919) % 60_013) }));
      words.sort((a, b) => (a.key < b.key ? -1 : 1));
      return performance.now() - from;
    };
    once();
    return Math.min(once(), once(), once());
  });
  return Math.max(1, took / YARDSTICK_MS);
}

/** As from a sheet into the cell that has the focus. */
const paste = (text: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

const written = new Intl.NumberFormat('vi-VN');
const scroll = async () => {
  for (let i = 0; i < 20; i++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(50);
  }
};

it('sees the communes first, each with its sums, and then the teams of one', async () => {
  await page.goto(`${url}/console/#/communes`);
  await page.getByText(new RegExp(`${written.format(TEAMS)} tổ`)).waitFor();
  await page.getByRole('link', { name: 'Xã Dân Lý 7', exact: true }).click();
  await page.getByText(new RegExp(`Hiện \\d+ trong ${HAMLETS} tổ`)).waitFor();
  await page.getByRole('grid').waitFor();
});

it('scrolls through the teams of the province and searches among them without a long frame', async () => {
  await page.goto(`${url}/console/#/teams`);
  await page.getByText(new RegExp(`trong ${written.format(TEAMS)} tổ`)).waitFor();
  await page.mouse.move(640, 500);
  await expectSmooth(scroll);
  expect(await page.getByRole('row').count()).toBeLessThan(120);
  await page.evaluate(() => scrollTo(0, 0));
  const find = page.getByLabel('Tìm tổ, người');
  await expectSmooth(async () => {
    await find.fill('');
    await find.pressSequentially('thon 77', { delay: 30 });
    await page.getByText(`Hiện ${COMMUNES} trong ${written.format(TEAMS)} tổ`).waitFor();
  });
  await find.fill('');
  await page.getByText(new RegExp(`trong ${written.format(TEAMS)} tổ`)).waitFor();
});

it('chooses all of them by one press, but for one, and gives them an order that names none', async () => {
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByLabel('Chọn dòng 3', { exact: true }).waitFor();
  await expectSmooth(async () => {
    const all = page.getByLabel(`Chọn cả ${written.format(TEAMS)} dòng`);
    await all.uncheck();
    await all.check();
    await page.getByText(`Đã chọn ${written.format(TEAMS)} tổ`).waitFor();
  });
  await page.getByLabel('Chọn dòng 3', { exact: true }).uncheck();
  await page.getByText(`Đã chọn ${written.format(TEAMS - 1)} tổ`).waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: 'Giao việc' }).click();
  await page.getByLabel('Tìm nhiệm vụ mẫu').fill('hồ sơ');
  await page.getByRole('button', { name: /NV03/ }).click();
  await page.getByLabel('Mục tiêu').fill('100000');
  await page.getByText(`Cộng ${written.format(TEAMS - 1)} tổ`).waitFor();
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9));
  await page.getByPlaceholder('Chọn văn bản').click();
  await page.getByRole('option').first().click();
  const [request] = await Promise.all([
    page.waitForRequest((asked) => asked.url().endsWith('/assignments/preview')),
    page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click(),
  ]);
  expect(request.postDataJSON()).toMatchObject({ selection: { filter: 'active', except: [expect.any(String)] } });
  expect(request.postData()?.length).toBeLessThan(2_000);
  await page.getByRole('heading', { name: /người/ }).first().waitFor();
  await page.getByRole('button', { name: /^Gửi/ }).first().click();
  await page.waitForURL(/assignments\/[0-9a-f-]{36}/);
  const [order] = await app.database.rows<{ teams: number; target: number }>(
    sql`select count(*)::int as teams, sum(target)::int as target from tasks`,
  );
  expect(order).toEqual({ teams: TEAMS - 1, target: 100_000 });
});

it('gives all of them more time by one act, after seeing whom it touches', async () => {
  await otherAct(page, 'Lùi hạn cho các tổ');
  await page.getByLabel('Lý do, tổ sẽ đọc câu này').fill('Bão số 3 vào bờ.');
  await page.getByRole('button', { name: 'Xem trước khi lưu' }).click();
  await page.getByText(new RegExp(`^${written.format(TEAMS - 1)} tổ có thay đổi`)).waitFor();
  await page.getByText(/Hạn đổi từ hết ngày/).waitFor();
  await page.getByRole('button', { name: `Lưu và báo cho ${written.format(TEAMS - 1)} tổ` }).click();
  await page.getByRole('heading', { name: /Các bản của việc này/ }).waitFor();
  const [moved] = await app.database.rows<{ days: number; teams: number }>(
    sql`select (a.due_on - (c.before->>'dueOn')::date)::int as days, count(t.id)::int as teams from assignments a
        join order_changes c on c.assignment_id = a.id join tasks t on t.assignment_id = a.id and t.due_on = a.due_on
      group by a.id, c.before`,
  );
  expect(moved).toEqual({ days: 7, teams: TEAMS - 1 });
});

it('gives each commune a number from a pasted sheet, and changes some of them', async () => {
  await page.goto(`${url}/console/#/assignments/new`);
  await page.getByLabel('Tìm nhiệm vụ mẫu').fill('hồ sơ');
  await page.getByRole('button', { name: /NV03/ }).click();
  await page.getByText('Giao chỉ tiêu cho xã').click();
  await page.getByRole('button', { name: /^Chọn cả [1-9]\d* xã/ }).click();
  await page.getByRole('button', { name: 'Tiếp: cụ thể hóa' }).click();
  await page.getByLabel('Mục tiêu').fill('5000');
  await page.getByLabel('Chỉ tiêu của Xã Dân Lý 1', { exact: true }).focus();
  await paste('dan ly 7\t1.200\n30\tXã Dân Lý 8\nDân Lí Xuân\t9');
  await page.getByText('1 dòng chưa ghi được').waitFor();
  await page.getByText('“Dân Lí Xuân 9”: không khớp nơi nào').waitFor();
  await page.getByText('Khớp mục tiêu').waitFor();
  await page.getByLabel('Lặp lại hằng tháng').check();
  await chooseDay(page, addDays(dateInVietnam(Date.now()), 9));
  await page.getByPlaceholder('Chọn văn bản').click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  // Nothing is known of the households of the one without teams.
  await page.getByRole('button', { name: 'Bỏ 1 xã ra' }).click();
  await page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  await page.getByText(/chưa có cán bộ nào nhận việc/).waitFor();
  await page.getByRole('button', { name: `Giao cho ${COMMUNES} xã` }).click();
  await otherAct(page, 'Sửa chỉ tiêu');
  await page.getByLabel('Chỉ tiêu của Xã Dân Lý 7', { exact: true }).fill('1100');
  await page.getByText('Còn 100 chưa chia.').waitFor();
  await page.getByLabel('Chỉ tiêu của Xã Dân Lý 8', { exact: true }).fill('130');
  await page.getByLabel('Lý do, xã sẽ đọc câu này').fill('Thêm hộ mới.');
  await page.getByRole('button', { name: 'Lưu và báo cho 2 xã' }).click();
  await page.getByRole('heading', { name: 'Các lần sửa' }).waitFor();
  const numbers = await app.database.rows<{ n: number; sum: number; most: number }>(
    sql`select count(*)::int as n, sum(target)::int as sum, max(target) as most from allotment_shares`,
  );
  expect(numbers).toEqual([{ n: COMMUNES, sum: 5000, most: 1100 }]);
});

it('and gives other numbers next month, which stops when it is told to', async () => {
  const given = page.url();
  await page.goto(`${url}/console/#/assignments`);
  await page.getByRole('button', { name: /^Đổi lần tới của/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 xã chưa có chỉ tiêu trong việc này').waitFor();
  await dialog.getByLabel('Chỉ tiêu của Xã Dân Lý 7', { exact: true }).fill('1000');
  await dialog.getByText('Còn 100 chưa chia.').waitFor();
  await dialog.getByLabel('Mục tiêu chung').fill('4900');
  await dialog.getByText(new RegExp(`tự giao “.*” cho ${COMMUNES} xã: 4\\.900`)).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lưu cho lần tới' }).click();
  await page.getByText('lần tới có thay đổi').waitFor();
  await page.getByRole('button', { name: /^Dừng giao hằng tháng/ }).click();
  await dialog.getByRole('button', { name: 'Dừng giao hằng tháng' }).click();
  await page.getByText(/^Đã dừng \d/).waitFor();
  await page.goto(given);
});

it('and the commune finds its number at home, hands it on, and both see it', async () => {
  const login = 'xa@thanhhoa.example';
  const [commune] = await app.database.rows<{ id: string }>(
    sql`select unit_id as id from unit_versions where name = 'Dân Lý 7'`,
  );
  const officer = await buildOfficer(app, { role: 'focal_officer', unitId: commune?.id as string, email: login });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  const visit = await openPage(browser, url, { width: 360, height: 740 });
  await signInToConsole(visit.page, url, { login, password });
  await visit.page.getByText('Còn 1.100 hồ sơ cấp trên giao chưa giao cho tổ').waitFor();
  await visit.page.getByRole('button', { name: 'Giao cho tổ', exact: true }).click();
  await visit.page.getByText(/Tỉnh Thanh Hóa giao xã 1\.100 hồ sơ/).waitFor();
  await visit.page.getByRole('button', { name: `Chọn cả ${HAMLETS} tổ` }).click();
  await visit.page.getByRole('button', { name: 'Tiếp: cụ thể hóa' }).click();
  expect(await visit.page.getByLabel('Mục tiêu').inputValue()).toBe('1.100');
  expect(await sideScroll(visit.page)).toEqual([]);
  await visit.page.getByRole('button', { name: 'Tiếp: xem trước khi gửi' }).click();
  await visit.page.getByRole('button', { name: /^Gửi/ }).first().click();
  await otherAct(visit.page, 'Từ chỉ tiêu Thanh Hóa giao');
  await visit.page.getByRole('heading', { name: 'Chỉ tiêu và kết quả theo xã' }).waitFor();
  expect(await seriousFindings(visit.page)).toEqual([]);
  expect(visit.troubles).toEqual([]);
  await page.reload();
  await page.getByRole('row', { name: /Dân Lý 7 1\.100 1\.100/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('was never answered with more than 300 KB, and had no trouble', () => {
  const big = [...answers].filter(([asked, bytes]) => bytes > MOST_BYTES && /\/units\/|split|preview/.test(asked));
  expect(big).toEqual([]);
  expect(answers.size).toBeGreaterThan(20);
  expect(troubles).toEqual([]);
});
