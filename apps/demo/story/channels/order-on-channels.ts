/** One order reaches all five, each in the form of their channel; it is accepted and reported from chats, and counted once. */
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { chatVi } from '#i18n/server/chat.vi';
import type { ApiClient } from '../../api-client.ts';
import type { Bubble, Phone } from '../../phones/phone.ts';
import { bold, dim, line } from '../../terminal.ts';
import { claim, tell, until } from '../checked.ts';
import { answerTo } from './link-people.ts';
import type { ChannelsStory } from './channels-story.ts';

const TARGET = 5;

export interface Order {
  id: string;
  taskId: string;
  title: string;
}

export async function giveOrder(
  { officer, teamId, communeId, directiveId, today }: ChannelsStory,
  { title, ...kind }: { title: string; templateCode: string; indicatorCode: string; work: string },
): Promise<Order> {
  await recallEarlier(officer, communeId, title);
  const order = {
    unitId: communeId,
    title,
    ...kind,
    target: TARGET,
    dueOn: addDays(today, 7),
    directiveId,
    evidence: ['count' as const],
    shares: [{ teamId, target: TARGET }],
  };
  const { similar } = await officer.call(routes.previewAssignment, { body: order });
  const knowsOfSimilar = similar.map(({ assignmentId }) => assignmentId);
  const { id } = await officer.call(routes.issueAssignment, { body: { ...order, knowsOfSimilar } });
  const { items } = await officer.call(routes.assignmentTasks, { params: { assignmentId: id } });
  return { id, title, taskId: items[0]?.taskId ?? '' };
}

/** What an earlier run of the demo has left open would be a second task of the same kind. */
export async function recallEarlier(officer: ApiClient, communeId: string, title: string): Promise<void> {
  const query = { q: title, open: 'true' };
  const { items } = await officer.call(routes.listAssignments, { params: { unitId: communeId }, query });
  for (const { id } of items.filter((row) => row.title === title && !row.cancelledAt && row.states.confirmed === 0))
    await officer.call(routes.cancelAssignment, {
      params: { assignmentId: id },
      body: { reason: 'Chạy lại bản trình diễn' },
    });
}

/** The phone's message about the order, once it is there. */
export function about(order: Order, phone: Phone): Promise<Bubble> {
  return until(`${phone.app} shows the order`, () =>
    phone.messages().find(({ title = '', text, links }) => {
      const opens = links.map(({ url }) => url).join(' ') + text;
      return (
        `${title}${text}`.includes(order.title) && (phone.app === 'telegram-group' || opens.includes(order.taskId))
      );
    }),
  );
}

export async function orderOnChannels(story: ChannelsStory): Promise<void> {
  const { fake } = story;
  const order = await giveOrder(story, {
    title: 'Hướng dẫn bà con dùng dịch vụ công trực tuyến',
    templateCode: 'NV03',
    indicatorCode: 'CQ01',
    work: 'Mỗi người cùng ít nhất một hộ mở cổng dịch vụ công và thử một thủ tục.',
  });
  line(`   ${bold(order.title)}`);
  for (const phone of Object.values(fake.phones)) show(phone, await about(order, phone));
  await acceptFromTelegram(story, order);
  await reportFromZalo(story, order);
  await finish(story, order);
}

const forms: Record<Phone['app'], string> = {
  telegram: 'Telegram: chữ, nút trả lời, nút mở mini-app',
  'telegram-group': 'Nhóm Telegram: tin tóm tắt',
  'zalo-oa': 'Zalo OA: chữ và liên kết',
  'zalo-bot': 'Zalo Bot: chữ và liên kết',
  email: 'Thư điện tử: tiêu đề, thân thư, nút',
  'web-push': 'Thông báo đẩy: mã hoá riêng cho máy này',
};

function show({ app, owner }: Phone, { presses, links }: Bubble): void {
  const buttons = [...presses, ...links.map(({ label }) => label)];
  tell(`${forms[app].padEnd(46)} ${owner} ${dim(buttons.map((label) => `[${label}]`).join(' '))}`);
}

async function acceptFromTelegram({ fake, officer }: ChannelsStory, order: Order): Promise<void> {
  const { telegram: phone } = fake.phones;
  const message = await about(order, phone);
  const [accept = ''] = message.presses;
  fake.twice = true;
  const done = await answerTo(
    phone,
    'the acceptance is confirmed in the chat',
    () => phone.press!(message.id, accept),
    begins('accept.done'),
  );
  fake.twice = false;
  const task = await taskOf(officer, order);
  claim(`Bấm [${accept}] trong Telegram, webhook đến hai lần: Tổ nhận việc một lần`, task.state === 'accepted');
  line(`     ${dim(firstLine(done.text))}`);
}

/** The words name a kind of work that the order counts too: the chat asks which is meant, and nothing counts before the answer. */
async function reportFromZalo({ fake, officer }: ChannelsStory, order: Order): Promise<void> {
  const { zalo: phone } = fake.phones;
  fake.twice = true;
  const asked = await answerTo(
    phone,
    'the chat asks what the number counts for',
    () => phone.write!(`${TARGET} lượt dịch vụ công`),
    ({ text }) => numberOf(text, order) !== undefined,
  );
  const before = await taskOf(officer, order);
  claim(
    `Nhắn “${TARGET} lượt dịch vụ công” qua Zalo: máy hỏi tính vào việc nào, chưa tự cộng`,
    before.figures.reported === 0,
  );
  line(`     ${dim(asked.text.split('\n').filter(Boolean).join(' · '))}`);
  const number = numberOf(asked.text, order) ?? '';
  const done = await answerTo(
    phone,
    'the report is confirmed in the chat',
    () => phone.write!(number),
    begins('report.done'),
  );
  fake.twice = false;
  const { figures } = await taskOf(officer, order);
  claim(
    `Trả lời “${number}”, webhook đến hai lần: tính một lần, ${figures.reported} / ${figures.target}`,
    figures.reported === TARGET,
  );
  line(`     ${dim(done.text.replaceAll('\n', ' '))}`);
}

/** By which number the answer to the chat's question names the order's task. Undefined when the text does not offer it. */
function numberOf(text: string, { title }: Order): string | undefined {
  const offer = `. ${chatVi['report.addTo'].replace('{title}', title)}`;
  const row = text.split('\n').find((each) => each.endsWith(offer));
  return row?.slice(0, -offer.length);
}

async function finish({ officer, signIn, cast }: ChannelsStory, order: Order): Promise<void> {
  const params = { taskId: order.taskId };
  const leader = await signIn(cast.telegram.personId);
  await leader.call(routes.completeTask, { params, body: {} });
  await officer.call(routes.confirmTask, { params });
  const { figures } = await taskOf(officer, order);
  claim(`Xã xác nhận ${figures.confirmed}, không hơn`, figures.confirmed === TARGET);
}

async function taskOf(officer: ChannelsStory['officer'], { id }: Order) {
  const { items } = await officer.call(routes.assignmentTasks, { params: { assignmentId: id } });
  const [task] = items;
  if (!task) throw new Error('The order has no task');
  return task;
}

/** An answer of the chat, known by its first words. */
const begins =
  (id: keyof typeof chatVi) =>
  ({ text }: Bubble): boolean =>
    text.startsWith(chatVi[id].split('{')[0] ?? '');

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
