/** The session is moved: everybody is told, "Tôi đã biết" is counted, and whoever still holds the old time is called. */
import { routes } from '#contracts';
import { later, momentOf } from '../../seed/training/moments.ts';
import { heading, table } from '../../terminal.ts';
import { claim, tell, until } from '../checked.ts';
import { inboxHas } from './inbox-has.ts';
import type { TrainingStory } from './training-story.ts';

const SHOWN = 4;

export async function moveSession(story: TrainingStory, sessionId: string): Promise<void> {
  heading(7, 'Đổi giờ, ai còn giữ giờ cũ', 'moved and acknowledged; who still holds the old time');
  const { trainer, signIn } = story;
  const params = { sessionId };
  const held = await trainer.call(routes.trainingSession, { params });
  const startsAt = later(held.startsAt, 30);
  const moved = await trainer.call(routes.changeSession, {
    params,
    body: {
      communeId: held.communeId,
      topicCode: held.topicCode,
      title: held.title,
      audience: held.audience,
      startsAt,
      endsAt: later(held.endsAt, 30),
      place: held.place,
      mapUrl: held.mapUrl,
      onlineUrl: held.onlineUrl,
      capacity: held.capacity,
      seatsPerTeam: held.seatsPerTeam,
      heldUntil: held.heldUntil,
      language: held.language,
      materials: held.materials,
      bring: held.bring,
      teamIds: held.teamIds,
      version: held.version,
      why: 'Nhà văn hóa có việc đến 14 giờ',
    },
  });
  const { items } = await trainer.call(routes.invitedPeople, { params, query: { limit: '200' } });
  const asked = items.filter(({ state }) => state !== 'declined' && state !== 'given_back');
  const seated = asked.filter(({ state }) => state === 'seated');
  for (const { person } of seated) {
    const phone = await signIn(person.id);
    await until(`${person.fullName} is told of the move`, () => inboxHas(phone, 'trainingMoved', sessionId));
  }
  tell(`${momentOf(startsAt)} thay cho ${momentOf(held.startsAt)}: ${asked.length} người được báo`);
  const knowing = seated.slice(0, Math.ceil(seated.length / 2));
  for (const { person } of knowing)
    await (await signIn(person.id)).call(routes.acknowledgeChange, { params, body: { version: moved.version } });
  await callTheRest(story, sessionId, asked.length - knowing.length, knowing.length);
}

async function callTheRest(
  { trainer }: TrainingStory,
  sessionId: string,
  left: number,
  knowing: number,
): Promise<void> {
  const params = { sessionId };
  const old = async () =>
    (await trainer.call(routes.unacknowledged, { params, query: { limit: '200' } })).items.filter(
      ({ why }) => why === 'old_time',
    );
  const list = await old();
  claim(`${knowing} người bấm “Tôi đã biết”, ${list.length} người còn giữ giờ cũ, cần gọi:`, list.length === left);
  table(
    ['Họ tên', 'Tổ', 'Số điện thoại'],
    list.slice(0, SHOWN).map(({ person, team, phone }) => [person.fullName, team?.name ?? '', phone ?? 'chưa có số']),
  );
  const [first] = list;
  if (!first) return;
  await trainer.call(routes.toldOfChange, { params, body: { personId: first.person.id } });
  const now = await old();
  claim(
    `Đã gọi ${first.person.fullName}: còn ${now.length} người`,
    now.length === left - 1 && now.every(({ person }) => person.id !== first.person.id),
  );
}
