import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../../test/support/orders.ts';
import { signIn } from '../../../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T01:00:00Z'));
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const teamId = () => village.teams[0]?.id as string;
const add = async () => {
  const { body } = await app.call(routes.addMember, {
    token: village.officer.token,
    params: { teamId: teamId() },
    body: { fullName: 'Lê Thị Nhầm', role: 'member', from: '2022-06-01' },
  });
  return body.members.find(({ person }: { person: { fullName: string } }) => person.fullName === 'Lê Thị Nhầm');
};
const remove = (memberId: string) =>
  app.call(routes.removeMember, {
    token: village.officer.token,
    params: { teamId: teamId(), memberId },
    body: { why: 'wrong_person' },
  });

describe('a person added by mistake', () => {
  it('is taken out the same day as never added; only the trail knows', async () => {
    const { id, person } = await add();
    const { status, body } = await remove(id);
    expect(status).toBe(200);
    const listed = [...body.members, ...body.history].map((row: { person: { id: string } }) => row.person.id);
    expect(listed).not.toContain(person.id);
    expect(
      await app.database.rows(
        sql`select changes, actor_id from outbox where name = 'membership.member-removed' and payload->>'personId' = ${person.id}`,
      ),
    ).toEqual([{ changes: { why: 'wrong_person', role: 'member' }, actor_id: village.officer.id }]);
  });

  it('stays when the day is over', async () => {
    const { id } = await add();
    app.clock.set(new Date('2022-06-21T18:00:00Z'));
    expect(await remove(id)).toMatchObject({ status: 409, body: { code: 'membership.notAddedToday' } });
  });

  it('stays when something was done in the team', async () => {
    const { id, person } = await add();
    const { taskIds } = await issueOrder(app, village);
    const token = await signIn(app, person.id);
    await act(app, { ...village.officer, id: person.id, token }, 'acceptTask', taskIds[0] as string);
    expect(await remove(id)).toMatchObject({ status: 409, body: { code: 'membership.hasTakenPart' } });
  });
});
