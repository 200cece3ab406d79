// @everyday
/** The same day's work done from three chats: linking, accepting, reporting; everything delivered twice, counted once. */
import { sql } from '#platform/database';
import { MembershipApi } from '#modules/membership';
import { stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { type Chats, startChats, tie } from '../../../../../test/support/platforms/chats.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';

let chats: Chats;
let app: TestApp;
let village: Village;
let accounts = 0;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

/** One chat, whichever platform it is on. */
interface Phone {
  writes(text: string): void;
  shows(): string[];
}
const last = ({ shows }: Phone) => shows().at(-1) ?? '';

function telegramPhone(): Phone & { id: number } {
  const id = 5_110_000 + ++accounts;
  chats.telegram.person(id);
  return {
    id,
    writes: (text) => void chats.telegram.write(id, text),
    shows: () => chats.telegram.received(id).map(({ text }) => text),
  };
}

function zaloPhone(channel: 'zalo-oa' | 'zalo-bot'): Phone & { person: ReturnType<typeof chats.zalo.world.person> } {
  const person = chats.zalo.world.person({ name: `Người ${++accounts}` });
  return {
    person,
    writes: (text) => (channel === 'zalo-oa' ? chats.zalo.says(person, text) : chats.zalo.bot.hears(person, text)),
    shows: () => person.received.map(({ text }) => text),
  };
}

/** People type slower than Telegram lets a bot write into one chat. */
const TYPING_MS = 3_000;

const says = async (phone: Phone, text: string, times: 1 | 2 = 2) => {
  app.clock.advance(TYPING_MS);
  phone.writes(text);
  await chats.deliver(times);
  return last(phone);
};
const press = async (id: number, label: string, times: 1 | 2 = 2) => {
  app.clock.advance(TYPING_MS);
  chats.telegram.press(id, label);
  await chats.deliver(times);
};
const codeFor = async (personId: string) => (await app.get(MembershipApi).freshInvite(personId)).code;
const stateOf = async (taskId: string) =>
  (await app.database.one<{ state: string }>(sql`select state from tasks where id = ${taskId}`))?.state;
/** Issued, and its message shown on the phones. */
const order = async (changes: Record<string, unknown> = {}) => {
  const earlier = await app.database.rows<{ id: string }>(
    sql`select id from assignments where issuer_unit_id = ${village.communeId}`,
  );
  const { taskIds } = await issueOrder(app, village, { ...changes, knowsOfSimilar: earlier.map(({ id }) => id) });
  await app.drain();
  return taskIds[0] as string;
};
const counted = (teamId: string) =>
  app.database.rows<{ task_id: string | null; indicator_code: string; value: number }>(
    sql`select task_id, indicator_code, value from counted_lines where team_id = ${teamId} order by value`,
  );
const team = () => village.teams[0]!;

describe('a leader on Telegram', () => {
  it('is told how to link, links after being asked, accepts, reports and takes nothing twice', async () => {
    const phone = telegramPhone();
    expect(await says(phone, 'xin chào')).toMatch(/chưa gắn với ai.*LIENKET <mã>.*Chia sẻ liên hệ/s);
    expect(await says(phone, 'alo')).toBe(phone.shows()[0]);
    expect(phone.shows()).toHaveLength(1);

    expect(await says(phone, `/start ${await codeFor(team().leader.id)}`)).toMatch(
      new RegExp(`Đây có phải là ${team().leader.fullName}, .*không ạ`),
    );
    await press(phone.id, 'Đúng, là tôi');
    expect(last(phone)).toMatch(/^Đã gắn tài khoản này với/);
    expect(chats.telegram.answers.length).toBeGreaterThan(0);

    const taskId = await order();
    expect(await says(phone, 'Nhận')).toMatch(
      /^Đã nhận việc “Giúp bà con nộp hồ sơ trực tuyến”\. Chậm nhất hết ngày 9\/7\.\n.*5 hồ sơ/,
    );
    expect(await stateOf(taskId)).toBe('accepted');

    expect(await says(phone, '5 hồ sơ')).toMatch(/5 hồ sơ vào việc “Giúp bà con nộp hồ sơ trực tuyến”: 5\/20/);
    expect(await counted(team().id)).toEqual([{ task_id: taskId, indicator_code: 'CQ02', value: 5 }]);
    expect(await says(phone, 'sửa 4')).toMatch(/^Đã sửa, nay là:\n• 4 hồ sơ vào việc “.*”: 4\/20/);
    expect(await counted(team().id)).toEqual([{ task_id: taskId, indicator_code: 'CQ02', value: 4 }]);
    expect(await says(phone, 'sua lai 5')).toMatch(/5 hồ sơ/);
    expect(await says(phone, 'việc')).toMatch(/Giúp bà con nộp hồ sơ trực tuyến: đang làm 5\/20, chậm nhất/);
  });

  it('is asked what words mean that name nothing, and the answer counts once however often it is pressed', async () => {
    const phone = telegramPhone();
    await tie(app, 'telegram', String(phone.id), team().member.id);
    expect(await says(phone, '3 con gà')).toBe('“3 con gà” là việc nào ạ?');
    chats.telegram.press(phone.id, 'bán trên sàn');
    chats.telegram.press(phone.id, 'dịch vụ công');
    await chats.deliver(2);
    const lines = await counted(team().id);
    expect(lines).toEqual([{ task_id: null, indicator_code: 'KT01', value: 3 }]);
    expect(phone.shows().filter((text) => text.startsWith('Đã ghi'))).toHaveLength(1);
    expect(phone.shows().filter((text) => /đã trả lời hoặc đã cũ/.test(text))).toHaveLength(1);
  });

  it('takes a mistaken report back within a minute, and not later', async () => {
    const phone = telegramPhone();
    await tie(app, 'telegram', String(phone.id), team().member.id);
    expect(await says(phone, '4 lượt dịch vụ công\n2 người tuyên truyền')).toMatch(
      /^Đã ghi ngày 21\/6:\n• 4 lượt người, dịch vụ công\n• 2 lượt người, tuyên truyền\nTính vào báo cáo tháng 7\/2022 của xã\.$/,
    );
    await press(phone.id, 'Ghi nhầm, bỏ đi (trong 1 phút)');
    expect(last(phone)).toMatch(/^Đã bỏ báo cáo/);
    const used = chats.telegram.received(phone.id).findLast(({ text }) => /^Đã ghi ngày/.test(text));
    expect(used?.text).toMatch(/\n\nGhi nhầm, bỏ đi \(trong 1 phút\), lúc \d+:\d\d$/);
    expect(used?.buttons.filter(({ callback_data: data }) => data)).toEqual([]);
    expect(await counted(team().id)).toEqual([]);
    await says(phone, '4 lượt dịch vụ công');
    app.clock.advance(61_000);
    await press(phone.id, 'Ghi nhầm, bỏ đi (trong 1 phút)');
    expect(await counted(team().id)).toHaveLength(1);
    expect(last(phone)).not.toMatch(/^Đã bỏ/);
  });

  it('declines with a reason by buttons, and one of their own in words', async () => {
    const phone = telegramPhone();
    await tie(app, 'telegram', String(phone.id), team().leader.id);
    const first = await order();
    expect(await says(phone, 'Từ chối')).toMatch(/^Vì sao Tổ chưa nhận được việc/);
    await press(phone.id, 'Chưa biết làm, cần tập huấn');
    expect(await stateOf(first)).toBe('declined');
    const second = await order({ title: 'Việc thứ hai' });
    await says(phone, 'khong nhan');
    await press(phone.id, 'Lý do khác');
    expect(last(phone)).toBe('Viết giúp vài chữ lý do để xã hiểu.');
    expect(await says(phone, 'Cả tổ đi gặt')).toMatch(/^Đã gửi lý do từ chối việc “Việc thứ hai”/);
    expect(
      await app.database.one(
        sql`select reasons, comment from task_decisions where task_id = ${second} and kind = 'decline'`,
      ),
    ).toEqual({ reasons: ['other'], comment: 'Cả tổ đi gặt' });
  });

  it('proves a phone number, is asked, and links; a card of somebody else is turned down', async () => {
    const phone = telegramPhone();
    const other = telegramPhone();
    await app.database.rows(
      sql`update phones set e164 = ${`+${chats.telegram.chats.people.get(phone.id)!.phone}`} where person_id = ${team().deputy.id}`,
    );
    chats.telegram.shareContact(phone.id, other.id);
    await chats.deliver();
    expect(last(phone)).toMatch(/số của người khác/);
    chats.telegram.shareContact(phone.id);
    await chats.deliver(2);
    expect(last(phone)).toMatch(new RegExp(`Đây có phải là ${team().deputy.fullName}`));
    await press(phone.id, 'Đúng, là tôi');
    expect(await app.get(MembershipApi).accountOwner('telegram', String(phone.id))).toBe(team().deputy.id);
    chats.telegram.shareContact(other.id);
    await chats.deliver();
    expect(last(other)).toMatch(/Cán bộ xã sẽ xem/);
  });

  it('has no words to order what only a leader may, and is told so in words', async () => {
    const phone = telegramPhone();
    await tie(app, 'telegram', String(phone.id), team().member.id);
    const taskId = await order();
    expect(await says(phone, 'từ chối bận gặt')).toMatch(/chưa được làm việc này ở đây/);
    expect(await stateOf(taskId)).toBe('assigned');
  });
});

describe('a member in a chat', () => {
  it('cannot turn round with a word what the leader has declined, and reads who can', async () => {
    const phone = telegramPhone();
    await tie(app, 'telegram', String(phone.id), team().member.id);
    const taskId = await order();
    await act(app, team().leader, 'declineTask', taskId, { reason: 'needs_training' });
    expect(await says(phone, 'nhận')).toMatch(
      new RegExp(`^${team().leader.fullName} đã từ chối việc này thay Tổ.*Chỉ Tổ trưởng hoặc xã`),
    );
    expect(await stateOf(taskId)).toBe('declined');
  });
});

describe.each(['zalo-oa', 'zalo-bot'] as const)('a leader on %s', (channel) => {
  it('links by a code, is told who it was, accepts by number, reports, and stops', async () => {
    const phone = zaloPhone(channel);
    expect(await says(phone, 'chào')).toMatch(/LIENKET <mã>\.$/);
    expect(await says(phone, 'LIENKET khong-co-ma-nay')).toMatch(/^Mã này không đúng/);
    expect(await says(phone, `liên kết ${await codeFor(team().leader.id)}`)).toMatch(
      new RegExp(`^Đã gắn tài khoản này với ${team().leader.fullName}, .*HUYLIENKET`, 's'),
    );

    const first = await order();
    const second = await order({ title: 'Việc thứ hai' });
    expect(await says(phone, 'nhan viec')).toMatch(/^Nhận việc nào ạ\?\n\n1\. .*\n2\. /s);
    const shown = last(phone);
    const number = /(\d)\. Việc thứ hai/.exec(shown)?.[1] as string;
    expect(await says(phone, number)).toMatch(/^Đã nhận việc “Việc thứ hai”.*\/app\/#\/viec\//s);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['assigned', 'accepted']);

    expect(await says(phone, '7 hồ sơ\n2 lượt thanh toán')).toMatch(
      /7 hồ sơ vào việc “Việc thứ hai”: 7\/20.*2 lượt người, thanh toán.*1\. Ghi nhầm/s,
    );
    expect(await counted(team().id)).toEqual([
      { task_id: null, indicator_code: 'XH01', value: 2 },
      { task_id: second, indicator_code: 'CQ02', value: 7 },
    ]);
    expect(await says(phone, '9')).toMatch(/^Chưa hiểu số này/);
    expect(await says(phone, 'HUYLIENKET')).toMatch(/^Đã thôi gắn tài khoản này/);
    expect(await says(phone, '5 hồ sơ')).toMatch(/^Đã thôi gắn tài khoản này/);
    expect(await counted(team().id)).toHaveLength(2);
  });
});
