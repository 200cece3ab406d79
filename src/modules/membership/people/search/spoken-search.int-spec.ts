/** Names and words are found as the north, the centre and the south write and say them, wherever something is searched for. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { searchPattern } from '#i18n/spoken';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildMember } from '../../../../../test/support/people.ts';

let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp();
  village = await buildVillage(app, { hamlets: 2, commune: 'Minh Sơn' });
  await app.database.rows(sql`update unit_versions set name = 'Phúc Lý' where unit_id = ${village.hamletIds[0]}`);
  const [team] = village.teams;
  for (const fullName of ['Võ Thị Huê', 'Vũ Thị Hoa', 'Huỳnh Văn Sinh'])
    await buildMember(app, { teamId: team!.id, fullName });
});
afterAll(stopApps);

const ask = async (route: RouteId, query: Record<string, string>, unitId = village.communeId) => {
  const { status, body } = await app.call(routes[route], { token: village.officer.token, params: { unitId }, query });
  expect(status).toBe(200);
  return body;
};
const labels = async (q: string) => (await ask('search', { q })).map(({ label }: { label: string }) => label);

it('finds people by another form of their name, those first who are written as it was typed', async () => {
  expect(await labels('vu thi hoa')).toEqual(['Vũ Thị Hoa', 'Võ Thị Huê']);
  expect(await labels('Võ Thị Huê')).toEqual(['Võ Thị Huê', 'Vũ Thị Hoa']);
  expect(await labels('Hoàng Văn Xinh')).toEqual(['Huỳnh Văn Sinh']);
});

it('finds units, teams, households and hamlets without a figure by another form of the name', async () => {
  expect(await labels('phước lí')).toEqual(['Thôn Phúc Lý', 'Tổ Thôn Phúc Lý']);
  const registers = await ask('listRegisters', { q: 'phuoc li' });
  expect(registers.items.map(({ unit }: { unit: { fullName: string } }) => unit.fullName)).toEqual(['Thôn Phúc Lý']);
  expect((await ask('listTeams', { q: 'phuoc li' })).items).toHaveLength(1);
});

it('finds difficulties by a word of another region, and takes signs as signs', async () => {
  const [team] = village.teams;
  await app.call(routes.reportDifficulty, {
    token: team!.member.token,
    key: randomUUID(),
    params: { teamId: team!.id },
    body: { kind: 'other', text: 'Bà con bán lợn chưa vào được sàn (100%)' },
  });
  const found = async (q: string) => (await ask('listDifficulties', { q })).items.length;
  expect([await found('heo'), await found('không vô'), await found('vô được sàn'), await found('100%')]).toEqual([
    1, 0, 1, 1,
  ]);
  expect([await found('(100%)'), await found('1.0'), await found('bán %')]).toEqual([1, 0, 0]);
});

it('is answered by the index of names', async () => {
  const plan = await app.database.tx(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const rows = await tx.query(
      `explain select id from people where full_name_folded ~ '${searchPattern('hoang van phuc')}'`,
    );
    return JSON.stringify(rows);
  });
  expect(plan).toContain('people_name');
});
