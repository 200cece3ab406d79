/** Hamlets of a test's commune that become one. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { ApplyReorganisation } from '../../../src/modules/organization/reorganisation/mergers/apply-reorganisation.ts';
import type { TestApp } from '../app.ts';
import type { Village } from '../orders.ts';

/** The first two hamlets of a village, as its officer enters them. */
export const mergerInput = (village: Village, onDate: string, changes: Record<string, unknown> = {}) => ({
  title: 'Nhập Thôn 1 và Thôn 2 thành Thôn Tân Minh',
  hamletIds: village.hamletIds.slice(0, 2),
  type: 'thôn',
  name: 'Tân Minh',
  onDate,
  directiveId: village.directiveId,
  ...changes,
});

/** Gives the reform's id. */
export async function scheduleMerger(
  app: TestApp,
  village: Village,
  onDate: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { token } = village.officer;
  const { body } = await app.call(routes.createMerger, {
    token,
    key: randomUUID(),
    params: { unitId: village.communeId },
    body: mergerInput(village, onDate, changes),
  });
  const answer = await app.call(routes.scheduleReorganisation, {
    token,
    key: randomUUID(),
    params: { reorganisationId: body.id },
    body: { version: 1 },
  });
  if (answer.status !== 200) throw new Error(`the merger was refused: ${JSON.stringify([body, answer.body])}`);
  return body.id;
}

/** The day comes: what is due begins, and everybody acts on it. */
export async function comes(app: TestApp, day: string): Promise<void> {
  app.clock.set(new Date(`${day}T03:00:00Z`));
  await app.get(ApplyReorganisation).run();
  await app.drain();
}

/** The team that goes on with the people and work of the village's first one. */
export async function heirOf(app: TestApp, village: Village): Promise<string> {
  const [row] = await app.database.rows<{ id: string }>(
    sql`select merged_into_id as id from teams where id = ${village.teams[0]?.id}`,
  );
  if (!row?.id) throw new Error('the team has not become part of another');
  return row.id;
}
