/** The third chapter: one team accepts, reports in parts with a photo, and finishes; the commune confirms. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import type { ApiClient } from '../api-client.ts';
import { bold, dim, green, heading, line } from '../terminal.ts';
import { picture } from './picture.ts';

export interface Finisher {
  leader: ApiClient;
  member: ApiClient;
  officer: ApiClient;
}

export async function teamFinishes(
  { leader, member, officer }: Finisher,
  assignmentId: string,
  today: string,
): Promise<void> {
  heading(3, 'Một Tổ nhận việc, ghi kết quả từng phần, báo xong', 'one team accepts, reports in parts, finishes');
  const { tasks } = await leader.call(routes.myTasks);
  const task = tasks.find((candidate) => candidate.assignmentId === assignmentId);
  if (!task) throw new Error('the leader does not see the task');
  const params = { taskId: task.id };
  await leader.call(routes.acceptTask, { params });
  line(`   ${bold(task.team.name)} nhận việc: ${task.figures.target} ${task.indicator.unit}`);
  const third = Math.ceil(task.figures.target / 3);
  for (const [i, value] of [third, third, task.figures.target - 2 * third].entries()) {
    const photoIds = i === 0 ? [randomUUID()] : [];
    const { task: after, receipt } = await (i === 1 ? member : leader).call(routes.reportProgress, {
      params,
      body: { happenedOn: today, value, note: 'Làm tại nhà văn hóa thôn', photoIds },
    });
    const entry = after.entries.find((candidate) => candidate.receipt === receipt);
    for (const photoId of photoIds)
      await leader.call(routes.addPhoto, { params: { entryId: entry?.id ?? '', photoId }, body: await picture() });
    line(`   + ${value}  ${dim(`biên nhận ${receipt ?? ''}`)}  ${after.figures.reported} / ${after.figures.target}`);
  }
  await leader.call(routes.completeTask, { params, body: {} });
  await officer.call(routes.confirmTask, { params });
  line(`   ${green('Xã đã xác nhận')} toàn bộ ${task.figures.target} ${task.indicator.unit}`);
}
