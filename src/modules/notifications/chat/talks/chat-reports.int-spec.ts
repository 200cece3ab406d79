/** What people report in a chat is recorded whole, or nothing is and a question is asked. */
import { sql } from '#platform/database';
import { stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { PlanDigest } from '../../plan/planning/plan-digest.ts';
import { type Chats, startChats, tie } from '../../../../../test/support/platforms/chats.ts';
import { buildProducts, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';

let chats: Chats;
let app: TestApp;
let village: Village;
let id = 5_130_000;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 1 });
  id += 1;
  chats.telegram.person(id);
  await tie(app, 'telegram', String(id), team().leader.id);
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

const team = () => village.teams[0]!;
const last = () => chats.telegram.received(id).at(-1)?.text ?? '';
const says = async (text: string) => {
  app.clock.advance(3_000);
  chats.telegram.write(id, text);
  await chats.deliver(2);
  return last();
};
const press = async (label: string) => {
  app.clock.advance(3_000);
  chats.telegram.press(id, label);
  await chats.deliver(2);
  return last();
};
/** An order that the team has accepted from this chat. */
const accepted = async (changes: Record<string, unknown> = {}) => {
  const earlier = await app.database.rows<{ id: string }>(
    sql`select id from assignments where issuer_unit_id = ${village.communeId}`,
  );
  const { taskIds } = await issueOrder(app, village, { ...changes, knowsOfSimilar: earlier.map((row) => row.id) });
  await app.drain();
  expect(await says('nhận')).toMatch(/^Đã nhận việc/);
  return taskIds[0]!;
};
const counted = () =>
  app.database.rows<{ code: string; value: number; day: string }>(
    sql`select indicator_code as code, value, happened_on::text as day from counted_lines where team_id = ${team().id}
      and value > 0 order by code, value`,
  );

it('records each of several results as what it is, and says which, of which day, and in which month they count', async () => {
  expect(await says('4 lượt dịch vụ công, 3 hộ lên sàn')).toBe(
    'Đã ghi ngày 21/6:\n• 4 lượt người, dịch vụ công\n• 3 hộ, bán trên sàn\nTính vào báo cáo tháng 7/2022 của xã.',
  );
  expect(await counted()).toEqual([
    { code: 'CQ01', value: 4, day: '2022-06-21' },
    { code: 'KT01', value: 3, day: '2022-06-21' },
  ]);
});

it('takes the day that is named, without marks too, and counts it in the month of that day', async () => {
  expect(await says('hom qua 2 ho len san')).toMatch(/^Đã ghi ngày 20\/6:/);
  expect(await says('ngày 13/6 5 lượt dịch vụ công')).toMatch(/^Đã ghi ngày 13\/6:[^]*báo cáo tháng 6\/2022/);
  expect(await counted()).toEqual([
    { code: 'CQ01', value: 5, day: '2022-06-13' },
    { code: 'KT01', value: 2, day: '2022-06-20' },
  ]);
});

it('asks of which work a number alone is, and keeps the day that stands with it', async () => {
  await accepted();
  expect(await says('hôm nay 5')).toMatch(/^“5 kết quả” là việc nào ạ\?/);
  expect(await counted()).toEqual([]);
  expect(await says('1')).toMatch(/^Đã ghi ngày 21\/6:\n• 5 hồ sơ vào việc/);
  expect(await counted()).toEqual([{ code: 'CQ02', value: 5, day: '2022-06-21' }]);
});

it('takes a number alone as the answer to the reminder of that day, which says what is left', async () => {
  const taskId = await accepted({ title: 'Nộp hồ sơ', dueOn: '2022-06-24' });
  await says('5 hồ sơ');
  const noon = app.clock.now();
  app.clock.set(new Date('2022-06-22T09:31:00Z'));
  await app.get(PlanDigest).run();
  await chats.deliver();
  expect(last().replace(/\u00a0/g, ' ')).toMatch(
    /^Còn 2 ngày: Nộp hồ sơ 5 \/ 20, còn 15\n\nNhắn số, ví dụ “15”, hoặc “hôm qua 5”\./,
  );
  expect(await says('12')).toMatch(/^Đã ghi ngày 22\/6:\n• 12 hồ sơ vào việc “Nộp hồ sơ”: 17\/20/);
  expect(await press('Ghi nhầm, bỏ đi')).toMatch(/^Đã bỏ báo cáo/);
  const rows = await app.database.rows(sql`select 1 from counted_lines where task_id = ${taskId} and value = 12`);
  expect(rows).toEqual([]);
  app.clock.set(noon);
});

it('records nothing of a report of which one line is refused, or that is of a day that has not come', async () => {
  await accepted();
  expect(await says('hôm qua 2 hộ lên sàn, 5 hồ sơ')).toMatch(
    /^Chưa ghi gì cả, vì “5 hồ sơ” chưa ghi được\. Ngày làm trước/,
  );
  expect(await says('ngày mai 5 lượt dịch vụ công')).toMatch(/^Chưa ghi gì cả.*chưa tới/);
  expect(await says('31/2 5 lượt dịch vụ công')).toMatch(/không có ngày này/);
  expect(await says('4,5 lượt dịch vụ công')).toMatch(/^Chưa hiểu “4,5 lượt dịch vụ công” nên chưa ghi gì cả/);
  expect(await says('4 lượt dịch vụ công, khó khăn: sóng yếu')).toMatch(/^Chưa hiểu/);
  expect(await counted()).toEqual([]);
});

