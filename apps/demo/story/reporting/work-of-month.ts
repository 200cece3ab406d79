/** What teams of three communes did in the last two periods, told from their phones and confirmed by the commune. */
import { routes } from '#contracts';
import type { DifficultyKind, QuickReportKind } from '#contracts/enums';
import { addDays, monthBefore, periodOfMonth } from '#contracts/reporting/periods';
import { startOfDay } from '#i18n';
import type { TimeTravel } from '../../seed/training/time-travel.ts';
import type { Office, ReportingStory } from './reporting-story.ts';
import { teamsOf } from '../../teams-of.ts';

/** By team: its leader tells this many people, so many days before the period's end. */
const done: [team: number, kind: QuickReportKind, people: number, daysBeforeEnd: number][] = [
  [0, 'public_services', 34, 9],
  [0, 'payment', 18, 4],
  [1, 'public_services', 21, 6],
  [2, 'communication', 3, 11],
  [3, 'marketplace', 5, 8],
  [4, 'public_services', 12, 2],
];
/** What was hard in the main commune, by team. */
const hard: [team: number, kind: DifficultyKind, text: string][] = [
  [1, 'signal', 'Khu vực cuối thôn sóng yếu, bà con nộp hồ sơ phải ra nhà văn hóa mới có mạng'],
  [3, 'skill', 'Nhiều cụ không nhớ mật khẩu VNeID, chưa biết cách lấy lại'],
];
/** What each commune means to reach in the year. */
const plans = [
  { code: 'TT02', value: 12 },
  { code: 'CQ01', value: 160 },
  { code: 'KT01', value: 12 },
  { code: 'XH01', value: 60 },
];
const EVENING_MS = 20 * 3_600_000;

export async function workOfMonth(story: ReportingStory, travel: TimeTravel): Promise<void> {
  const before = periodOfMonth(monthBefore(story.period.month));
  const year = Number(story.period.month.slice(0, 4));
  for (const { focal, unitId } of [story.main, ...story.neighbours])
    await focal.call(routes.planFigures, { params: { unitId }, body: { year, plans } });
  const leaders = await Promise.all([story.main, ...story.neighbours].map((office) => leadersOf(story, office)));
  const each = async (endsOn: string, share: number) => {
    for (const [i, office] of [story.main, ...story.neighbours].entries())
      for (const [team, kind, people, days] of i === 0 ? done : done.slice(0, 3))
        await tell(office, leaders[i]?.[team], { kind, value: Math.ceil(people * share), on: addDays(endsOn, -days) });
  };
  await travel.to(new Date(startOfDay(before.endsOn) + EVENING_MS).toISOString());
  await each(before.endsOn, 0.7);
  await travel.to(new Date(startOfDay(story.period.endsOn) + EVENING_MS).toISOString());
  await each(story.period.endsOn, 1);
  for (const [team, kind, text] of hard) {
    const leader = leaders[0]?.[team];
    if (leader)
      await leader.client.call(routes.reportDifficulty, { params: { teamId: leader.teamId }, body: { kind, text } });
  }
  await travel.home();
}

type Leader = Awaited<ReturnType<typeof leadersOf>>[number];

export async function leadersOf({ signIn }: Pick<ReportingStory, 'signIn'>, { focal, unitId }: Office) {
  const teams = await teamsOf(focal, unitId);
  const led = teams.flatMap(({ id, status, leader }) => (status === 'active' && leader ? [{ id, leader }] : []));
  return Promise.all(led.slice(0, 5).map(async ({ id, leader }) => ({ teamId: id, client: await signIn(leader.id) })));
}

export async function tell(
  { focal }: Office,
  leader: Leader | undefined,
  { kind, value, on }: { kind: QuickReportKind; value: number; on: string },
): Promise<void> {
  if (!leader) return;
  const body = { kind, value, happenedOn: on };
  const { entry } = await leader.client.call(routes.quickReport, { params: { teamId: leader.teamId }, body });
  await focal.call(routes.confirmEntry, { params: { entryId: entry.id }, body: {} });
}
