/** Two reforms that stand on each other, entered when their days have passed: 34 communes become 32, then 8, and nothing is lost. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { monthBefore, periodOf } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { Clock } from '#platform/clock';
import { findAccounts, focalOf, signInWith } from '../../accounts.ts';
import type { ApiClient } from '../../api-client.ts';
import type { Loaded } from '../../seed/load-district.ts';
import type { Tree } from '../../seed/load-units.ts';
import { mainCommune } from '../../seed/places.ts';
import { bold, count, dim, heading, line } from '../../terminal.ts';
import { claim, tell } from '../checked.ts';
import { isSameMonth, type Month, monthByUnits } from './on-both-trees.ts';
import { confirm, handInBefore, type HandedIn } from './order-over-the-day.ts';
import { ReformDesk } from './reform-desk.ts';
import { communeOfTask, type Standing, standingOf } from './standing.ts';
import { forgotten, heirOfForgotten, reforms, secondDay } from './trieu-son-lists.ts';

interface ReformStory {
  app: NestFastifyApplication;
  tree: Tree;
  organiser: ApiClient;
  signIn(personId: string): Promise<ApiClient>;
}
interface Before {
  month: string;
  sums: Month;
  standing: Standing;
  task: HandedIn;
}

export async function playReforms(
  app: NestFastifyApplication,
  api: ApiClient,
  { tree }: Pick<Loaded, 'tree'>,
): Promise<void> {
  const today = app.get(Clock).today();
  if (today < secondDay) return;
  const signIn = signInWith(app, api);
  const organiser = await signIn(await personWith(app, 'province officer'));
  const story = { app, tree, organiser, signIn };
  heading(13, 'Xã cũ, xã mới', 'two reforms that stand on each other, rehearsed, one conflict settled');
  const month = monthBefore(periodOf(today).month);
  const communeId = tree.communes.get(forgotten[1].replace('Xã ', '')) ?? [...tree.communes.values()].at(-1) ?? '';
  const before: Before = {
    month,
    sums: await monthByUnits(organiser, tree.provinceId, month),
    standing: await standingOf(app),
    task: await handInBefore(signIn, organiser, communeId, today),
  };
  const [first, second] = reforms.map((reform) => new ReformDesk(organiser, tree.provinceId, reform));
  if (!first || !second) return;
  await draftBoth(first, second);
  await settle(second, story);
  await second.rehearse();
  heading(14, 'Ngày hôm sau', 'handed over: the order goes on, the sums are the same on both trees');
  // The officer of the province prepares it; posts are an administrator's to give.
  await second.schedule(await signIn(await personWith(app, 'admin')));
  await morningAfter(second, story, before);
}

async function personWith(app: NestFastifyApplication, role: string): Promise<string> {
  return (await findAccounts(app)).find((account) => account.role.includes(role))?.personId ?? '';
}

/** The second one's old units are the first one's new ones: it knows them as soon as the first is settled. */
async function draftBoth(first: ReformDesk, second: ReformDesk): Promise<void> {
  for (const desk of [first, second]) {
    const { reform } = desk;
    line(`   ${bold(reform.title)}  ${dim(`${reform.resolution.number}, từ ${formatDate(reform.onDate, 'vi')}`)}`);
    await desk.draft(reform.list(desk === second ? forgotten[0] : undefined));
  }
  const unknown = (await second.blocks()).filter(({ code }) => code === 'unknownUnit');
  const asked = await first.areNew();
  await first.schedule();
  tell(
    `${first.reform.from} xã, thị trấn thành ${first.reform.to}; ${asked} mã cũ mang tên khác, trả lời “là xã mới”, áp dụng từ ${formatDate(first.reform.onDate, 'vi')}`,
  );
  const left = (await second.blocks()).filter(({ code }) => code === 'unknownUnit');
  claim(
    `Cuộc sau đứng trên cuộc trước: ${unknown.length} đơn vị chưa có khi đọc danh sách, nay đều nhận ra`,
    left.length === 0,
  );
}

