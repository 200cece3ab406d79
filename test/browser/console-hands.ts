/** What the console's story does often: settles findings, chooses days, finds who and what is meant by a hamlet's name. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { routes } from '#contracts';
import { dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import type { untidyChoices } from '../../apps/demo/seed/untidy-workbook.ts';
import type { TestApp } from '../support/app.ts';
import { seriousFindings } from '../support/browser.ts';
import { buildOfficer, signIn, type TestPerson } from '../support/people.ts';
import { otherAct } from './more-acts.ts';

/** Signs in with a password at the console's own page, as far as its first screen: before the first order an administrator's is Bắt đầu. */
export async function signInToConsole(
  page: Page,
  url: string,
  who: { login: string; password: string },
): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByLabel('Thư công vụ hoặc số điện thoại').fill(who.login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page
    .getByRole('heading', { name: /^(Hôm nay|Bắt đầu)/ })
    .first()
    .waitFor();
}

/** Gzipped kB of everything that the page itself and its static imports ask for. */
export function firstLoadKb(): number {
  const folder = new URL('../../dist/apps/console/', import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, folder));
  const queue = [...String(read('index.html')).matchAll(/(?:src|href)="\/console\/([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? '',
  );
  const seen = new Set(queue);
  for (const file of queue) {
    if (!file.endsWith('.js')) continue;
    for (const [, name] of String(read(file)).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(...[`assets/${name}`].filter((asset) => !seen.has(asset) && seen.add(asset)));
  }
  return [...seen].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
}

/** How many files of the program the page has asked for since it was loaded. */
export const scriptsAsked = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length);

