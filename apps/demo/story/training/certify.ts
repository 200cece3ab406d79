/** Afterwards: three taps, certificates that anyone can verify, one revoked, the gap that closed, and what the district sees. */
import { type RouteAnswer, routes } from '#contracts';
import { addDays } from '#i18n';
import { bold, count, dim, heading, line, table } from '../../terminal.ts';
import { claim, until } from '../checked.ts';
import type { Attended } from './check-in-offline.ts';
import { inboxHas } from './inbox-has.ts';
import type { TrainingStory } from './training-story.ts';
import { trainedIn } from './trained-in.ts';

type Certificates = RouteAnswer<typeof routes.issueCertificates>;

export async function certify(story: TrainingStory, attended: Attended): Promise<void> {
  heading(9, 'Giấy chứng nhận và độ phủ', 'certificates that anyone can verify, and the gap that closed');
  const { trainer, signIn } = story;
  const params = { sessionId: attended.sessionId };
  await trainer.call(routes.finishSession, { params });
  for (const { id } of attended.people.slice(0, 5))
    await (await signIn(id)).call(routes.giveFeedback, {
      params,
      body: { liked: 3, canDo: 2, nextTopic: 'e_payment' },
    });
  const { feedback } = await trainer.call(routes.sessionResult, { params });
  claim(`${feedback.answers} người góp ý bằng ba lần chạm`, feedback.answers === 5 && feedback.liked[2] === 5);
  await certificates(story, attended);
  const after = await trainedIn(story, attended.topicCode);
  claim(
    `${bold(after.title)}: trước buổi học ${attended.trainedBefore}, nay ${after.people} trên ${after.members} người đã học`,
    after.people > attended.trainedBefore,
  );
  await quickCards(story, attended);
  await load(story);
}

async function certificates(story: TrainingStory, { sessionId, people }: Attended): Promise<void> {
  const { trainer, visitor, signIn } = story;
  const issued = await trainer.call(routes.issueCertificates, { params: { sessionId }, body: {} });
  claim(`Cấp ${issued.length} giấy chứng nhận, mỗi người một giấy`, issued.length === people.length);
  const [good, wrong] = issued as [Certificates[number], Certificates[number]];
  const phone = await signIn(good.person.id);
  await until('the holder is told', () => inboxHas(phone, 'certificateIssued', sessionId));
  const check = (code: string) => visitor.call(routes.verifyCertificate, { params: { code } });
  const seen = await check(good.code);
  claim(
    `Ai cũng kiểm tra được, không cần đăng nhập: ${good.code} là của ${seen.fullName}, ${count(seen.hours)} giờ`,
    seen.holds && seen.fullName === good.person.fullName,
  );
  const typed = await check(good.code.toLowerCase().replaceAll('-', ''));
  claim('Gõ chữ thường, bỏ gạch nối vẫn tìm ra', typed.holds);
  await trainer.call(routes.revokeCertificate, {
    params: { certificateId: wrong.id },
    body: { reason: 'Điểm danh nhầm người' },
  });
  claim(
    `Thu hồi giấy của ${wrong.person.fullName}: kiểm tra lại báo không còn giá trị`,
    !(await check(wrong.code)).holds,
  );
}

/** Short lessons that belong to a task, readable without network. */
async function quickCards({ signIn }: TrainingStory, { people }: Attended): Promise<void> {
  const member = await signIn(people[0]?.id ?? '');
  const cards = await member.call(routes.trainingCards);
  const ofTask = cards.filter(({ templates }) => templates.includes('NV03'));
  claim(
    `Thẻ học nhanh ${dim('(đọc được khi mất mạng)')}: ${cards.length} thẻ; kèm việc nộp hồ sơ trực tuyến có “${ofTask[0]?.title}”`,
    ofTask.length > 0 && ofTask.every(({ steps }) => steps.length > 0),
  );
}

async function load({ trainer, district, districtId, today }: TrainingStory): Promise<void> {
  const query = { from: addDays(today, -30), to: addDays(today, 10) };
  const rows = await district.call(routes.trainingLoad, { params: { unitId: districtId }, query });
  line();
  table(
    ['Huyện xem theo đơn vị', 'Sắp tới', 'Đã dạy', 'Hủy', 'Lượt người', 'Giờ', 'Xã đã đến', 'Xã được giao'],
    rows.map((row) => [
      row.provider.name,
      row.proposed,
      row.held,
      row.cancelled,
      row.attended,
      row.hours,
      row.communes,
      row.communesCovered,
    ]),
  );
  const [own, all] = await Promise.all(
    [trainer, district].map(async (who) => (await who.call(routes.trainingSessions, { query })).sessions),
  );
  const seen = new Set(own?.map(({ provider }) => provider.id));
  claim(
    `Huyện thấy cả ${all?.length} buổi của ${rows.length} đơn vị; giảng viên chỉ thấy ${own?.length} buổi của đơn vị mình`,
    seen.size === 1 && (own?.length ?? 0) < (all?.length ?? 0),
  );
}
