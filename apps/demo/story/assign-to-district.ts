/** The second chapter: the district gives one order to every team, and the fan-out is watched. */
import { setTimeout as pause } from 'node:timers/promises';
import { type RouteAnswer, routes, splitTarget } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { ApiClient } from '../api-client.ts';
import type { Tree } from '../seed/load-units.ts';
import { bold, count, dim, heading, line, ProgressLine } from '../terminal.ts';
import { teamsOf } from '../teams-of.ts';

type DeliveryStatus = RouteAnswer<typeof routes.deliveryStatus>;
const PER_TEAM = 20;
const GIVE_UP_MS = 120_000;

export async function assignToDistrict(
  officer: ApiClient,
  tree: Tree,
  directiveId: string,
  today: string,
): Promise<string> {
  heading(2, 'Huyện giao một việc cho mọi Tổ', 'one order to every team of the district');
  const teams = (await teamsOf(officer, tree.districtId)).filter((team) => team.status === 'active');
  const target = teams.length * PER_TEAM;
  const shares = splitTarget(
    target,
    teams.map((team) => ({ teamId: team.id, weight: team.households ?? 0 })),
  );
  const assignment = await officer.call(routes.issueAssignment, {
    body: {
      unitId: tree.districtId,
      templateCode: 'NV03',
      title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến',
      indicatorCode: 'CQ02',
      target,
      dueOn: addDays(today, 20),
      directiveId,
      work: 'Đến từng hộ có nhu cầu làm giấy tờ, cùng bà con nộp hồ sơ trên cổng dịch vụ công bằng điện thoại của chính họ.',
      evidence: ['count', 'photo'],
      shares: [...shares].map(([teamId, share]) => ({ teamId, target: Math.max(1, share) })),
    },
  });
  line(
    `   ${bold(assignment.title)}  ${count(teams.length)} Tổ, ${count(target)} hồ sơ, ${dim(`căn cứ ${assignment.directive.citation}`)}`,
  );
  await watch(officer, assignment.id);
  return assignment.id;
}

async function watch(officer: ApiClient, assignmentId: string): Promise<void> {
  const progress = new ProgressLine();
  const started = performance.now();
  for (;;) {
    const delivery = await officer.call(routes.deliveryStatus, { params: { assignmentId } });
    progress.draw(delivery.sent + delivery.failed, delivery.planned, summary(delivery, started));
    const settled = delivery.planned > 0 && delivery.pending === 0;
    if (settled || performance.now() - started > GIVE_UP_MS) break;
    await pause(100);
  }
  progress.end();
}

function summary(delivery: DeliveryStatus, started: number): string {
  const seconds = (performance.now() - started) / 1000;
  const channels = delivery.channels.map(({ route, sent }) => `${route} ${count(sent)}`).join(', ');
  return `dự kiến ${count(delivery.planned)} · đã gửi ${count(delivery.sent)} · hỏng ${count(delivery.failed)} · ${count(Math.round(delivery.sent / seconds))}/giây · ${channels}`;
}
