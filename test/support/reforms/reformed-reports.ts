/** A reform of communes between two months of reports: what was sent before is read in the units after it. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { OpenReports } from '../../../src/modules/reporting/reports/periods/open-reports.ts';
import type { TestApp } from '../app.ts';
import { buildVillage, type Village } from '../orders.ts';
import { buildOfficer, type TestPerson } from '../people.ts';
import { buildFocal, buildLine, openReport, send } from '../reports.ts';

/** Three communes of a district that ends: two go over whole, one is divided between the two new communes. */
export interface Reform {
  whole: Village;
  divided: Village;
  late: Village;
  provinceId: string;
  sentWhole: string;
  sentDivided: string;
  northId: string;
  southId: string;
  north: TestPerson;
  admin: TestPerson;
}
export const REFORM = '2022-07-01';

const line = (app: TestApp, village: Village, team: number, value: number, happenedOn = '2022-06-01') =>
  buildLine(app, village, village.teams[team]!, { code: 'CQ02', value, happenedOn });

async function sentJune(app: TestApp, village: Village): Promise<{ id: string; focal: TestPerson }> {
  const focal = await buildFocal(app, village.communeId);
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  const { status } = await send(app, focal, id);
  if (status !== 200) throw new Error('not sent');
  return { id, focal };
}

/** June is sent by the first two; the third owes it when the units change. @param from the day of the reform, entered on 2 July */
export async function buildReform(app: TestApp, from = REFORM): Promise<Reform> {
  const whole = await buildVillage(app, { commune: 'Minh Sơn' });
  const { districtId, provinceId } = whole;
  const divided = await buildVillage(app, { commune: 'Dân Lý', districtId });
  const late = await buildVillage(app, { commune: 'Dân Quyền', districtId });
  await line(app, whole, 0, 20);
  await line(app, whole, 1, 10);
  await line(app, divided, 0, 7);
  await line(app, divided, 1, 5);
  await line(app, late, 0, 3);
  // Within the month that the reform cuts.
  await line(app, whole, 0, 4, '2022-06-16');
  const { id: sentWhole } = await sentJune(app, whole);
  const { id: sentDivided } = await sentJune(app, divided);
  await buildFocal(app, late.communeId);
  await app.get(OpenReports).run();
  app.clock.set(new Date('2022-07-02T03:00:00Z'));
  const admin = await buildOfficer(app, { role: 'admin', unitId: provinceId });
  const northId = await create(app, admin, { parentId: provinceId, name: 'Triệu Sơn', from });
  const southId = await create(app, admin, { parentId: provinceId, name: 'Thọ Phú', from });
  const go = (hamlet: string | undefined, parentId: string) =>
    change(app, admin, hamlet, { kind: 'move', parentId, from });
  for (const hamlet of [...whole.hamletIds, ...late.hamletIds, divided.hamletIds[0]]) await go(hamlet, northId);
  await go(divided.hamletIds[1], southId);
  const close = (unitId: string, successorIds: string[]) => closeUnit(app, admin, { unitId, from, successorIds });
  await close(whole.communeId, [northId]);
  await close(late.communeId, [northId]);
  await close(divided.communeId, [northId, southId]);
  await close(districtId, []);
  const north = await buildFocal(app, northId);
  return { whole, divided, late, provinceId, sentWhole, sentDivided, northId, southId, north, admin };
}

/** A commune that keeps its id and takes in another one; both have sent June, each with one active team of two. */
export interface Absorption {
  provinceId: string;
  absorbing: Village;
  admin: TestPerson;
  /** Focal officer of the commune that goes on. */
  focal: TestPerson;
  /** The active team of the commune that ended. */
  activeTeamId: string;
}

/** @param from day of the reform, entered on 2 July */
export async function buildAbsorption(app: TestApp, from: string): Promise<Absorption> {
  const absorbing = await buildVillage(app, { commune: 'Triệu Sơn' });
  const { districtId, provinceId } = absorbing;
  const ended = await buildVillage(app, { commune: 'Minh Sơn', districtId });
  for (const village of [absorbing, ended]) await line(app, village, 0, 5);
  const { focal } = await sentJune(app, absorbing);
  await sentJune(app, ended);
  await app.get(OpenReports).run();
  app.clock.set(new Date('2022-07-02T03:00:00Z'));
  const admin = await buildOfficer(app, { role: 'admin', unitId: provinceId });
  for (const hamlet of ended.hamletIds)
    await change(app, admin, hamlet, { kind: 'move', parentId: absorbing.communeId, from });
  await closeUnit(app, admin, { unitId: ended.communeId, from, successorIds: [absorbing.communeId] });
  return { provinceId, absorbing, admin, focal, activeTeamId: ended.teams[0]!.id };
}

async function closeUnit(
  app: TestApp,
  admin: TestPerson,
  { unitId, from, successorIds }: { unitId: string; from: string; successorIds: string[] },
): Promise<void> {
  await app.database.rows(
    sql`update posts set validity = daterange(lower(validity), ${from}::date) where unit_id = ${unitId}`,
  );
  await change(app, admin, unitId, { kind: 'close', to: from, successorIds });
}

async function create(app: TestApp, admin: TestPerson, unit: Record<string, string>): Promise<string> {
  const { status, body } = await app.call(routes.createUnit, {
    token: admin.token,
    key: randomUUID(),
    body: { kind: 'commune', type: 'xã', ...unit },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function change(app: TestApp, admin: TestPerson, unitId = '', body: Record<string, unknown> = {}): Promise<void> {
  const answer = await app.call(routes.changeUnit, {
    token: admin.token,
    params: { unitId },
    key: randomUUID(),
    body: { basis: 'Nghị quyết sắp xếp đơn vị hành chính', ...body },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
