/** The sixth chapter: more people than seats ask at the same moment; the waiting list moves up by itself. */
import { type RouteAnswer, routes } from '#contracts';
import { bold, count, heading } from '../../terminal.ts';
import { claim, tell, until } from '../checked.ts';
import { inboxHas } from './inbox-has.ts';
import type { TrainingStory } from './training-story.ts';

type People = RouteAnswer<typeof routes.invitedPeople>['items'];
/** One page holds all of the demo's session. */
const query = { limit: '200' };
/** Of larger teams the last one stays silent. */
const LARGE = 4;

export async function fillSeats(story: TrainingStory, sessionId: string): Promise<void> {
  heading(6, 'Nhận chỗ, chờ chỗ, lên chỗ', 'seats fill at once, the waiting list moves up');
  const { trainer, signIn } = story;
  const params = { sessionId };
  const read = async () => ({
    people: (await trainer.call(routes.invitedPeople, { params, query })).items,
    teams: (await trainer.call(routes.invitedTeams, { params, query })).items,
  });
  const before = await read();
  const asking = before.teams.flatMap(({ team }) => {
    const members = before.people.filter((one) => one.team?.id === team.id);
    return members.length < LARGE ? members : members.slice(0, -1);
  });
  const phones = await Promise.all(asking.map(({ person }) => signIn(person.id)));
  await Promise.all(phones.map((phone) => phone.call(routes.answerInvitation, { params, body: { answer: 'take' } })));
  const [full, { capacity }] = [await read(), await trainer.call(routes.trainingSession, { params })];
  const [seated, waiting] = [inState(full.people, 'seated'), inState(full.people, 'waiting')];
  claim(
    `${asking.length} người cùng bấm “Tôi sẽ tham dự”: đúng ${seated.length} người có chỗ, ${waiting.length} người vào danh sách chờ, không ai hai lần`,
    seated.length === capacity && seated.length + waiting.length === asking.length,
  );
  claim(
    `Tổ nào cũng có chỗ: ${full.teams.map(({ team, taken }) => `${team.name}: ${count(taken)} chỗ`).join(', ')}`,
    full.teams.every(({ taken, kept }) => taken >= kept),
  );
  await moveUp(story, sessionId, full.people);
}

/** Somebody gives a seat back; the first of the waiting list for whom it is free gets it, and is told. */
async function moveUp({ trainer, signIn }: TrainingStory, sessionId: string, people: People): Promise<void> {
  const params = { sessionId };
  const waiting = inState(people, 'waiting').toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const gone = inState(people, 'seated').find(({ team }) => team?.id === waiting[0]?.team?.id);
  const phone = await signIn(gone?.person.id ?? '');
  await phone.call(routes.answerInvitation, { params, body: { answer: 'give_back' } });
  const after = await trainer.call(routes.trainingSession, { params });
  const { items } = await trainer.call(routes.invitedPeople, { params, query });
  const up = inState(items, 'seated').filter(({ person }) => waiting.some((one) => one.person.id === person.id));
  tell(`${gone?.person.fullName} hủy chỗ`);
  claim(
    `${bold(up[0]?.person.fullName ?? '')} đang chờ thứ nhất, được lên chỗ ngay; cả lớp vẫn ${after.taken} trên ${after.capacity}`,
    up.length === 1 && up[0]?.person.id === waiting[0]?.person.id && after.taken === after.capacity,
  );
  const happy = await signIn(up[0]?.person.id ?? '');
  await until('who moved up is told', () => inboxHas(happy, 'seatPromoted', sessionId));
  tell('Người được lên chỗ đã nhận tin');
}

const inState = (people: People, state: People[number]['state']): People => people.filter((one) => one.state === state);