export const rowOf = (key: string): number => Number(/!\D+(\d+)#/.exec(key)?.[1]);

/** Goes to a finding of the list and settles it as an officer would: by Enter, or by F2 and the right value. */
export async function settle(
  page: Page,
  key: string,
  choice: (typeof untidyChoices)[keyof typeof untidyChoices],
): Promise<void> {
  const [, cell = ''] = /!(\w+)#/.exec(key) ?? [];
  const title = page.getByRole('heading', { name: new RegExp(`^Ô ${cell}( |$)`) });
  await page.getByRole('grid').focus();
  for (let steps = 0; steps < 80 && !(await title.isVisible()); steps++)
    await page.keyboard.press(steps < 40 ? 'ArrowDown' : 'ArrowUp');
  await title.waitFor();
  if (choice.act === 'take') return page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.getByLabel('Gõ giá trị đúng').fill(choice.value);
  await page.keyboard.press('Enter');
  await page.getByLabel('Gõ giá trị đúng').waitFor({ state: 'detached' });
}

export async function chooseDay(page: Page, day: string, field = /^Ngày hoàn thành/): Promise<void> {
  const today = dateInVietnam(Date.now());
  await page.getByRole('button', { name: field }).click();
  const months =
    (Number(day.slice(0, 4)) - Number(today.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(today.slice(5, 7));
  for (let i = 0; i < months; i++) await page.locator('button[data-direction="next"]').click();
  await page
    .locator(`td button:not([data-outside])`)
    .getByText(String(Number(day.slice(8))), { exact: true })
    .click();
}

/** The leader, signed in: a route by which the order reaches the team. */
export async function leaderOf(app: TestApp, hamlet: string): Promise<TestPerson> {
  const row = await app.database.one<{ id: string; name: string }>(
    sql`select p.id, p.full_name as name from teams t join unit_versions v on v.unit_id = t.unit_id
       join team_members m on m.team_id = t.id and m.role = 'leader' and upper_inf(m.validity) join people p
         on p.id = m.person_id where v.name = ${hamlet}`,
  );
  if (!row) throw new Error(`no leader of ${hamlet}`);
  return { id: row.id, fullName: row.name, token: await signIn(app, row.id), postId: '' };
}

export async function taskOf(app: TestApp, hamlet: string): Promise<string> {
  const row = await app.database.one<{ id: string }>(
    sql`select k.id from tasks k join teams t on t.id = k.assignee_id join unit_versions v on v.unit_id = t.unit_id
      where v.name = ${hamlet}`,
  );
  if (!row) throw new Error(`no task of ${hamlet}`);
  return row.id;
}

/** Each hamlet's register, so that a target can be split. */
export async function countHouseholds(app: TestApp, token: string, hamletIds: readonly string[]): Promise<void> {
  const asOf = dateInVietnam(Date.now());
  for (const [i, unitId] of hamletIds.entries())
    await app.call(routes.setRegister, { token, params: { unitId }, body: { households: 100 + i * 7, asOf } });
}

/** An administrator at the unit with none above it, where channels are kept. */
export async function topAdmin(app: TestApp, unitId: string, fullName: string): Promise<TestPerson> {
  const top = await app.database.one<{ id: string }>(
    sql`select ancestor_id as id from unit_closure where descendant_id = ${unitId} order by depth desc limit 1`,
  );
  return buildOfficer(app, { role: 'admin', unitId: top?.id ?? unitId, fullName });
}

/** Stops all messages with a reason and, from another screen's bar, lets them go again; the name is Lê Thanh Sơn's. */
export async function stopAndResume(page: Page, url: string, token: string): Promise<void> {
  await page.addInitScript((own) => sessionStorage.setItem('to-so.session', JSON.stringify({ token: own })), token);
  await page.goto(`${url}/console/#/channels`);
  await page.getByRole('columnheader', { name: 'Hạn mức' }).waitFor();
  await otherAct(page, 'Dừng mọi tin');
  await page.getByLabel('Lý do').fill('Soạn nhầm danh sách nhận');
  await page.getByRole('dialog').getByRole('button', { name: 'Dừng mọi tin' }).click();
  await page.getByText(/^Đang dừng mọi tin từ .*, Lê Thanh Sơn\.$/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${url}/console/#/communes`);
  await page.getByRole('button', { name: 'Chạy lại' }).click();
  await page.getByText(/^Đang dừng mọi tin/).waitFor({ state: 'detached' });
}

/** The work that the officer gave for every month: its next order is changed, it is stopped and begun again. */
export async function goThroughMonthly(page: Page, expectClean: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Giao việc', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: /Lần gần nhất .*: 11 tổ, 240 hồ sơ/ });
  await row.getByText(/^Lần tới: \d/).waitFor();
  await expectClean();
  await row.getByRole('button', { name: /^Đổi lần tới/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/tự giao “.*” cho 11 tổ: 240 hồ sơ/).waitFor();
  await dialog.getByLabel('Mục tiêu của cả lần giao').fill('300');
  await dialog.getByLabel('Tên việc').fill('Nộp hồ sơ tháng tới');
  await dialog.getByText(/tự giao “Nộp hồ sơ tháng tới” cho 11 tổ: 300 hồ sơ/).waitFor();
  await expectClean();
  await dialog.getByRole('button', { name: 'Lưu cho lần tới' }).click();
  await page.getByText(/^Đã lưu\. Các tổ chỉ nhận tin khi việc được giao/).waitFor();
  await row.getByText('lần tới có thay đổi').waitFor();
  await row.getByRole('button', { name: /^Dừng giao hằng tháng/ }).click();
  await dialog.getByRole('button', { name: 'Dừng giao hằng tháng' }).click();
  await row.getByText(/^Đã dừng/).waitFor();
  await row.getByRole('button', { name: /^Chạy lại/ }).click();
  await row.getByText(/^Lần tới: \d/).waitFor();
}

/** Full numbers of whoever stands on the page, for a purpose: nobody says it for them. */
export async function looksAtNumbers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem số điện thoại' }).click();
  const dialog = page.getByRole('dialog');
  const show = dialog.getByRole('button', { name: 'Xem số điện thoại' });
  expect(await show.isDisabled()).toBe(true);
  await dialog.getByLabel('Kiểm tra danh sách').check();
  await show.click();
}

const DELAYS = [0, 700, 50, 1_500, 300, 2_500];

/** Some answers overtake others, as on a bad line: whoever goes on meanwhile is not refused for their own act. Call it to end it. */
export async function answersLate(page: Page): Promise<() => Promise<void>> {
  const api = '**/api/v1/**';
  let asked = 0;
  await page.route(api, async (one) => {
    await new Promise((done) => setTimeout(done, DELAYS[asked++ % DELAYS.length]));
    await one.continue().catch(() => undefined);
  });
  return () => page.unroute(api);
}
