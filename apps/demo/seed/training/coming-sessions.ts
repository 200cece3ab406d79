/** What is planned: sessions that wait for the commune, are answered, full, moved, cancelled, over, running and about to begin. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sessionCode } from '#contracts/training/check-in-codes';
import { mainCommune } from '../places.ts';
import type { TrainingClients } from './training-clients.ts';
import { instantIn, instantOn, later } from './moments.ts';
import type { TimeTravel } from './time-travel.ts';

const commune = mainCommune;
const halls = (hamlet: number) => `Nhà văn hóa Thôn ${hamlet}`;

export async function loadComingSessions(
  clients: TrainingClients,
  travel: TimeTravel,
  { today, now }: { today: string; now: Date },
): Promise<void> {
  await travel.to(instantOn(today, -3, '09:00'));
  const full = await fullSession(clients, today);
  const cancelled = await publishOthers(clients, today, now);
  const over = await overSession(clients, today);
  await travel.to(instantOn(today, -2, '10:00'));
  await fillSeats(clients, full);
  await waitingForCommune(clients, today);
  await travel.to(instantOn(today, -1, '09:00'));
  await answeredByCommune(clients, today);
  await clients.trainers.phong.call(routes.cancelSession, {
    params: { sessionId: cancelled },
    body: { reason: 'Giảng viên đi tập huấn ở tỉnh, sẽ báo ngày mới' },
  });
  await moveSession(clients, today, full);
  const { secret } = await travelToCheckIn(clients, travel, today, over);
  await travel.home();
  await lateScan(clients, today, over, secret);
}

const fullPlan = (today: string, time: string) => ({
  commune,
  topicCode: 'public_services',
  title: 'Nộp hồ sơ trực tuyến cùng bà con',
  startsAt: instantOn(today, 5, time),
  minutes: 150,
  place: halls(1),
  capacity: 15,
  seatsPerTeam: 1,
  heldUntil: instantOn(today, 3, '12:00').slice(0, 10),
});
const fullSession = (clients: TrainingClients, today: string) => clients.publish('tuan', fullPlan(today, '13:30'));

/** One of each of nine teams, then whoever asks: four get a seat, four wait, one cannot come. */
async function fillSeats(clients: TrainingClients, sessionId: string): Promise<void> {
  const { people } = await clients.checkInPack('tuan', sessionId);
  const ofTeam = clients.teamsOf(commune).map(({ id }) => people.filter(({ team }) => team?.id === id));
  const asking = [...ofTeam.slice(0, 9).map((team) => team[0]), ...ofTeam.slice(0, 9).map((team) => team[1])];
  for (const one of asking.slice(0, 17)) if (one) await clients.answer(one.person.id, sessionId, 'take');
  const busy = ofTeam[9]?.[1];
  if (busy) await clients.answer(busy.person.id, sessionId, 'decline');
}

/** Half an hour later: every second one of those who hold a seat has read it, the others hold the old time. */
async function moveSession(clients: TrainingClients, today: string, sessionId: string): Promise<void> {
  const params = { sessionId };
  const moved = await clients.trainers.tuan.call(routes.changeSession, {
    params,
    body: { ...clients.bodyOf(fullPlan(today, '14:00')), version: 1, why: 'Buổi sáng xã họp giao ban, lùi nửa giờ' },
  });
  const invited = await clients.trainers.tuan.call(routes.invitedPeople, { params, query: { limit: '200' } });
  for (const [i, { person }] of invited.items.filter(({ state }) => state === 'seated').entries())
    if (i % 2 === 1)
      await (await clients.member(person.id)).call(routes.acknowledgeChange, {
        params,
        body: { version: moved.version },
      });
}

/** Running now, soon to begin, next door, and one to be cancelled, whose id it gives. */
async function publishOthers(clients: TrainingClients, today: string, now: Date): Promise<string> {
  const running = await clients.publish('van', {
    commune,
    topicCode: 'utilities',
    title: 'Tiện ích số: thanh toán, đặt lịch khám',
    startsAt: instantIn(now, -20),
    minutes: 150,
    place: halls(6),
    capacity: 30,
  });
  await seatFirst(clients, 'van', running, 2);
  const soon = await clients.publish('tuan', {
    commune,
    topicCode: 'digital_skills',
    title: 'Kỹ năng dịch vụ số, buổi học bù',
    startsAt: instantIn(now, 100),
    minutes: 120,
    place: halls(2),
    capacity: 20,
    seatsPerTeam: 2,
    hamlets: [1, 2, 5, 8, 11],
  });
  await seatFirst(clients, 'tuan', soon, 1, clients.firstTeam);
  await clients.publish('van', {
    commune: 'Dân Lực',
    topicCode: 'online_safety',
    title: 'An toàn trên mạng',
    startsAt: instantOn(today, 6, '14:00'),
    minutes: 120,
    place: halls(3),
    capacity: 40,
  });
  return clients.publish('phong', {
    commune,
    topicCode: 'e_commerce',
    title: 'Đưa nông sản lên sàn',
    startsAt: instantOn(today, 4, '08:00'),
    minutes: 180,
    place: halls(4),
    capacity: 30,
  });
}

