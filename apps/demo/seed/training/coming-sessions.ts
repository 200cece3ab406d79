/** What is planned: sessions that wait for the commune, are answered, full, moved, cancelled, over, running and about to begin. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sessionCode } from '#contracts/training/check-in-codes';
import { mainCommune } from '../places.ts';
import type { TrainingDesk } from './desk.ts';
import { instantIn, instantOn, later } from './moments.ts';
import type { TimeTravel } from './time-travel.ts';

const commune = mainCommune;
const halls = (hamlet: number) => `Nhà văn hóa Thôn ${hamlet}`;

export async function loadComingSessions(
  desk: TrainingDesk,
  travel: TimeTravel,
  { today, now }: { today: string; now: Date },
): Promise<void> {
  await travel.to(instantOn(today, -3, '09:00'));
  const full = await fullSession(desk, today);
  const cancelled = await publishOthers(desk, today, now);
  const over = await overSession(desk, today);
  await travel.to(instantOn(today, -2, '10:00'));
  await fillSeats(desk, full);
  await waitingForCommune(desk, today);
  await travel.to(instantOn(today, -1, '09:00'));
  await answeredByCommune(desk, today);
  await desk.trainers.phong.call(routes.cancelSession, {
    params: { sessionId: cancelled },
    body: { reason: 'Giảng viên đi tập huấn ở tỉnh, sẽ báo ngày mới' },
  });
  await moveSession(desk, today, full);
  const { secret } = await travelToCheckIn(desk, travel, today, over);
  await travel.home();
  await lateScan(desk, today, over, secret);
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
const fullSession = (desk: TrainingDesk, today: string) => desk.publish('tuan', fullPlan(today, '13:30'));

/** One of each of nine teams, then whoever asks: four get a seat, four wait, one cannot come. */
async function fillSeats(desk: TrainingDesk, sessionId: string): Promise<void> {
  const { people } = await desk.checkInPack('tuan', sessionId);
  const ofTeam = desk.teamsOf(commune).map(({ id }) => people.filter(({ team }) => team?.id === id));
  const asking = [...ofTeam.slice(0, 9).map((team) => team[0]), ...ofTeam.slice(0, 9).map((team) => team[1])];
  for (const one of asking.slice(0, 17)) if (one) await desk.answer(one.person.id, sessionId, 'take');
  const busy = ofTeam[9]?.[1];
  if (busy) await desk.answer(busy.person.id, sessionId, 'decline');
}

/** Half an hour later: every second one of those who hold a seat has read it, the others hold the old time. */
async function moveSession(desk: TrainingDesk, today: string, sessionId: string): Promise<void> {
  const params = { sessionId };
  const moved = await desk.trainers.tuan.call(routes.changeSession, {
    params,
    body: { ...desk.bodyOf(fullPlan(today, '14:00')), version: 1, why: 'Buổi sáng xã họp giao ban, lùi nửa giờ' },
  });
  for (const [i, { person }] of moved.people.filter(({ state }) => state === 'seated').entries())
    if (i % 2 === 1)
      await (await desk.member(person.id)).call(routes.acknowledgeChange, {
        params,
        body: { version: moved.version },
      });
}

/** Running now, soon to begin, next door, and one to be cancelled, whose id it gives. */
async function publishOthers(desk: TrainingDesk, today: string, now: Date): Promise<string> {
  const running = await desk.publish('van', {
    commune,
    topicCode: 'utilities',
    title: 'Tiện ích số: thanh toán, đặt lịch khám',
    startsAt: instantIn(now, -20),
    minutes: 150,
    place: halls(6),
    capacity: 30,
  });
  await seatFirst(desk, 'van', running, 2);
  const soon = await desk.publish('tuan', {
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
  await seatFirst(desk, 'tuan', soon, 1, desk.firstTeam);
  await desk.publish('van', {
    commune: 'Dân Lực',
    topicCode: 'online_safety',
    title: 'An toàn trên mạng',
    startsAt: instantOn(today, 6, '14:00'),
    minutes: 120,
    place: halls(3),
    capacity: 40,
  });
  return desk.publish('phong', {
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
  desk: TrainingDesk,
  trainer: 'van' | 'tuan',
  sessionId: string,
  each: number,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<void> {
  const pack = await desk.checkInPack(trainer, sessionId);
  const people = pack.people.filter(({ person }) => !leftOut.has(person.id));
  for (const { id } of desk.teamsOf(commune))
    for (const { person } of people.filter(({ team }) => team?.id === id).slice(0, each))
      await desk.answer(person.id, sessionId, 'take');
}

async function waitingForCommune(desk: TrainingDesk, today: string): Promise<void> {
  await desk.propose('phong', {
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
  await desk.propose('tuan', {
    commune: 'Dân Lực',
    topicCode: 'public_services',
    title: 'Dịch vụ công trực tuyến',
    startsAt: instantOn(today, 2, '08:00'),
    minutes: 150,
    place: 'Hội trường UBND xã',
    capacity: 40,
  });
}

async function answeredByCommune(desk: TrainingDesk, today: string): Promise<void> {
  const startsAt = instantOn(today, 7, '19:00');
  const plan = { commune, minutes: 120, capacity: 30, place: halls(2) };
  const asked = await desk.propose('trang', {
    ...plan,
    topicCode: 'online_safety',
    title: 'Nhận ra lừa đảo trên mạng',
    startsAt,
  });
  await desk.decide(commune, asked, {
    outcome: 'change',
    startsAt: later(startsAt, 24 * 60),
    endsAt: later(startsAt, 24 * 60 + 120),
    place: halls(7),
    note: 'Tối hôm đó Thôn 2 họp chi bộ. Xã đề nghị chuyển sang tối hôm sau, ở Thôn 7.',
  });
  const refused = await desk.propose('trang', {
    ...plan,
    topicCode: 'e_learning',
    title: 'Học trực tuyến cho con em',
    startsAt: instantOn(today, 9, '08:00'),
  });
  await desk.decide(commune, refused, { outcome: 'refuse', note: 'Trùng tuần bà con đi gặt, xin hẹn sau vụ.' });
}

const overStart = (today: string) => instantOn(today, -1, '14:00');
const overSession = (desk: TrainingDesk, today: string): Promise<string> =>
  desk.publish('trang', {
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
async function travelToCheckIn(desk: TrainingDesk, travel: TimeTravel, today: string, sessionId: string) {
  await travel.to(later(overStart(today), 30));
  const { secret, people } = await desk.checkInPack('trang', sessionId);
  const present = people.slice(0, 6).map(({ person }) => person.id);
  const items = present.map((personId, i) => ({
    clientId: randomUUID(),
    personId,
    method: 'by_name',
    at: later(overStart(today), i),
  }));
  await desk.trainers.trang.call(routes.sendCheckIns, { params: { sessionId }, body: { items } });
  return { secret };
}

/** A member's own scan that reaches the server a day later: the trainer decides. */
async function lateScan(desk: TrainingDesk, today: string, sessionId: string, secret: string): Promise<void> {
  const { people } = await desk.checkInPack('trang', sessionId);
  const late = people.find(({ checkedInAt }) => checkedInAt === null);
  if (!late) return;
  const at = later(overStart(today), 10);
  await (await desk.member(late.person.id)).call(routes.checkMyselfIn, {
    params: { sessionId },
    body: { clientId: randomUUID(), code: await sessionCode(secret, sessionId, new Date(at)), at },
  });
}
