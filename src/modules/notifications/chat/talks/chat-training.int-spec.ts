/** Seats taken, given up and changes acknowledged where the message was read: by buttons on Telegram, by words on Zalo. */
import { randomUUID } from 'node:crypto';
import { stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { type Chats, startChats, tie } from '../../../../../test/support/platforms/chats.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import {
  answer,
  ask,
  buildSchool,
  invitationsOf,
  membersOf,
  planFor,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';
import { timesIn } from '../../../../../test/support/training/training.ts';

let chats: Chats;
let app: TestApp;
let school: School;
let accounts = 0;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
beforeEach(async () => {
  school = await buildSchool(app);
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

/** People type slower than Telegram lets a bot write into one chat. */
const TYPING_MS = 3_000;
const plan = { capacity: 1, seatsPerTeam: 0 };

async function onTelegram(person: TestPerson): Promise<number> {
  const id = 5_220_000 + ++accounts;
  chats.telegram.person(id);
  await tie(app, 'telegram', String(id), person.id);
  return id;
}
const texts = (id: number) => chats.telegram.received(id).map(({ text }) => text);
async function press(id: number, label: string): Promise<string> {
  app.clock.advance(TYPING_MS);
  chats.telegram.press(id, label);
  await chats.deliver(2);
  return texts(id).at(-1) ?? '';
}
async function write(id: number, text: string): Promise<string> {
  app.clock.advance(TYPING_MS);
  chats.telegram.write(id, text);
  await chats.deliver(2);
  return texts(id).at(-1) ?? '';
}
const stateOf = async (sessionId: string, person: TestPerson) =>
  (await invitationsOf(app, sessionId)).find(({ person_id }) => person_id === person.id)?.state;

describe('an invitation on Telegram', () => {
  it('opens that very session, is taken by its button, once, and whoever comes later waits and moves up', async () => {
    const [first, second] = membersOf(school) as [TestPerson, TestPerson];
    const [one, two] = [await onTelegram(first), await onTelegram(second)];
    const id = await publish(app, school, plan);
    await app.drain();
    const [invited] = chats.telegram.received(one);
    expect(invited?.text).toContain('Mời tập huấn: Dịch vụ công trực tuyến');
    expect(JSON.stringify(invited?.buttons)).toContain(`/app/#/tap-huan/${id}`);

    expect(await press(one, 'Tôi sẽ tham dự')).toMatch(
      /^Đã giữ chỗ ở buổi “Dịch vụ công trực tuyến”: .* 14:00 đến 16:00, tại Nhà văn hóa Thôn 1\./,
    );
    expect(texts(one)).toHaveLength(2);
    expect(await press(two, 'Tôi sẽ tham dự')).toMatch(/đã hết chỗ\. Đã ghi vào danh sách chờ, thứ 1\./);
    expect([await stateOf(id, first), await stateOf(id, second)]).toEqual(['seated', 'waiting']);

    expect(await write(one, 'Không đi được, bận gặt')).toMatch(/^Đã báo là không đi được buổi/);
    expect([await stateOf(id, first), await stateOf(id, second)]).toEqual(['declined', 'seated']);
    expect(texts(two).at(-1)).toMatch(/Dịch vụ công trực tuyến/);
    expect(await write(one, 'tham du')).toMatch(/danh sách chờ, thứ 1/);
  });

  it('that was sent on gives its presser nothing: who presses is known by the account', async () => {
    const [invited] = membersOf(school) as [TestPerson];
    const phone = await onTelegram(invited);
    const [stranger] = membersOf(await buildSchool(app)) as [TestPerson];
    const other = await onTelegram(stranger);
    const id = await publish(app, school, plan);
    await app.drain();
    app.clock.advance(TYPING_MS);
    chats.telegram.press(other, 'Tôi sẽ tham dự', phone);
    await chats.deliver(2);
    expect(texts(phone).at(-1)).toMatch(/không có trong danh sách mời/);
    expect([await stateOf(id, stranger), await stateOf(id, invited)]).toEqual([undefined, 'invited']);
  });

  it('which one is asked where several wait, and none where nothing does', async () => {
    const [person] = membersOf(school) as [TestPerson];
    const phone = await onTelegram(person);
    expect(await write(phone, 'Tham dự')).toBe('Hiện không có buổi tập huấn nào đang mời mình.');
    const first = await publish(app, school, plan);
    const second = await publish(app, school, { ...plan, ...timesIn(app, 9), title: 'Thanh toán không tiền mặt' });
    await app.drain();
    expect(await write(phone, 'Tham dự')).toBe('Tham dự buổi nào ạ?');
    const [choice] = (chats.telegram.received(phone).at(-1)?.buttons ?? []).filter(({ text }) =>
      text.startsWith('Thanh toán'),
    );
    expect(await press(phone, choice?.text ?? '')).toMatch(/^Đã giữ chỗ ở buổi “Thanh toán không tiền mặt”/);
    expect([await stateOf(first, person), await stateOf(second, person)]).toEqual(['invited', 'seated']);
  });

  it('after a move: that one knows is noted from the chat; after the cancellation a press is told so', async () => {
    const [person] = membersOf(school) as [TestPerson];
    const phone = await onTelegram(person);
    const id = await publish(app, school, plan);
    await app.drain();
    await answer(app, person, id, 'take');
    const times = { startsAt: '2022-06-29T07:00:00.000Z', endsAt: '2022-06-29T09:00:00.000Z' };
    const moved = await ask(app, school.trainer, 'changeSession', id, {
      ...planFor(app, school, { ...plan, ...times }),
      version: 1,
      why: 'Mưa bão',
    });
    expect(moved.status).toBe(200);
    await app.drain();
    const mine = async () => (await ask(app, person, 'myTrainingSession', id)).body.mine;
    expect(await mine()).toMatchObject({ state: 'seated', mustAcknowledge: true });
    expect(await press(phone, 'Tôi đã biết')).toMatch(/đã ghi là mình biết rồi.*Thứ Tư 29\/6, 14:00 đến 16:00/);
    expect(await mine()).toMatchObject({ state: 'seated', mustAcknowledge: false });
    await ask(app, school.trainer, 'cancelSession', id, { reason: 'Giảng viên ốm' }, randomUUID());
    await app.drain();
    expect(await press(phone, 'Tôi sẽ tham dự')).toMatch(/chưa nhận đăng ký chỗ hoặc đã hủy/);
  });
});

it('on a channel without buttons the words stand in the message, and they are taken', async () => {
  const [member] = membersOf(school) as [TestPerson];
  const person = chats.zalo.world.person({ name: 'Người nhắn Zalo' });
  const shows = () => person.received.map(({ text }) => text);
  const says = async (text: string) => {
    app.clock.advance(TYPING_MS);
    chats.zalo.bot.hears(person, text);
    await chats.deliver(2);
    return shows().at(-1) ?? '';
  };
  await says('chào');
  await tie(app, 'zalo-bot', person.botChatId, member.id);
  const id = await publish(app, school, plan);
  await app.drain();
  expect(shows().at(-1)).toMatch(/Trả lời THAM DỰ để lấy chỗ, hoặc KHÔNG ĐI ĐƯỢC/);
  expect(shows().at(-1)).toMatch(new RegExp(`/app/#/tap-huan/${id}`));
  expect(await says('Tôi sẽ tham dự')).toMatch(/^Đã giữ chỗ ở buổi/);
  expect(await says('khong di duoc')).toMatch(/^Đã báo là không đi được/);
  expect(await stateOf(id, member)).toBe('declined');
});