/** The first of each team take a seat; those who are left out have not answered. */
async function seatFirst(
  clients: TrainingClients,
  trainer: 'van' | 'tuan',
  sessionId: string,
  each: number,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<void> {
  const pack = await clients.checkInPack(trainer, sessionId);
  const people = pack.people.filter(({ person }) => !leftOut.has(person.id));
  for (const { id } of clients.teamsOf(commune))
    for (const { person } of people.filter(({ team }) => team?.id === id).slice(0, each))
      await clients.answer(person.id, sessionId, 'take');
}

async function waitingForCommune(clients: TrainingClients, today: string): Promise<void> {
  await clients.propose('phong', {
    commune,
    topicCode: 'e_payment',
    title: 'Mở tài khoản, thanh toán điện tử',
    startsAt: instantOn(today, 6, '14:00'),
    minutes: 150,
    place: halls(6),
    capacity: 30,
    audience: 'households',
    hamlets: [4, 5, 6, 7],
  });
  await clients.propose('tuan', {
    commune: 'Dân Lực',
    topicCode: 'public_services',
    title: 'Dịch vụ công trực tuyến',
    startsAt: instantOn(today, 2, '08:00'),
    minutes: 150,
    place: 'Hội trường UBND xã',
    capacity: 40,
  });
}

async function answeredByCommune(clients: TrainingClients, today: string): Promise<void> {
  const startsAt = instantOn(today, 7, '19:00');
  const plan = { commune, minutes: 120, capacity: 30, place: halls(2) };
  const asked = await clients.propose('trang', {
    ...plan,
    topicCode: 'online_safety',
    title: 'Nhận ra lừa đảo trên mạng',
    startsAt,
  });
  await clients.decide(commune, asked, {
    outcome: 'change',
    startsAt: later(startsAt, 24 * 60),
    endsAt: later(startsAt, 24 * 60 + 120),
    place: halls(7),
    note: 'Tối hôm đó Thôn 2 họp chi bộ. Xã đề nghị chuyển sang tối hôm sau, ở Thôn 7.',
  });
  const refused = await clients.propose('trang', {
    ...plan,
    topicCode: 'e_learning',
    title: 'Học trực tuyến cho con em',
    startsAt: instantOn(today, 9, '08:00'),
  });
  await clients.decide(commune, refused, { outcome: 'refuse', note: 'Trùng tuần bà con đi gặt, xin hẹn sau vụ.' });
}

const overStart = (today: string) => instantOn(today, -1, '14:00');
const overSession = (clients: TrainingClients, today: string): Promise<string> =>
  clients.publish('trang', {
    commune,
    topicCode: 'it_use',
    title: 'Dùng điện thoại trong việc của Tổ, buổi học bù',
    startsAt: overStart(today),
    minutes: 120,
    place: halls(8),
    capacity: 20,
    hamlets: [5, 8, 9],
  });

/** Over since yesterday and not finished by its trainer. */
async function travelToCheckIn(clients: TrainingClients, travel: TimeTravel, today: string, sessionId: string) {
  await travel.to(later(overStart(today), 30));
  const { secret, people } = await clients.checkInPack('trang', sessionId);
  const present = people.slice(0, 6).map(({ person }) => person.id);
  const items = present.map((personId, i) => ({
    clientId: randomUUID(),
    personId,
    method: 'by_name',
    at: later(overStart(today), i),
  }));
  await clients.trainers.trang.call(routes.sendCheckIns, { params: { sessionId }, body: { items } });
  return { secret };
}

/** A member's own scan that reaches the server a day later: the trainer decides. */
async function lateScan(clients: TrainingClients, today: string, sessionId: string, secret: string): Promise<void> {
  const { people } = await clients.checkInPack('trang', sessionId);
  const late = people.find(({ checkedInAt }) => checkedInAt === null);
  if (!late) return;
  const at = later(overStart(today), 10);
  await (await clients.member(late.person.id)).call(routes.checkMyselfIn, {
    params: { sessionId },
    body: { clientId: randomUUID(), code: await sessionCode(secret, sessionId, new Date(at)), at },
  });
}
