/** The morning after a reform: an officer of the new commune sees what came, does it from the row, and closes it; on a phone too. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import { RehomeReform } from '../../../src/modules/organization/reorganisation/running/rehome-reform.ts';
import type { TestApp } from '../../support/app.ts';
import { openPage, seriousFindings, sideScroll } from '../../support/browser.ts';
import { act, issueOrder } from '../../support/orders.ts';
import { buildOfficer } from '../../support/people.ts';
import { buildDistrict, Reforming } from '../../support/reforms/reforms.ts';
import { signInToConsole } from '../console-hands.ts';

interface Where {
  app: TestApp;
  browser: Browser;
  url: string;
}
type Look = (page: Page, name: string) => Promise<void>;

const login = 'ha.ptt@trieuson.example';
const password = 'nắng lên trên đồi chè';

/** Three communes with work that waits have become two today; an officer of the first goes on in the new one. */
async function reformed(app: TestApp): Promise<{ officerId: string; unitId: string }> {
  const today = dateInVietnam(Date.now());
  const district = await buildDistrict(app);
  const [first, second] = district.communes;
  const officer = await buildOfficer(app, {
    role: 'committee_member',
    unitId: first.communeId,
    email: login,
    fullName: 'Phạm Thị Thu Hà',
    title: 'Đầu mối xã Minh Sơn',
  });
  await app.call(routes.changePassword, { token: officer.token, body: { next: password } });
  for (const { officer: by, ...village } of [first, second]) {
    const { taskIds } = await issueOrder(app, { ...village, officer: by }, { dueOn: addDays(today, 9) });
    const { leader } = village.teams[0]!;
    await act(app, leader, 'acceptTask', taskIds[0]!);
    await act(app, leader, 'reportProgress', taskIds[0]!, { happenedOn: today, value: 20 });
    await act(app, leader, 'completeTask', taskIds[0]!);
  }
  const reform = new Reforming(app, district, today);
  await reform.draft();
  const { merged } = await reform.settle();
  const post = { do: 'post', title: 'Công chức Văn phòng – Thống kê', intoPosition: merged };
  await reform.edit({ ...post, personId: officer.id, role: 'focal_officer' });
  await reform.schedule();
  await app.drain();
  await app.get(RehomeReform).run();
  await app.drain();
  const unitId = await reform.unit('Triệu Sơn');
  // A colleague from elsewhere, who ticks a line meanwhile.
  const colleague = await buildOfficer(app, {
    role: 'committee_member',
    unitId,
    fullName: 'Đỗ Minh Hải',
    title: 'Phó Chủ tịch UBND xã',
    validity: `[${today},)`,
  });
  await app.call(routes.tickTakeover, {
    token: colleague.token,
    key: randomUUID(),
    params: { unitId },
    body: { on: today, kind: 'standIn', done: true },
  });
  return { officerId: officer.id, unitId };
}

export async function takesOver({ app, browser, url }: Where, look: Look = async () => {}): Promise<void> {
  const { officerId, unitId } = await reformed(app);
  const { page, context, troubles } = await openPage(browser, url, { width: 1280, height: 800 });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const clean = async (name: string) => {
    await look(page, name);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  await signInToConsole(page, url, { login, password });
  await page.getByRole('link', { name: /^Bàn giao/ }).click();
  await page.getByRole('heading', { name: 'Bàn giao: còn 4 việc phải làm' }).waitFor();
  await page.getByText('2 kết quả chờ xác nhận').waitFor();
  await page.getByText(/^Báo cáo tháng \d+ do Xã Triệu Sơn nộp/).waitFor();
  await page.getByRole('rowheader', { name: 'Xã Hợp Thắng (cũ), 1 thôn' }).waitFor();
  await page.getByText('0 mất, tổng khớp').waitFor();
  await clean('takeover');
  await button('Đã xong (1)').click();
  await page.getByText(/^Đỗ Minh Hải ghi để vậy/).waitFor();
  await clean('done');
  await button('Việc phải làm (4)').click();
  await page
    .getByRole('row', { name: /Xã Minh Sơn \(cũ\)/ })
    .getByRole('button', { name: '6' })
    .click();
  await page.getByRole('dialog').getByText('Thành viên (6)').waitFor();
  await clean('list');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();

  await button('Xem kết quả').click();
  await page
    .getByRole('heading', { name: /xác nhận/ })
    .first()
    .waitFor();
  await confirmAll(app, officerId);
  await submitReports(app, unitId);
  await page.goto(`${url}/console/#/takeover`);
  await page.reload();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('heading', { name: 'Bàn giao: còn 2 việc phải làm' }).waitFor();
  await clean('phone');
  for (let left = 2; left > 0; left--) {
    await button('Để vậy, coi như xong').first().click();
    await button(`Đã xong (${6 - left})`).waitFor();
  }
  await clean('all-done');
  await button('Ghi là đã nhận xong').click();
  await page.getByText(/^Đã nhận xong từ 3 đơn vị ngày/).waitFor();
  await clean('closed');
  expect(troubles).toEqual([]);
  await context.close();
}

/** Her confirmations have their own story. By the clock of the application, which other stories may have set ahead. */
async function confirmAll(app: TestApp, officerId: string): Promise<void> {
  const now = app.clock.now();
  const confirmed = await app.database.rows(
    sql`update tasks set state = 'confirmed', state_since = ${now}, decided_at = ${now}, decided_by = ${officerId}
        where state = 'submitted' returning id`,
  );
  expect(confirmed).toHaveLength(2);
}

/** A report has its own story too; a new commune owes its first month from the day on. */
async function submitReports(app: TestApp, unitId: string): Promise<void> {
  const submitted = await app.database.rows(
    sql`update reports set state = 'submitted', version = 1, first_submitted_at = ${app.clock.now()}
        where unit_id = ${unitId} and kind = 'monthly' returning id`,
  );
  expect(submitted.length).toBeGreaterThan(0);
}