it('asks whether a number far above the usual is right before anything is recorded', async () => {
  expect(await says('2 hộ lên sàn, 999.999 lượt dịch vụ công')).toMatch(/^“999\.999 lượt dịch vụ công” nhiều hơn hẳn/);
  expect(await counted()).toEqual([]);
  expect(await press('Đúng là 999.999')).toMatch(/^Đã ghi/);
  expect(await counted()).toHaveLength(2);
});

it('corrects what was said last in this chat, and asks which of several', async () => {
  const taskId = await accepted();
  await says('5 hồ sơ');
  expect(await says('3 hộ lên sàn')).toMatch(/^Đã ghi/);
  expect(await says('sửa 4')).toMatch(/^Đã sửa, nay là:\n• 4 hộ, bán trên sàn/);
  expect(await says('7 hồ sơ, 2 lượt thanh toán')).toMatch(/^Đã ghi/);
  expect(await says('sửa 6')).toMatch(/^Sửa kết quả nào thành 6/);
  expect(await press('7 hồ sơ')).toMatch(/^Đã sửa, nay là:\n• 6 hồ sơ vào việc/);
  expect(await counted()).toMatchObject([
    { code: 'CQ02', value: 5 },
    { code: 'CQ02', value: 6 },
    { code: 'KT01', value: 4 },
    { code: 'XH01', value: 2 },
  ]);
  expect(await says('sửa 999.999')).toMatch(/^Sửa kết quả nào/);
  expect(await press('6 hồ sơ')).toMatch(/Đúng là 999\.999 ạ/);
  expect(await app.database.rows(sql`select 1 from progress_entries where task_id = ${taskId}`)).toHaveLength(3);
});

it('takes all of a report back, also what was added to a task', async () => {
  await accepted();
  await says('5 hồ sơ, 2 hộ lên sàn');
  expect(await press('Ghi nhầm, bỏ đi (trong 1 phút)')).toMatch(/^Đã bỏ báo cáo/);
  expect(await counted()).toEqual([]);
  expect(await says('sửa 4')).toMatch(/chưa có kết quả nào vừa ghi/);
});

it('makes a difficulty of the task that it is about', async () => {
  const taskId = await accepted();
  expect(await says('kho khan: song yeu')).toMatch(/^Đã báo xã vướng mắc của việc “Giúp bà con/);
  expect(await says('Vướng mắc')).toMatch(/^Đang vướng gì/);
  expect(await says('bà con chưa có căn cước')).toMatch(/^Đã báo xã/);
  const other = await accepted({ title: 'Việc thứ hai' });
  expect(await says('khó khăn: trời mưa')).toMatch(/^Vướng ở việc nào/);
  expect(await press('Việc thứ hai')).toMatch(/“Việc thứ hai”: “trời mưa”/);
  expect(
    await app.database.rows(sql`select kind, task_id from difficulties where team_id = ${team().id} order by at`),
  ).toEqual([
    { kind: 'signal', task_id: taskId },
    { kind: 'task', task_id: taskId },
    { kind: 'task', task_id: other },
  ]);
});

it('asks what the order asks beside the number, button by button, and a corrected number keeps its kind', async () => {
  const taskId = await accepted({ asks: ['level', 'minutes_spent'] });
  expect(await says('5 hồ sơ')).toBe('“5 hồ sơ”: Mức dịch vụ?');
  expect(await counted()).toEqual([]);
  expect(await press('Mức độ 4')).toBe('“5 hồ sơ”: làm hết bao nhiêu phút?');
  expect(await press('60 phút')).toMatch(/^Đã ghi/);
  const told = () =>
    app.database.rows(
      sql`select b.by, b.kind, b.value from entry_breakdowns b join progress_entries e on e.id = b.entry_id
        where e.task_id = ${taskId} order by e.recorded_at, b.by`,
    );
  const five = [
    { by: 'level', kind: 'muc_4', value: 5 },
    { by: 'minutes_spent', kind: '', value: 60 },
  ];
  expect(await told()).toEqual(five);
  expect(await says('sửa 4')).toMatch(/^Đã sửa/);
  expect(await told()).toEqual([...five, { by: 'level', kind: 'muc_4', value: 4 }, five[1]]);
});

it('says what only the app can take, and records nothing', async () => {
  await accepted({ asks: ['materials'] });
  expect(await says('5 hồ sơ')).toMatch(/cần ghi đã phát bao nhiêu tài liệu/);
  await buildProducts(app, team().unitId, 5);
  const shares = [{ teamId: team().id, target: 5 }];
  const products = { templateCode: 'NV09', indicatorCode: 'KT04', asks: ['product_each'], target: 5, shares };
  await accepted({ ...products, title: 'Đưa sản phẩm OCOP lên sàn' });
  expect(chats.telegram.received(id).map(({ text }) => text)).toContainEqual(
    expect.stringContaining('đủ 5 / 5, còn thiếu 5'),
  );
  expect(await press('Xem tên 5 sản phẩm')).toMatch(/^5 sản phẩm chưa lên sàn:\n• .+(\n• .+){4}$/);
  expect(await press('Xem tên 5 sản phẩm')).toMatch(/^5 sản phẩm/);
  expect(await says('2 sản phẩm')).toMatch(/ghi theo tên từng sản phẩm/);
  expect(await counted()).toEqual([]);
});
