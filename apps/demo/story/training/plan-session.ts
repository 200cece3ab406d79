/** The fifth chapter: a trainer sees the gaps and a clash, proposes; the commune asks for another day; it is published. */
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { instantOn, later, momentOf } from '../../seed/training/moments.ts';
import { bold, dim, heading, line, table } from '../../terminal.ts';
import { claim, tell, until } from '../checked.ts';
import { inboxHas } from './inbox-has.ts';
import type { TrainingStory } from './training-story.ts';

type Coverage = RouteAnswer<typeof routes.trainingCoverage>;
type Plan = RouteBody<typeof routes.proposeSession>;

const TEAMS = 6;
const MINUTES = 150;

/** Gives the published session's id. */
export async function planSession(story: TrainingStory): Promise<string> {
  heading(5, 'Giảng viên đề xuất buổi tập huấn, xã trả lời', 'a provider proposes a session, the commune answers');
  const { trainer, focal, communeId, today } = story;
  const coverage = await trainer.call(routes.trainingCoverage, { params: { unitId: communeId } });
  const plan = await freePlan(story, firstPlan(coverage, communeId, today));
  const { id } = await trainer.call(routes.proposeSession, { body: plan });
  await until('the commune is told of the proposal', () => inboxHas(focal, 'trainingProposed', id));
  tell(`Đã gửi xã: ${bold(plan.title)}, ${momentOf(plan.startsAt)}, ${plan.place}`);
  await answerWithChange(story, id, plan);
  await allAreTold(story, id);
  return id;
}

/** The topic that fewest have learnt, for the teams that lack most, at a time that is taken. */
function firstPlan({ topics, total, first }: Coverage, communeId: string, today: string): Plan {
  const few = total.trained.indexOf(Math.min(...total.trained));
  const topic = topics[few] as Coverage['topics'][number];
  const invited = first.slice(0, TEAMS);
  line(`   ${bold(topic.title)}: mới ${total.trained[few]} trên ${total.members} người của xã đã học`);
  table(
    ['Nên mời trước', 'Người', 'Chưa ai học'],
    invited.map(({ team, people, missing }) => [
      team.name,
      people,
      missing.map((code) => topics.find((one) => one.code === code)?.title).join(', '),
    ]),
  );
  const startsAt = instantOn(today, 6, '14:00');
  return {
    communeId,
    topicCode: topic.code,
    title: topic.title,
    audience: 'teams',
    startsAt,
    endsAt: later(startsAt, MINUTES),
    place: 'Nhà văn hóa Thôn 11',
    mapUrl: null,
    onlineUrl: null,
    capacity: 8,
    seatsPerTeam: 1,
    heldUntil: addDays(today, 5),
    language: 'vi',
    materials: 'Tờ hướng dẫn hai trang, phát tại lớp',
    bring: 'Điện thoại thông minh, căn cước công dân',
    teamIds: invited.map(({ team }) => team.id),
  };
}

/** The first time clashes with the trainer's own session in another commune; the morning is free. */
async function freePlan({ trainer }: TrainingStory, plan: Plan): Promise<Plan> {
  const check = async (body: Plan) => (await trainer.call(routes.checkSessionPlan, { body })).clashes;
  const busy = (await check(plan)).find(({ kind }) => kind === 'trainer_busy');
  claim(
    `Chọn ${momentOf(plan.startsAt)}: trùng giờ với buổi “${busy?.with}” của chính giảng viên`,
    busy?.weight === 'refused',
  );
  const startsAt = later(plan.startsAt, -6 * 60);
  const free = { ...plan, startsAt, endsAt: later(startsAt, MINUTES) };
  const clashes = await check(free);
  claim(
    `Đổi sang ${momentOf(startsAt)}: không vướng buổi nào`,
    clashes.every(({ weight }) => weight === 'warned'),
  );
  for (const { kind, with: what } of clashes) if (kind === 'avoid_time') line(dim(`     Nên tránh: ${what}`));
  return free;
}

async function answerWithChange(
  { trainer, focal, today }: TrainingStory,
  sessionId: string,
  plan: Plan,
): Promise<void> {
  const startsAt = instantOn(today, 8, '14:00');
  const params = { sessionId };
  await focal.call(routes.decideSession, {
    params,
    body: {
      outcome: 'change',
      startsAt,
      endsAt: later(startsAt, MINUTES),
      place: 'Nhà văn hóa Thôn 8',
      note: 'Buổi sáng bà con ra đồng. Thôn 8 nhiều người chưa học, xin mở lớp ở đó.',
    },
  });
  await until('the trainer is told of the answer', () => inboxHas(trainer, 'trainingChangeAsked', sessionId));
  const asked = await trainer.call(routes.trainingSession, { params });
  tell(`Xã đề nghị đổi: ${momentOf(startsAt)}, ${asked.proposal?.place}. ${dim(`“${asked.note}”`)}`);
  const published = await trainer.call(routes.takeProposal, { params });
  claim(
    `Giảng viên nhận lời: buổi học đã công bố, ${asked.teamIds.length} Tổ, ${published.capacity} chỗ, mỗi Tổ giữ ${plan.seatsPerTeam} chỗ`,
    published.state === 'published' &&
      published.startsAt === startsAt &&
      dateInVietnam(published.startsAt) === addDays(today, 8),
  );
}

async function allAreTold({ trainer, signIn }: TrainingStory, sessionId: string): Promise<void> {
  const invited = await trainer.call(routes.invitedPeople, { params: { sessionId }, query: { limit: '200' } });
  for (const { person } of invited.items) {
    const phone = await signIn(person.id);
    await until(`${person.fullName} is invited`, () => inboxHas(phone, 'trainingInvited', sessionId));
  }
  tell(`${invited.total} người được mời, mỗi người một tin trong mini-app`);
}
