/** A phone without a network over the day on which its hamlet is merged or divided: what it kept is sent afterwards, and counts. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { act, buildDirective, buildVillage, issueOrder, type Village } from '../../../support/orders.ts';
import { type Visit, leftQuickReport } from '../../../support/browser.ts';
import { comes, scheduleMerger } from '../../../support/reforms/mergers.ts';
import { halvesOf, knowsHouseholds, teamOf } from '../../../support/reforms/splits.ts';
import { setClock } from '../../touches.ts';
import type { Story } from '../member-story.ts';

const DAY_MS = 86_400_000;
const AFTER_DAYS = 3;
/** What the quick report "Dịch vụ công" counts: it joins no task that counts something else. */
const ASKED = { indicatorCode: 'CQ01', title: 'Hướng dẫn bà con dùng dịch vụ công' };

async function scheduleSplit({ app }: Story['shell'], village: Village, onDate: string): Promise<void> {
  const { token } = village.officer;
  await knowsHouseholds(app, village.hamletIds[0]!, 238);
  const made = await app.call(routes.createSplit, {
    token,
    key: randomUUID(),
    params: { unitId: village.communeId },
    body: {
      title: 'Chia Thôn 1',
      hamletId: village.hamletIds[0],
      onDate,
      directiveId: await buildDirective(app, village.communeId, '7/NQ-HĐND'),
      halves: halvesOf(teamOf(village)),
    },
  });
  const params = { reorganisationId: made.body.id };
  const set = await app.call(routes.scheduleReorganisation, { token, key: randomUUID(), params, body: { version: 1 } });
  expect(set.body.state).toBe('scheduled');
}

/** Two quick reports without a network, each added to the task. */
async function record({ page, context }: Visit): Promise<void> {
  for (const [n, value] of ['8', '5'].entries()) {
    await page.evaluate(() => void (location.hash = '#/bao-nhanh'));
    await page.getByRole('button', { name: 'Dịch vụ công' }).click();
    if (n === 0) await context.setOffline(true);
    await page.getByRole('button', { name: value, exact: true }).click();
    await page.getByRole('button', { name: 'Có', exact: true }).click();
    await page.getByRole('button', { name: /^Gửi/ }).click();
    await page.getByText('Đã lưu trên máy, có mạng sẽ gửi').first().waitFor();
    // The words of the first one still stand when the second is sent.
    await leftQuickReport(page);
  }
}

export async function arrivesAfterReform({ shell }: Story, how: 'merged' | 'divided'): Promise<void> {
  const { app } = shell;
  const before = app.clock.now();
  const day = app.clock.dayOf(new Date(before.getTime() + AFTER_DAYS * DAY_MS));
  const village = await buildVillage(app, { hamlets: 2, commune: how === 'merged' ? 'Thọ Tân' : 'Thọ Vực' });
  const { member, leader, id: teamId } = teamOf(village);
  const [taskId = ''] = (await issueOrder(app, village, ASKED)).taskIds;
  expect((await act(app, leader, 'acceptTask', taskId)).status).toBe(200);
  if (how === 'merged') await scheduleMerger(app, village, day);
  else await scheduleSplit(shell, village, day);
  const visit = await shell.visit(0, { serviceWorkers: 'block' });
  const { page, context } = visit;
  await page.addInitScript(setClock, before.getTime() - Date.now());
  const kept = JSON.stringify({ token: member.token, personId: member.id });
  await page.addInitScript((session) => localStorage.setItem('to-so.session', session), kept);
  await page.goto(shell.link([], 0));
  await page.getByText(/Đã\scập\snhật/).waitFor();
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page.getByText('Không còn mục nào chờ gửi').waitFor();
  await record(visit);
  await comes(app, day);
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Xong hôm nay' }).waitFor();
  await page
    .getByText(/Xã\snhận\slúc/)
    .nth(1)
    .waitFor();
  const rows = await app.database.rows<{ value: number; own: boolean; task: string | null; on: string }>(
    sql`select l.value::int as value, e.team_id <> ${teamId} and m.person_id is not null as own, e.task_id as task,
        e.happened_on::text as on from progress_entries e join progress_lines l on l.entry_id = e.id
        left join team_members_at(${day}::date) m on m.team_id = e.team_id and m.person_id = e.actor_id
      where e.actor_id = ${member.id} order by e.recorded_at, e.id`,
  );
  const today = app.clock.dayOf(before);
  expect(rows.map(({ value, own, on }) => [value, own, on])).toEqual([
    [8, true, today],
    [5, true, today],
  ]);
  const { body } = await app.call(routes.getTask, { token: member.token, params: { taskId } });
  const added = rows.filter(({ task }) => task !== null).reduce((sum, { value }) => sum + value, 0);
  expect([added, body.figures.reported]).toEqual([13, 13]);
  await context.close();
  app.clock.set(before);
}
