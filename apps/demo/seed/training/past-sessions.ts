/** What was held in the last weeks: five topics in Minh Sơn, so that the matrix has gaps to close, and three next door. */
import { type RouteAnswer, routes } from '#contracts';
import { picture } from '../../story/picture.ts';
import { mainCommune } from '../places.ts';
import type { PlanSeed, TrainingClients } from './training-clients.ts';
import { instantOn, later } from './moments.ts';
import type { TimeTravel } from './time-travel.ts';
import type { TrainerKey } from './trainers.ts';

interface Held {
  trainer: TrainerKey;
  daysAgo: number;
  time: string;
  plan: Omit<PlanSeed, 'startsAt'>;
  /** People of each team who came, by hamlet. */
  came: readonly number[];
  walkIns?: readonly string[];
}
type Certificates = RouteAnswer<typeof routes.issueCertificates>;

const place = 'Hội trường UBND xã';
const wide = { capacity: 60, place, commune: mainCommune };

/** By the day on which they were held. */
const held: readonly Held[] = [
  {
    trainer: 'tuan',
    daysAgo: 23,
    time: '14:00',
    plan: { ...wide, topicCode: 'policy', title: 'Chủ trương, chính sách chuyển đổi số', minutes: 120 },
    came: [5, 2, 3, 4, 2, 5, 5, 4, 4, 3],
  },
  {
    trainer: 'van',
    daysAgo: 18,
    time: '08:00',
    plan: { ...wide, topicCode: 'it_use', title: 'Dùng máy tính, điện thoại trong việc của Tổ', minutes: 180 },
    came: [4, 2, 2, 3, 1, 5, 4, 0, 3, 3],
  },
  {
    trainer: 'trang',
    daysAgo: 14,
    time: '14:00',
    plan: { ...wide, topicCode: 'digital_skills', title: 'Kỹ năng dịch vụ số', minutes: 180 },
    came: [5, 1, 3, 4, 0, 5, 3, 0, 4, 3],
  },
  {
    trainer: 'van',
    daysAgo: 12,
    time: '08:00',
    plan: {
      commune: 'Dân Lực',
      topicCode: 'e_payment',
      title: 'Mở tài khoản, thanh toán không tiền mặt',
      minutes: 120,
      place: 'Nhà văn hóa Thôn 3',
      capacity: 40,
      audience: 'households',
    },
    came: [3, 2, 2, 1],
    walkIns: ['Bà Lê Thị Tám, bán rau', 'Ông Trần Văn Cảnh, sửa xe', 'Chị Đỗ Thị Liễu, tạp hóa'],
  },
  {
    trainer: 'quan',
    daysAgo: 9,
    time: '14:00',
    plan: { ...wide, topicCode: 'public_services', title: 'Dịch vụ công trực tuyến', minutes: 150 },
    came: [4, 0, 1, 2, 0, 5, 4, 0, 0, 2],
  },
  {
    trainer: 'phong',
    daysAgo: 6,
    time: '14:00',
    plan: {
      commune: 'Dân Lý',
      topicCode: 'e_commerce',
      title: 'Bán nông sản trên sàn thương mại điện tử',
      minutes: 180,
      place: 'Hội trường UBND xã Dân Lý',
      capacity: 40,
      audience: 'businesses',
    },
    came: [2, 2, 1, 1, 1],
    walkIns: ['Hợp tác xã rau sạch Dân Lý', 'Cơ sở bánh lá Bà Nhàn'],
  },
  {
    trainer: 'phong',
    daysAgo: 4,
    time: '08:00',
    plan: { ...wide, topicCode: 'utilities', title: 'Tiện ích số hằng ngày', minutes: 120 },
    came: [3, 0, 0, 2, 0, 4, 2, 0, 1, 2],
  },
  {
    trainer: 'tuan',
    daysAgo: 2,
    time: '14:00',
    plan: {
      commune: 'Dân Lực',
      topicCode: 'it_use',
      title: 'Ứng dụng CNTT',
      minutes: 150,
      place: 'Hội trường UBND xã Dân Lực',
      capacity: 40,
    },
    came: [4, 3, 2, 4, 2, 3, 1],
  },
];
/** How this one was, Minh Sơn's first team has not said yet. */
const OPEN_TOPIC = 'utilities';

const PLANNED_DAYS_AGO = 27;
/** liked, can do now, wishes to learn next. */
const taps: readonly [liked: number, canDo: number, next: string | null][] = [
  [3, 3, 'e_payment'],
  [3, 2, 'online_safety'],
  [2, 2, 'online_safety'],
  [3, 3, null],
  [2, 1, 'public_services'],
  [3, 2, 'e_commerce'],
];

export async function loadPastSessions(clients: TrainingClients, travel: TimeTravel, today: string): Promise<void> {
  await travel.to(instantOn(today, -PLANNED_DAYS_AGO, '09:00'));
  const sessions: (Held & { id: string; startsAt: string })[] = [];
  for (const one of held) {
    const startsAt = instantOn(today, -one.daysAgo, one.time);
    sessions.push({ ...one, startsAt, id: await clients.publish(one.trainer, { ...one.plan, startsAt }) });
  }
  for (const session of sessions) await hold(clients, travel, session);
  await readOldNews(clients);
}

/** The hamlet whose leader and member are among the demo's accounts has read what is over. */
async function readOldNews(clients: TrainingClients): Promise<void> {
  for (const personId of clients.firstTeam) {
    const phone = await clients.member(personId);
    const { items } = await phone.call(routes.inbox);
    if (items.length > 0) await phone.call(routes.markSeen, { body: { ids: items.map(({ id }) => id) } });
  }
}

async function hold(
  clients: TrainingClients,
  travel: TimeTravel,
  { id, trainer, startsAt, plan, came, walkIns }: Held & { id: string; startsAt: string },
): Promise<void> {
  await travel.to(later(startsAt, plan.minutes + 5));
  const present = await clients.checkIn(trainer, id, { at: later(startsAt, -10), came, ...(walkIns && { walkIns }) });
  const params = { sessionId: id };
  await clients.trainers[trainer].call(routes.addSheetPhoto, { params, body: await picture() });
  await clients.trainers[trainer].call(routes.finishSession, { params });
  const isOpen = plan.topicCode === OPEN_TOPIC;
  await tellHowItWas(clients, id, isOpen ? present.filter((one) => !clients.firstTeam.has(one)) : present);
  const certificates = await clients.trainers[trainer].call(routes.issueCertificates, { params, body: {} });
  if (plan.topicCode === 'digital_skills') await revokeLast(clients, trainer, certificates);
}

/** One in three answers, and the whole first team. */
async function tellHowItWas(clients: TrainingClients, sessionId: string, present: readonly string[]): Promise<void> {
  for (const [i, personId] of present.entries()) {
    if (i % 3 !== 0 && !clients.firstTeam.has(personId)) continue;
    const [liked, canDo, nextTopic] = taps[i % taps.length] as (typeof taps)[number];
    const body = { liked, canDo, nextTopic };
    await (await clients.member(personId)).call(routes.giveFeedback, { params: { sessionId }, body });
  }
}

async function revokeLast(clients: TrainingClients, trainer: TrainerKey, certificates: Certificates): Promise<void> {
  await clients.trainers[trainer].call(routes.revokeCertificate, {
    params: { certificateId: certificates.at(-1)?.id ?? '' },
    body: { reason: 'Ghi nhầm người: hôm đó đi dự họp ở huyện' },
  });
}
