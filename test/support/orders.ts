/** Builders for work: a commune with teams and an officer, a directive, an order to its teams, and the usual calls. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { Answer, TestApp } from './app.ts';
import { buildMember, buildOfficer, buildTeam, type TestPerson } from './people.ts';
import { buildPlace, type Place } from './units.ts';

export interface TestTeam {
  id: string;
  unitId: string;
  leader: TestPerson;
  deputy: TestPerson;
  member: TestPerson;
}
export interface Village extends Place {
  officer: TestPerson;
  directiveId: string;
  teams: TestTeam[];
}

export async function buildDirective(app: TestApp, unitId: string, number = '31/KH-UBND'): Promise<string> {
  const id = v7();
  await app.database.rows(
    sql`insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity)
      values (${id}, ${unitId}, 'plan', ${number}, '2022-04-15', 'UBND xã', 'Kế hoạch chuyển đổi số', '[2022-04-15,)')`,
  );
  return id;
}

/** A commune with one active team of three in each hamlet, and a committee member. */
export async function buildVillage(
  app: TestApp,
  { hamlets = 2, commune = 'Minh Sơn', districtId }: { hamlets?: number; commune?: string; districtId?: string } = {},
): Promise<Village> {
  const place = await buildPlace(app, { hamlets, commune, ...(districtId && { districtId }) });
  const officer = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
  const teams: TestTeam[] = [];
  for (const unitId of place.hamletIds) {
    const id = await buildTeam(app, { unitId });
    teams.push({
      id,
      unitId,
      leader: await buildMember(app, { teamId: id, role: 'leader' }),
      deputy: await buildMember(app, { teamId: id, role: 'deputy' }),
      member: await buildMember(app, { teamId: id }),
    });
  }
  return { ...place, officer, teams, directiveId: await buildDirective(app, place.communeId) };
}

export function orderInput(village: Village, changes: Record<string, unknown> = {}) {
  const shares = village.teams.map((team) => ({ teamId: team.id, target: 20 }));
  return {
    unitId: village.communeId,
    templateCode: 'NV03',
    title: 'Giúp bà con nộp hồ sơ trực tuyến',
    work: 'Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa.',
    indicatorCode: 'CQ02',
    target: 20 * shares.length,
    dueOn: '2022-07-09',
    directiveId: village.directiveId,
    evidence: ['count'],
    shares,
    ...changes,
  };
}

/** Products of a unit's OCOP register, the first `listed` of them on a marketplace. */
export async function buildProducts(app: TestApp, unitId: string, count: number, listed = 0): Promise<void> {
  await app.database.rows(
    sql`insert into ocop_products (id, unit_id, name, owner, stars, listed_on, validity)
     select gen_random_uuid(), ${unitId}, 'Sản phẩm ' || n, 'Hộ ông Bảy', 3, case
       when n <= ${listed} then '2022-05-01'::date end, '[2022-01-01,)' from generate_series(1, ${count}::int) as n`,
  );
}

/** An order for OCOP products: so many of each team, in the order of the village's teams; 0 leaves a team out. */
export function productsInput(village: Village, targets: readonly number[], changes: Record<string, unknown> = {}) {
  const shares = village.teams.flatMap(({ id }, index) =>
    targets[index] ? [{ teamId: id, target: targets[index] }] : [],
  );
  return orderInput(village, {
    templateCode: 'NV09',
    indicatorCode: 'KT04',
    title: 'Đưa sản phẩm OCOP lên sàn',
    target: shares.reduce((sum, { target }) => sum + target, 0),
    shares,
    ...changes,
  });
}

/** Issues an order and gives its id and the task of each team, in the order of the village's teams. */
export async function issueOrder(
  app: TestApp,
  village: Village,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; taskIds: string[] }> {
  const { status, body } = await app.call(routes.issueAssignment, {
    token: village.officer.token,
    body: orderInput(village, changes),
  });
  if (status !== 201) throw new Error(`the order was refused: ${JSON.stringify(body)}`);
  const rows = await app.database.rows<{ id: string; team_id: string }>(
    sql`select id, team_id from tasks where assignment_id = ${body.id}`,
  );
  return {
    id: body.id,
    taskIds: village.teams.map((team) => rows.find((row) => row.team_id === team.id)?.id as string),
  };
}

type TaskCommand =
  | 'acceptTask'
  | 'takeBackAcceptance'
  | 'declineTask'
  | 'takeBackDecline'
  | 'askExtension'
  | 'delegateTask'
  | 'reportProgress'
  | 'completeTask'
  | 'confirmTask'
  | 'returnTask'
  | 'undoDecision'
  | 'answerDecline'
  | 'resultSeen';

/** A command on a task as its person's phone would send it. */
export function act(
  app: TestApp,
  person: TestPerson,
  command: TaskCommand,
  taskId: string,
  body?: unknown,
  key: string = randomUUID(),
): Promise<Answer> {
  return app.call(routes[command], {
    token: person.token,
    params: { taskId },
    key,
    ...(body !== undefined && { body }),
  });
}

export const part = (value: number, changes: Record<string, unknown> = {}) => ({
  happenedOn: '2022-06-21',
  value,
  ...changes,
});
