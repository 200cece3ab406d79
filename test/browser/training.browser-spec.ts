/**
 * A session on phones: a member takes a seat and shows the code, the trainer checks in without network, two phones are
 * merged without doubles, and what comes afterwards.
 */
import type { Page } from 'playwright-core';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { seriousFindings, sideScroll, toldSent, type Visit } from '../support/browser.ts';
import { openBrowserShell, type Shell } from '../support/platforms/shells.ts';
import { buildTrainer } from '../support/training/training.ts';
import { buildTrainingVillage, type TrainingVillage } from '../support/training/training-session.ts';
import type { TestPerson } from '../support/people.ts';
import { go, phoneOf, show } from './training-phones.ts';

const MINUTE = 60_000;
/** A working afternoon. */
const AFTERNOON = { CLOCK: '2022-06-21T06:40:00.000Z' };
const TITLE = 'Nộp hồ sơ trực tuyến';

let shell: Shell;
let school: TrainingVillage;
let sessionId: string;
let colleague: TestPerson;
let member: Visit;
let trainer: Visit;

const since = (minutes: number) => new Date(shell.app.clock.now().getTime() + minutes * MINUTE).toISOString();
const heading = ({ page }: Visit, name: string | RegExp) => page.getByRole('heading', { name });

async function expectClean({ page }: Visit): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideScroll(page)).toEqual([]);
}

const checkIns = () =>
  shell.app.database.rows<{ name: string; method: string; state: string }>(
    sql`select full_name as name, method, state from check_ins where session_id = ${sessionId} order by at, id`,
  );
