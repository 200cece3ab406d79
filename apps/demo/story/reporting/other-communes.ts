/**
 * The rest of the district, so that its board has every state to show: most send in time and are accepted, some wait, two
 * are given back, three come late, the last ones send nothing.
 */
import { type RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { sequence } from '../../seed/people.ts';
import type { TimeTravel } from '../../seed/training/time-travel.ts';
import { instantOn } from '../../seed/training/moments.ts';
import { ProgressLine } from '../../terminal.ts';
import type { Office, ReportingStory } from './reporting-story.ts';
import { leadersOf, tell } from './work-of-month.ts';

const SILENT = 5;
const LATE = 3;
const RETURNED = 2;
const WAITING = 7;
const TELLING = 2;
const AT_ONCE = 4;
const most = { public_services: 40, communication: 90, payment: 25 } as const;

/** An office as of now: an officer's session ends after twelve hours, also when the clock has moved. */
export type OfficeAt = (name: string) => Promise<Office>;

export async function otherCommunes(
  story: ReportingStory,
  travel: TimeTravel,
  { names, officeAt }: { names: readonly string[]; officeAt: OfficeAt },
): Promise<void> {
  const { dueOn } = story.period;
  const canBeLate = dueOn < story.today;
  const late = canBeLate ? names.slice(-(LATE + SILENT), -SILENT) : [];
  const inTime = names.slice(0, -(LATE + SILENT));
  const progress = new ProgressLine();
  const next = sequence(25);
  let sent = 0;
  const send = async (name: string, lateReason?: string) => {
    const office = await officeAt(name);
    await workOf(story, office, next);
    await sendMonth(story, office, lateReason);
    const all = inTime.length + late.length;
    progress.draw(++sent, all, `${sent} xã, thị trấn khác gửi báo cáo; ${names.length - all} nơi chưa gửi`);
  };
  await atOnce(inTime, (name) => send(name));
  await decide(story, inTime, officeAt);
  if (canBeLate) {
    await travel.to(instantOn([addDays(dueOn, 2), story.today].toSorted()[0] as string, 0, '15:00'));
    await atOnce(late, (name) => send(name, 'Chờ xác nhận số liệu của các Tổ'));
  }
  progress.end();
}

async function workOf(story: ReportingStory, office: Office, next: () => number): Promise<void> {
  const leaders = (await leadersOf(story, office)).slice(0, TELLING);
  for (const [i, leader] of leaders.entries())
    for (const kind of ['public_services', i === 0 ? 'communication' : 'payment'] as const)
      await tell(office, leader, {
        kind,
        value: 1 + Math.floor(next() * most[kind]),
        on: addDays(story.period.endsOn, -3 - i),
      });
}

async function sendMonth({ period }: ReportingStory, { focal, unitId }: Office, lateReason?: string): Promise<void> {
  const body: RouteBody<typeof routes.openReport> = { month: period.month };
  const { id, words, figuresHash } = await focal.call(routes.openReport, { params: { unitId }, body });
  await focal.call(routes.submitReport, {
    params: { reportId: id },
    body: { wordsVersion: words.version, figuresHash, ...(lateReason && { lateReason }) },
  });
}

async function decide(story: ReportingStory, names: readonly string[], officeAt: OfficeAt): Promise<void> {
  const { district, period } = story;
  const decided = names.slice(0, -WAITING);
  await atOnce([...decided.entries()], async ([i, name]) => {
    const { focal, unitId } = await officeAt(name);
    const reports = await focal.call(routes.listReports, { params: { unitId } });
    const reportId = reports.find(({ month, kind }) => month === period.month && kind === 'monthly')?.id ?? '';
    if (i >= RETURNED) await district.call(routes.acceptReport, { params: { reportId }, body: { version: 1 } });
    else
      await district.call(routes.returnReport, {
        params: { reportId },
        body: {
          version: 1,
          comments: [
            { cell: 'TT02', comment: 'Số lượt cao hơn hẳn các xã bên cạnh, đề nghị kiểm tra lại.' },
            { cell: 'difficulties', comment: 'Chưa nêu khó khăn nào.' },
          ],
        },
      });
  });
}

/** A few at a time: as many as the server has hands for. */
async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const hand = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
