import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, buildLine, openReport, send } from '../../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
});
afterAll(stopApps);

const team = (i: number) => village.teams[i]!;
const kinds = async (reportId: string) => {
  const query = { token: focal.token, params: { reportId }, query: { code: 'CQ02' } };
  return (await app.call(routes.figureSource, query)).body.breakdown;
};

/** Records that nobody looked at by themselves. */
const unseen = async (reportId: string) => {
  const query = { token: focal.token, params: { reportId }, query: { code: 'CQ02' } };
  const { records } = (await app.call(routes.figureSource, query)).body;
  return records.flatMap((one: { entryId: string; unseen?: string }) =>
    one.unseen ? [[one.entryId, one.unseen]] : [],
  );
};

it('is what teams told of confirmed work; what was confirmed lower is not divided by guess, and a sent report stays', async () => {
  const tell = (entryId: string, by: string, kind: string, value: number) =>
    app.database.rows(sql`insert into entry_breakdowns values (${entryId}, ${by}, ${kind}, ${value})`);
  const four = await buildLine(app, village, team(0), { code: 'CQ02', value: 4, happenedOn: '2022-06-01' });
  const six = await buildLine(app, village, team(1), {
    code: 'CQ02',
    value: 6,
    confirmed: 5,
    happenedOn: '2022-06-02',
  });
  await buildLine(app, village, team(1), { code: 'CQ02', value: 2, happenedOn: '2022-06-03' });
  await tell(four, 'level', 'muc_3', 1);
  await tell(four, 'level', 'muc_4', 3);
  await tell(four, 'beneficiary', 'cao_tuoi', 2);
  await tell(six, 'level', 'muc_4', 6);
  const told = [
    { by: 'beneficiary', isPart: false, divided: 4, kinds: [{ key: 'cao_tuoi', name: 'Người cao tuổi', value: 2 }] },
    {
      by: 'level',
      name: 'Mức dịch vụ',
      isPart: true,
      divided: 4,
      kinds: [
        { key: 'muc_4', name: 'Mức độ 4', value: 3 },
        { key: 'muc_3', name: 'Mức độ 3', value: 1 },
      ],
    },
  ];
  await app.database.rows(sql`update entry_decisions set manner = 'sample' where entry_id = ${six}`);
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  expect(await unseen(id)).toEqual([[six, 'sample']]);
  expect(await kinds(id)).toMatchObject(told);
  await send(app, focal, id);
  const late = { code: 'CQ02', value: 9, happenedOn: '2022-06-04', confirmedAt: '2022-06-25T03:00:00Z' };
  await tell(await buildLine(app, village, team(0), late), 'level', 'muc_4', 9);
  expect(await kinds(id)).toMatchObject(told);
});