async function untilThere(count: number): Promise<Awaited<ReturnType<typeof checkIns>>> {
  for (let tries = 0; tries < 300; tries++) {
    const rows = await checkIns();
    if (rows.length >= count) return rows;
    await trainer.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return checkIns();
}
/** The three figures of check-in: there, with a seat, not sent. */
const figures = (page: Page) => page.locator('.counts dd').allTextContents();
const untilFigures = (page: Page, wanted: string[]) =>
  page.waitForFunction(
    (list) => [...document.querySelectorAll('.counts dd')].map((one) => one.textContent).join() === list.join(),
    wanted,
  );

beforeAll(async () => {
  shell = await openBrowserShell(AFTERNOON);
  school = await buildTrainingVillage(shell.app, { hamlets: 2 });
  colleague = await buildTrainer(shell.app, { providerId: school.providerId, unitId: school.village.communeId });
  sessionId = await school.published({
    title: TITLE,
    startsAt: since(40),
    endsAt: since(160),
    place: 'Nhà văn hóa Thôn 1, xã Minh Sơn',
    mapUrl: 'https://maps.example/?q=19.8,105.6',
  });
  await shell.app.drain();
  member = await phoneOf(shell, school.person('leader'));
  trainer = await phoneOf(shell, school.trainer);
}, 120_000);
afterAll(() => shell?.stop());

it('shows an invitation at home and in the list, whole on its own screen', async () => {
  const { page } = member;
  await page.goto(shell.link([], 0));
  await page
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .waitFor();
  await expectClean(member);
  await page.getByRole('link', { name: /Tập huấn.*1 buổi cần trả lời/ }).click();
  await heading(member, 'Cần trả lời').waitFor();
  await expectClean(member);
  await page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await page.getByText('Nhà văn hóa Thôn 1, xã Minh Sơn').waitFor();
  await page.getByText('2 chỗ, còn 2').waitFor();
  await expectClean(member);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

it('words a seat that is asked for without network as a wish, and takes it once', async () => {
  const { page, context } = member;
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Tôi sẽ tham dự' }).click();
  await page.getByText('Xin chỗ, chờ gửi').waitFor();
  expect(await page.getByText('Đã nhận chỗ').count()).toBe(0);
  await context.setOffline(false);
  await page.getByText('Đã nhận chỗ').waitFor();
  await page.getByText('2 chỗ, còn 1').waitFor();
  await page.getByRole('button', { name: 'Hủy chỗ' }).waitFor();
  await expectClean(member);
});

it('makes the code for check-in on the phone, also from a cold start without network', async () => {
  const { page, context } = member;
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Mã điểm danh' }).click();
  await page.getByRole('img', { name: /Mã QR điểm danh/ }).waitFor();
  await page.getByText(/Mã tự đổi sau \d+ giây/).waitFor();
  expect((await page.locator('.digits .sr').textContent())?.replace(/ /g, '')).toMatch(/^\d{6}$/);
  await expectClean(member);
});

it('checks people in without network: by their code, their digits, by name and on top of the list', async () => {
  const [deputy, other, third] = [school.person('deputy'), school.person('leader', 1), school.person('member', 1)];
  for (const person of [deputy, other])
    await school.must(routes.answerInvitation, person, { params: { sessionId }, body: { answer: 'take' } });
  const { page, context } = trainer;
  await page.goto(shell.link([], 0));
  await page.getByRole('link', { name: /Điểm danh lớp/ }).click();
  await page.getByRole('img', { name: /Mã điểm danh của lớp/ }).waitFor();
  await expectClean(trainer);
  expect(await figures(page)).toEqual(['0', '3', '0']);
  await context.setOffline(true);

  await page.getByRole('button', { name: 'Quét mã' }).click();
  await show(member.page.locator('.qr-card'), page);
  await page.getByText(`Đã ghi ${school.person('leader').fullName} trên máy này`).waitFor();
  await expectClean(trainer);

  const digits = await phoneOf(shell, deputy);
  await digits.page.goto(shell.link(['tap-huan', sessionId, 'ma'], 0));
  const read = (await digits.page.locator('.digits .sr').textContent()) ?? '';
  await page.getByRole('button', { name: '6 số' }).click();
  await page.getByLabel('6 số người học đọc').fill('000 000');
  await page.getByText(/Không\sphải\s6\ssố\sđang\shiện/).waitFor();
  await page.getByLabel('6 số người học đọc').fill(read.replace(/ /g, ''));
  await page.getByText(`Đã ghi ${deputy.fullName} trên máy này`).waitFor();
  await expectClean(trainer);

  await page.getByRole('button', { name: 'Theo tên' }).click();
  await page.getByLabel('Tìm tên').fill(third.fullName);
  await page.getByRole('button', { name: new RegExp(`Điểm danh ${third.fullName}`) }).click();
  await page.getByLabel('Tìm tên').fill('Vi Thị Khách');
  await page.getByText('Không có ai tên này').waitFor();
  await page.getByRole('button', { name: 'Điểm danh người này' }).click();
  await untilFigures(page, ['4', '3', '4']);
  await expectClean(trainer);
  expect(await checkIns()).toEqual([]);
  await digits.context.close();
});

it('merges two phones: whoever both checked in counts once', async () => {
  const second = await phoneOf(shell, colleague);
  await second.page.goto(shell.link(['cua', sessionId], 0));
  await second.page.getByRole('button', { name: 'Theo tên' }).click();
  await second.context.setOffline(true);
  for (const person of [school.person('member', 1), school.person('leader', 1)]) {
    await second.page.getByLabel('Tìm tên').fill(person.fullName);
    await second.page.getByRole('button', { name: new RegExp(`Điểm danh ${person.fullName}`) }).click();
  }
  await untilFigures(second.page, ['2', '3', '2']);
  await trainer.context.setOffline(false);
  await untilFigures(trainer.page, ['4', '3', '0']);
  await second.context.setOffline(false);
  await second.page.waitForFunction(() => document.querySelectorAll('.counts dd')[2]?.textContent === '0');
  const rows = await untilThere(5);
  expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('counted'));
  expect(rows.map(({ method }) => method).sort()).toEqual(['by_name', 'by_name', 'scanned', 'six_digits', 'walk_in']);
  // Both phones soon know of those whom the other checked in.
  await second.page.reload();
  await untilFigures(second.page, ['5', '3', '0']);
  await second.context.close();
});

it('tells the member green, once there is a network', async () => {
  await member.context.setOffline(false);
  await heading(member, /^Đã điểm danh lúc 13:4\d$/).waitFor();
  await expectClean(member);
});

it("takes a member's own scan of the session's code, kept until the network is back", async () => {
  const person = school.person('member');
  const own = await phoneOf(shell, person);
  await own.page.goto(shell.link(['tap-huan', sessionId], 0));
  await own.page.getByText(TITLE).first().waitFor();
  await own.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await own.context.setOffline(true);
  await go(own.page, `tap-huan/${sessionId}/quet`);
  await trainer.page.getByRole('button', { name: 'Mã điểm danh' }).click();
  await trainer.page.locator('.qr-card').waitFor();
  await own.page.locator('video').waitFor();
  await show(trainer.page.locator('.qr-card'), own.page);
  await heading(own, /Đã quét lúc 13:4\d, chờ gửi/).waitFor();
  await expectClean(own);
  await own.context.setOffline(false);
  await heading(own, /Đã điểm danh lúc 13:4\d/).waitFor();
  expect((await checkIns()).filter(({ name, method }) => name === person.fullName && method === 'self')).toHaveLength(
    1,
  );
  await own.context.close();
});

it('asks how it was in three taps, and shows the certificate to whoever asks', async () => {
  await school.begin(sessionId);
  await school.must(routes.finishSession, school.trainer, { params: { sessionId } });
  const [certificate] = await school.must(routes.issueCertificates, school.trainer, {
    params: { sessionId },
    body: { personIds: [school.person('leader').id] },
  });
  const { page } = member;
  await page.goto(shell.link(['tap-huan', sessionId], 0));
  await page.getByRole('link', { name: 'Góp ý nhanh, 3 câu' }).click();
  await page.getByRole('button', { name: 'Rất hay' }).click();
  await page.getByRole('button', { name: 'Cần giúp thêm' }).click();
  await expectClean(member);
  await page.getByRole('button', { name: 'Chưa cần học thêm' }).click();
  await toldSent(page, 'Cảm ơn, đã ghi góp ý');
  await page.getByRole('link', { name: /Chứng nhận của tôi/ }).click();
  await page.getByText(`Mã ${certificate.code}`).waitFor();
  await expectClean(member);
  const anybody = await shell.visit(0);
  await anybody.page.goto(shell.link(['chung-nhan', certificate.code], 0));
  await heading(anybody, 'Chứng nhận còn hiệu lực').waitFor();
  await anybody.page.getByText(school.person('leader').fullName).waitFor();
  await expectClean(anybody);
  await anybody.context.close();
});

it('records a course elsewhere with its proof, and follows the calendar', async () => {
  const { page } = member;
  await go(page, 'khoa-da-hoc/moi');
  await page.getByLabel('Tên khóa học').fill('Kỹ năng số cơ bản');
  await page.getByRole('button', { name: 'Gửi xã công nhận' }).click();
  await page.getByText('Cần một đường dẫn hoặc một ảnh').waitFor();
  await expectClean(member);
  await page.getByLabel('Nơi tổ chức').fill('Nền tảng học trực tuyến');
  await page.getByLabel('Chủ đề').selectOption({ index: 1 });
  await page.getByLabel('Số giờ').fill('2,5');
  await page.getByLabel('Ngày học xong').fill('2022-06-01');
  await page.getByLabel(/Đường dẫn giấy chứng nhận/).fill('https://hoc.example/chung-chi/1');
  await page.getByRole('button', { name: 'Gửi xã công nhận' }).click();
  await page.getByText('Chờ xã công nhận').waitFor();
  await expectClean(member);
  await go(page, 'theo-doi-lich');
  await page.getByRole('button', { name: 'Lấy đường dẫn' }).click();
  const url = (await page.locator('.address').textContent()) ?? '';
  await expectClean(member);
  const path = new URL(url).pathname;
  const read = () => page.evaluate(async (at) => (await fetch(at)).status, path);
  expect(await read()).toBe(200);
  await page.getByRole('button', { name: 'Ngừng theo dõi' }).click();
  await page.getByText('Đường dẫn lịch đã hết dùng').first().waitFor();
  expect(await read()).toBeGreaterThanOrEqual(400);
});

it('reads short cards without network, in English, large and dark', async () => {
  const { page, context } = member;
  await go(page, 'the');
  await page.getByRole('heading', { level: 1, name: 'Cẩm nang bỏ túi' }).waitFor();
  await page.locator('.card.rows .row').first().waitFor();
  await context.setOffline(true);
  await page.locator('.card.rows .row').first().click();
  await page.locator('.steps.numbered li').first().waitFor();
  await expectClean(member);
  await context.setOffline(false);
  await go(page, 'cai-dat');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Largest' }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const route of ['tap-huan', `tap-huan/${sessionId}`, 'the', 'khoa-da-hoc', 'khoa-da-hoc/moi', 'theo-doi-lich']) {
    await go(page, route);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectClean(member);
  }
  expect([...member.troubles, ...trainer.troubles]).toEqual([]);
});
