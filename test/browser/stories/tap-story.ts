/** What is promised of a result: three taps from the list to "Gửi", for all that is left as for one. Counted in the page. */
import type { Page } from 'playwright-core';
import { sql } from '#platform/database';
import { act, buildVillage, issueOrder } from '../../support/orders.ts';
import type { memberStory } from './member-story.ts';

/** Runs in the page, before its scripts: touches of a finger, not clicks that a script makes. */
function countTaps(): void {
  Object.assign(window, { taps: 0 });
  addEventListener(
    'click',
    ({ isTrusted }) => {
      if (isTrusted) (window as unknown as { taps: number }).taps++;
    },
    true,
  );
}
const tapsIn = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { taps: number }).taps);

export async function recordsInThreeTaps({ shell }: ReturnType<typeof memberStory>): Promise<void> {
  const { app } = shell;
  const take = async (target: number) => {
    const village = await buildVillage(app, { hamlets: 1, commune: `Thọ Dân ${target}` });
    const [team] = village.teams;
    const shares = [{ teamId: team!.id, target }];
    const [taskId = ''] = (await issueOrder(app, village, { target, shares })).taskIds;
    expect((await act(app, team!.member, 'acceptTask', taskId)).status).toBe(200);
    return { taskId, member: team!.member };
  };
  const sent = (taskId: string) =>
    app.database.one<{ value: number }>(
      sql`select l.value::int as value from progress_entries e join progress_lines l on l.entry_id = e.id where e.task_id = ${taskId}`,
    );
  const record = async (target: number, choice: string, value: number) => {
    const { taskId, member } = await take(target);
    const { page, context } = await shell.visit(0);
    await page.addInitScript(countTaps);
    const kept = JSON.stringify({ token: member.token, personId: member.id });
    await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
    await page.goto(shell.link([], 0));
    await page.getByRole('link', { name: 'Ghi kết quả' }).first().waitFor();
    expect(await tapsIn(page)).toBe(0);
    await page.getByRole('link', { name: 'Ghi kết quả' }).first().click();
    await page.getByRole('button', { name: choice, exact: true }).click();
    await page.getByRole('button', { name: `Gửi ${value} hồ sơ` }).click();
    await page.getByText(new RegExp(`Xã\\sđã\\snhận\\s${value}\\shồ\\ssơ`)).waitFor();
    expect([await tapsIn(page), await sent(taskId)]).toEqual([3, { value }]);
    await context.close();
  };
  await record(12, 'Còn 12, ghi đủ 12', 12);
  await record(20, 'Thêm 1', 1);
}
