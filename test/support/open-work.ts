/** One of each kind that can be open in a commune when a post changes hands. */
import { v7 } from 'uuid';
import { routes } from '#contracts';
import type { TestApp } from './app.ts';
import { act, issueOrder, part, type Village } from './orders.ts';
import type { TestPerson } from './people.ts';
import { openReport } from './reports.ts';

/**
 * An order half typed, a monthly one, a result that waits, a difficulty that the focal officer has taken, a month's report;
 * and a result that the focal officer has confirmed, which is not open any more.
 */
export async function openWork(app: TestApp, village: Village, focal: TestPerson): Promise<void> {
  const { communeId } = village;
  await app.call(routes.saveDraft, {
    token: focal.token,
    params: { unitId: communeId, draftId: v7() },
    body: { title: 'Việc tháng sau', content: {} },
  });
  const { id, taskIds } = await issueOrder(app, village);
  await app.call(routes.issueAgainMonthly, {
    token: village.officer.token,
    params: { assignmentId: id },
    body: { recurrence: 'monthly' },
  });
  const [team] = village.teams;
  for (const index of [0, 1]) {
    const { leader } = village.teams[index]!;
    await act(app, leader, 'acceptTask', taskIds[index]!);
    await act(app, leader, 'reportProgress', taskIds[index]!, part(20));
    await act(app, leader, 'completeTask', taskIds[index]!, {});
  }
  await act(app, focal, 'confirmTask', taskIds[1]!);
  const { body: told } = await app.call(routes.reportDifficulty, {
    token: team!.leader.token,
    params: { teamId: team!.id },
    body: { kind: 'skill', text: 'Chưa biết nộp hồ sơ đất đai' },
  });
  await app.call(routes.takeDifficulty, { token: focal.token, params: { difficultyId: told.id } });
  await openReport(app, focal, communeId, '2022-06');
}
