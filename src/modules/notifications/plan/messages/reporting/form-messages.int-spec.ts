import { sql } from '#platform/database';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { RemindSheets } from '../../../../reporting/forms/rounds/remind-sheets.ts';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../../test/support/people.ts';
import { EmulatedChannel } from '../../../../../../test/support/platforms/emulated-channel.ts';
import { buildFocal } from '../../../../../../test/support/reports.ts';
import { giveMail, mailOf } from '../../../../../../test/support/routes.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;
let mail: EmulatedChannel;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
type RouteName = 'makeForm' | 'writeForm' | 'askForm' | 'sendSheet' | 'returnCells' | 'askSheetBack' | 'recallRound';
async function act(route: RouteName, who: TestPerson, params: Record<string, string>, body: unknown) {
  const answer = await app.call(routes[route], { token: who.token, params, key: crypto.randomUUID(), body });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z', PUBLIC_URL: 'https://to-so.example', HOLD_SECONDS: '60' });
  app.drainables.push(() => app.get(Sweep).run());
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  mail = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([mail]);
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  await giveMail(app, focal, district);
});

/** What stands in the person's inbox, newest first. */
async function inbox(person: TestPerson): Promise<{ kind: string; title: string; body: string; mandatory: boolean }[]> {
  await app.drain();
  return (await app.call(routes.inbox, { token: person.token })).body.items;
}
const linkOf = (person: TestPerson) =>
  mail.sent.filter(({ to }) => to === mailOf(person)).at(-1)?.parts[0]?.buttons?.[0];

async function asked() {
  const {
    id: formId,
    edit,
    title,
  } = await act('makeForm', district, { unitId: village.districtId }, { title: 'Ra quân' });
  const questions = [{ id: 'visits', kind: 'whole', label: 'Bao nhiêu lượt hướng dẫn?', required: true }];
  const written = await act('writeForm', district, { formId }, { edit, title, questions });
  const round = { dueBefore: '2022-06-28' };
  const { id: roundId } = await act('askForm', district, { formId }, { edit: written.edit, round });
  const sheet = await app.database.one<{ id: string }>(sql`select id from form_sheets where round_id = ${roundId}`);
  return { roundId, sheetId: sheet?.id as string };
}

it('is told of once it can no longer be taken back, and opens the forms', async () => {
  await asked();
  await app.drain();
  expect(mail.sent).toEqual([]);
  app.clock.advance(61_000);
  expect((await inbox(focal))[0]).toMatchObject({
    kind: 'formAsked',
    title: 'Biểu mẫu cần trả lời: Ra quân',
    body: 'Huyện Triệu Sơn hỏi các xã, trả lời trước ngày 28/6 (đến hết ngày 27/6), còn 7 ngày.\n\nMở ra trả lời. Trả lời chưa xong vẫn được giữ.',
    mandatory: true,
  });
  expect(linkOf(focal)?.url).toBe('https://to-so.example/console/#/forms');
});

it('is reminded of by the clock until it is answered', async () => {
  const { sheetId } = await asked();
  // Two days before the due day is a Saturday.
  on('2022-06-24');
  await app.get(RemindSheets).run();
  expect((await inbox(focal))[0]).toMatchObject({ kind: 'formReminded', title: 'Ra quân: còn 3 ngày' });
  expect(linkOf(focal)?.url).toBe(`https://to-so.example/console/#/forms/answers/${sheetId}`);
});

it('names the questions that go back, and whoever sent them may ask for it', async () => {
  const { roundId, sheetId } = await asked();
  app.clock.advance(61_000);
  const { edit } = await act('sendSheet', focal, { sheetId }, { edit: 0, answers: { visits: 5 } });
  await act('askSheetBack', focal, { sheetId }, { reason: 'Nhầm số tháng 5' });
  expect((await inbox(district))[0]).toMatchObject({
    kind: 'formRevisionAsked',
    title: 'Xã Minh Sơn xin sửa câu trả lời: Ra quân',
    body: 'Lý do: Nhầm số tháng 5\n\nMở bảng trả lời và trả lại ô cần sửa.',
  });
  expect(linkOf(district)?.url).toBe(`https://to-so.example/console/#/forms/rounds/${roundId}`);
  await act('returnCells', district, { sheetId }, { cells: [{ question: 'visits', sentence: 'Xem lại.' }] });
  expect((await inbox(focal))[0]).toMatchObject({
    kind: 'formSentBack',
    body: 'Cần sửa: Bao nhiêu lượt hướng dẫn?\n\nMở ra xem lý do, sửa câu đó rồi gửi lại. Các câu khác giữ nguyên.',
  });
  expect(edit).toBe(1);
});

it('is told of no more when it was taken back, silently within the time for it', async () => {
  const { roundId } = await asked();
  await act('recallRound', district, { roundId }, { reason: 'Hỏi nhầm' });
  app.clock.advance(61_000);
  expect(await inbox(focal)).toEqual([]);
  const later = await asked();
  app.clock.advance(61_000);
  await inbox(focal);
  await act('recallRound', district, { roundId: later.roundId }, { reason: 'Hỏi nhầm kỳ' });
  expect((await inbox(focal))[0]).toMatchObject({ kind: 'formRecalled', body: expect.stringContaining('Hỏi nhầm kỳ') });
});