/** One commune was forgotten in the list: it is found, and given to its heir. */
async function settle(second: ReformDesk, story: ReformStory): Promise<void> {
  const conflict = (await second.blocks()).find(({ code }) => code === 'unitNotTaken');
  if (conflict?.unit) {
    const heir = (await second.heirs()).find(({ name }) => name === heirOfForgotten);
    await second.edit([{ do: 'part', unitId: conflict.unit.id, intoPosition: heir?.position ?? 0, whole: true }]);
    tell(`${conflict.unit.fullName}: chưa nơi nào nhận, giao cho Xã ${heirOfForgotten}`);
  }
  const asked = await second.areNew();
  if (asked > 0) tell(`${asked} mã cũ mang tên khác: “là xã mới”`);
  await choosePeople(second, story);
  const left = await second.blocks();
  claim('Không còn gì chặn lên lịch', left.length === 0);
}

/** The first focal officer of the old communes goes on in the new one; Minh Sơn's committee and the district's officer go on too. */
async function choosePeople(second: ReformDesk, { app, organiser, tree }: ReformStory): Promise<void> {
  const heirs = await second.heirs();
  const minhSon = tree.communes.get(mainCommune) ?? '';
  for (const heir of heirs) {
    const parts = (await second.partsOf(heir)).flatMap(({ unit }) => (unit?.kind === 'commune' ? [unit.id] : []));
    const post = (personId: string, role: 'focal_officer' | 'committee_member', title: string) =>
      second.edit([{ do: 'post', personId, role, title, standIn: false, intoPosition: heir.position }]);
    const focal = heir.kind === 'create' && (await firstFocal(app, parts));
    if (focal) await post(focal, 'focal_officer', 'Công chức Văn hóa - Xã hội');
    if (!parts.includes(minhSon)) continue;
    const committee = await organiser.call(routes.getCommittee, { params: { unitId: minhSon } });
    for (const { person } of committee?.members ?? []) await post(person.id, 'committee_member', 'Ủy viên Ban chỉ đạo');
  }
  const province = heirs.find(({ unit }) => unit?.kind === 'province');
  if (province)
    await second.edit([
      {
        do: 'post',
        personId: await personWith(app, 'district officer'),
        role: 'province_officer',
        title: 'Chuyên viên Sở Khoa học và Công nghệ, theo dõi khu vực Triệu Sơn',
        standIn: false,
        intoPosition: province.position,
      },
    ]);
}

/** A commune that the earlier reform made has none yet. */
async function firstFocal(app: NestFastifyApplication, communeIds: string[]): Promise<string> {
  for (const id of communeIds) {
    const focal = await focalOf(app, id);
    if (focal) return focal;
  }
  return '';
}

async function morningAfter(second: ReformDesk, story: ReformStory, before: Before): Promise<void> {
  const { app, organiser, signIn, tree } = story;
  const after = await standingOf(app);
  claim(
    `${second.reform.from} xã, thị trấn thành ${second.reform.to} xã, huyện kết thúc; ${count(after.teams)} Tổ, ${count(after.members)} thành viên, ${count(after.openTasks)} việc đang mở: 0 mất`,
    JSON.stringify(after) === JSON.stringify(before.standing),
  );
  const task = await organiser.call(routes.getTask, { params: { taskId: before.task.taskId } });
  const communeId = await communeOfTask(app, before.task.taskId);
  const officer = await signIn(await focalOf(app, communeId));
  const { units } = await officer.call(routes.takeoverReceived, { params: { unitId: communeId } });
  const heir = (await organiser.call(routes.getUnit, { params: { unitId: communeId } })).fullName;
  tell(
    `Bàn giao ở ${heir}: ${units.map(({ unit, numbers }) => `${unit.fullName} ${numbers.hamlets} thôn`).join(', ')}`,
  );
  claim(
    `Việc “${task.title}” do huyện giao, ${before.task.team} báo xong trước ngày đổi (${before.task.value}); ${heir} xác nhận`,
    (await confirm(officer, before.task)) === 'confirmed',
  );
  const sums = await monthByUnits(organiser, tree.provinceId, before.month);
  claim(
    `Tháng ${before.month.slice(5)}/${before.month.slice(0, 4)} theo đơn vị lúc đó và theo đơn vị hiện nay: ${sums.size} chỉ tiêu, tổng khớp từng chỉ tiêu`,
    sums.size > 0 && isSameMonth(sums, before.sums),
  );
}
