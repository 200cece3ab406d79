/**
 * Check-in: two trainers' phones without network, one scanning what the other has scanned. What they bring later comes
 * twice and in any order, and everybody counts once.
 */
import { randomUUID } from 'node:crypto';
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import { memberCode, sessionCode, sixDigits } from '#contracts/training/check-in-codes';
import { addDays } from '#i18n';
import type { ApiClient } from '../../api-client.ts';
import { later } from '../../seed/training/moments.ts';
import { bold, dim, heading, line } from '../../terminal.ts';
import { claim, tell } from '../checked.ts';
import type { TrainingStory } from './training-story.ts';
import { trainedIn } from './trained-in.ts';

type Item = RouteBody<typeof routes.sendCheckIns>['items'][number];
type Merged = RouteAnswer<typeof routes.sendCheckIns>;
type Pack = RouteAnswer<typeof routes.checkInPack>;
type Person = Pack['people'][number]['person'];

export interface Attended {
  sessionId: string;
  topicCode: string;
  /** On a roster; walk-ins are not. */
  people: Person[];
  /** Of the commune's teams, before the session. */
  trainedBefore: number;
}

export async function checkInOffline(story: TrainingStory): Promise<Attended> {
  heading(8, 'Điểm danh khi mất mạng, hai máy gộp lại', 'check-in without network, two phones merged');
  const { trainer, colleague } = story;
  const params = { sessionId: await runningSession(story) };
  const pack = await trainer.call(routes.checkInPack, { params });
  await colleague.call(routes.checkInPack, { params });
  const { people: trainedBefore } = await trainedIn(story, pack.session.topicCode);
  const seated = pack.people.filter(({ state }) => state === 'seated').map(({ person }) => person);
  const byName = pack.people.find(({ state }) => state === 'invited')?.person as Person;
  line(
    `   ${bold(pack.session.title)}, ${pack.session.place}: ${seated.length} người có chỗ, hai máy đã tải danh sách`,
  );
  tell('Mất mạng. Mã của người học do chính điện thoại của họ làm ra, mỗi phút một mã');
  const one = await scanned(story, pack, seated.slice(0, 12));
  const other = await scanned(story, pack, seated.slice(8, 18));
  const spoken = seated[18] as Person;
  const extra = [
    await byDigits(story, pack, spoken),
    { ...blank(story), personId: byName.id, method: 'by_name' as const },
    { ...blank(story), fullName: 'Bà Lê Thị Tám, bán rau ngoài chợ', method: 'walk_in' as const },
  ];
  const sentOn = await photographed(story, pack, seated[19] as Person);
  line(dim(`     Máy thứ nhất quét ${one.length} người, máy thứ hai ${other.length} người, 4 người ở cả hai máy`));
  await bring(story, params.sessionId, { one, other: [...other, ...extra, sentOn], photo: sentOn.clientId });
  await selfScan(story, pack, seated[20] as Person);
  const people = [...seated.slice(0, 19), byName, seated[20] as Person];
  await provenOnce(story, params.sessionId, people);
  return { sessionId: params.sessionId, topicCode: pack.session.topicCode, people, trainedBefore };
}

async function runningSession({ trainer, today, now }: TrainingStory): Promise<string> {
  const query = { from: addDays(today, -1), to: addDays(today, 1) };
  const { sessions } = await trainer.call(routes.trainingSessions, { query });
  const at = now().toISOString();
  const running = sessions.find(
    ({ state, startsAt, endsAt }) => state === 'published' && startsAt <= at && endsAt > at,
  );
  if (!running) throw new Error('No session is running');
  return running.id;
}

const blank = ({ now }: TrainingStory) => ({ clientId: randomUUID(), personId: null, at: now().toISOString() });

/** The code on each member's phone, read by the trainer's. */
async function scanned(story: TrainingStory, pack: Pack, people: readonly Person[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const person of people) {
    const item = blank(story);
    const code = await memberCode(await keyOf(story, pack, person), pack.session.id, person.id, new Date(item.at));
    items.push({ ...item, method: 'scanned', code });
  }
  return items;
}

async function byDigits(story: TrainingStory, pack: Pack, person: Person): Promise<Item> {
  const item = blank(story);
  return { ...item, method: 'six_digits', code: await sixDigits(await keyOf(story, pack, person), new Date(item.at)) };
}

/** Somebody sends a picture of their code to a friend; ten minutes later it is shown at check-in. */
async function photographed(story: TrainingStory, pack: Pack, person: Person): Promise<Item> {
  const item = blank(story);
  const made = new Date(later(item.at, -10));
  const code = await memberCode(await keyOf(story, pack, person), pack.session.id, person.id, made);
  return { ...item, method: 'scanned', code };
}

async function keyOf({ signIn }: TrainingStory, { session }: Pack, { id }: Person): Promise<string> {
  const mine = await (await signIn(id)).call(routes.myTrainingSession, { params: { sessionId: session.id } });
  return mine.mine.codeKey ?? '';
}

/** Both phones find network at the same moment, and each sends everything twice, the second time backwards. */
async function bring(
  { trainer, colleague }: TrainingStory,
  sessionId: string,
  { one, other, photo }: { one: readonly Item[]; other: readonly Item[]; photo: string },
): Promise<void> {
  const send = (by: ApiClient, items: readonly Item[]) =>
    by.call(routes.sendCheckIns, { params: { sessionId }, body: { items } });
  const answers: Merged[] = await Promise.all([
    send(trainer, one),
    send(colleague, other),
    send(trainer, one.toReversed()),
    send(colleague, other.toReversed()),
  ]);
  const sum = (of: (answer: Merged) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  claim(
    `Có mạng trở lại: hai máy gửi ${2 * (one.length + other.length)} lượt, nhận ${sum(({ counted }) => counted)} người, ${sum(({ repeated }) => repeated)} lượt trùng`,
    sum(({ counted }) => counted) === one.length + other.length - 1 - 4,
  );
  const refused = answers.flatMap((answer) => answer.refused);
  claim(
    'Mã chụp lại từ 10 phút trước bị từ chối, các lượt khác vẫn được nhận',
    refused.length === 2 && refused.every(({ clientId, code }) => clientId === photo && code === 'door.codeStale'),
  );
}

/** The other way round: the code on the trainer's phone, scanned by the member. */
async function selfScan(story: TrainingStory, { session, secret }: Pack, person: Person): Promise<void> {
  const { clientId, at } = blank(story);
  const code = await sessionCode(secret, session.id, new Date(at));
  const phone = await story.signIn(person.id);
  const { state } = await phone.call(routes.checkMyselfIn, {
    params: { sessionId: session.id },
    body: { clientId, code, at },
  });
  claim(`${person.fullName} tự quét mã trên máy giảng viên: đã điểm danh`, state === 'counted');
}

async function provenOnce({ focal }: TrainingStory, sessionId: string, people: readonly Person[]): Promise<void> {
  const rows = (await focal.call(routes.attendance, { params: { sessionId } })).filter(
    ({ state }) => state === 'counted',
  );
  const seen = rows.flatMap(({ person }) => person?.id ?? []);
  claim(
    `Xã xem danh sách: ${people.length} người trong danh sách Tổ và 1 người ngoài, không thiếu ai, không ai hai lần`,
    rows.length === people.length + 1 &&
      seen.length === new Set(seen).size &&
      people.every(({ id }) => seen.includes(id)),
  );
}
