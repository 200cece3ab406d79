/** Training: ids of other places cannot be drawn in, and everybody sees their own sessions, people and certificates only. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import type { ActorKey } from '../../support/access/facts.ts';
import {
  checkedInAt,
  creditOf,
  endSessions,
  picture,
  planFor,
  sessionAt,
} from '../../support/access/probes-of-training.ts';
import { buildWorld, NOW, type World } from '../../support/access/world.ts';
import { type Answer, startApp, stopApps } from '../../support/app.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await startApp({ CLOCK: NOW }));
});
afterAll(stopApps);

const person = (key: ActorKey) => world.people[key].id;
const codesOf = ({ body }: Answer): string[] => [
  body.code,
  ...(body.details ?? []).map((detail: { code: string }) => detail.code),
];

describe('an id of another place', () => {
  const cases: [what: string, status: number, code: string, ask: () => Promise<Answer>][] = [
    [
      'a team of another commune in a training plan',
      422,
      'training.teamOutside',
      () => world.call('proposeSession', 'trainer', { body: planFor(world, { teamIds: [world.teams.B1] }) }),
    ],
    [
      'a commune that the provider does not cover',
      403,
      'platform.denied',
      () =>
        world.call('proposeSession', 'trainer', {
          body: planFor(world, { communeId: world.units.C, teamIds: [world.teams.C1] }),
        }),
    ],
    [
      "another provider's trainer in a plan",
      422,
      'training.trainerUnknown',
      () => world.call('proposeSession', 'trainer', { body: planFor(world, { trainerId: person('trainerBeside') }) }),
    ],
    [
      'a team of another commune when confirming a session',
      422,
      'training.teamOutside',
      async () =>
        world.call('decideSession', 'committee', {
          params: { sessionId: await sessionAt(world, 'proposed') },
          body: { outcome: 'confirm', version: 1, teamIds: [world.teams.B1] },
        }),
    ],
    [
      'a person of another commune among those invited',
      422,
      'training.personOutside',
      async () =>
        world.call('inviteTeams', 'committee', {
          params: { sessionId: await sessionAt(world, 'published') },
          body: { teamIds: [], personIds: [person('leaderB')] },
        }),
    ],
    [
      'somebody who was not invited as told of a change',
      403,
      'training.notInvited',
      async () =>
        world.call('toldOfChange', 'trainer', {
          params: { sessionId: await sessionAt(world, 'published') },
          body: { personId: person('leaderB') },
        }),
    ],
    [
      'somebody who was not there among those certified',
      422,
      'certificate.notAttended',
      async () =>
        world.call('issueCertificates', 'trainer', {
          params: { sessionId: (await checkedInAt(world, 'done')).sessionId },
          body: { personIds: [person('leaderB')] },
        }),
    ],
  ];

  it.each(cases)('%s is refused: %i %s', async (_, status, code, ask) => {
    const answer = await ask();
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
      status,
      codes: expect.arrayContaining([code]),
    });
  });

  it('keeps a check-in of somebody from another commune out, and the others in', async () => {
    const sessionId = await sessionAt(world, 'begun');
    const at = world.app.clock.now().toISOString();
    const item = (personId: string) => ({ clientId: randomUUID(), personId, method: 'by_name', at });
    const stranger = item(person('leaderB'));
    expect(
      await world.must('sendCheckIns', 'trainer', {
        params: { sessionId },
        body: { items: [stranger, item(person('member'))] },
      }),
    ).toEqual({
      counted: 1,
      repeated: 0,
      doubtful: 0,
      refused: [{ clientId: stranger.clientId, code: 'door.personUnknown' }],
    });
  });
});

describe('own data', () => {
  const span = { from: '2022-06-01', to: '2022-07-31' };
  const sessionsOf = async (by: ActorKey) =>
    (await world.must('trainingSessions', by, { query: span })).sessions.map(({ id }: { id: string }) => id);

  it('shows a session to its commune, its provider and those above, and to no other provider or commune', async () => {
    const id = await sessionAt(world, 'published');
    for (const by of ['trainer', 'committee', 'focal', 'district', 'province', 'admin'] as const)
      expect([by, (await sessionsOf(by)).includes(id)]).toEqual([by, true]);
    for (const by of ['trainerBeside', 'trainerElsewhere', 'committeeB', 'otherDistrict'] as const)
      expect([by, (await sessionsOf(by)).includes(id)]).toEqual([by, false]);
  });

  it('is for those invited: others find nothing under the id', async () => {
    const params = { sessionId: await sessionAt(world, 'published') };
    expect((await world.must('myTraining', 'member')).map(({ id }: { id: string }) => id)).toContain(params.sessionId);
    for (const by of ['memberA2', 'leaderB', 'committee', 'nobody'] as const) {
      expect([by, await world.must('myTraining', by)]).toEqual([by, []]);
      for (const route of ['myTrainingSession', 'sessionCalendar'] as const)
        expect([by, (await world.call(route, by, { params })).body.code]).toEqual([by, 'training.notFound']);
      const answer = await world.call('answerInvitation', by, { params, body: { answer: 'take' } });
      expect([by, answer.status >= 400 && answer.status < 500]).toEqual([by, true]);
      const known = await world.call('acknowledgeChange', by, { params, body: { version: 1 } });
      expect([by, known.status >= 400 && known.status < 500]).toEqual([by, true]);
    }
  });

  it('is not shown to members before it is published', async () => {
    await endSessions(world);
    const { id } = await world.must('proposeSession', 'trainer', { body: planFor(world) });
    expect(await world.call('myTrainingSession', 'member', { params: { sessionId: id } })).toMatchObject({
      status: 404,
    });
  });

  it("keeps feedback to those who were there, and a person's certificates to that person", async () => {
    const { sessionId } = await checkedInAt(world, 'done');
    const body = { liked: 3, canDo: 3, nextTopic: null };
    expect((await world.call('giveFeedback', 'member', { params: { sessionId }, body })).status).toBe(204);
    expect((await world.call('giveFeedback', 'deputy', { params: { sessionId }, body })).status).toBe(403);
    const [{ id }] = await world.must('issueCertificates', 'trainer', { params: { sessionId }, body: {} });
    const certificatesOf = async (by: ActorKey) =>
      (await world.must('myCredits', by)).certificates.map((one: { id: string }) => one.id);
    expect(await certificatesOf('member')).toContain(id);
    expect(await certificatesOf('deputy')).toEqual([]);
    for (const by of ['deputy', 'leaderB', 'trainerBeside', 'committeeB', 'nobody'] as const)
      expect([by, (await world.call('certificatePdf', by, { params: { certificateId: id } })).status]).toEqual([
        by,
        403,
      ]);
  });

  it("takes no photo for another's course and shows none of it", async () => {
    const params = { creditId: await creditOf(world) };
    const photo = await picture();
    expect(await world.call('addCreditPhoto', 'deputy', { params, ...photo })).toMatchObject({
      status: 404,
      body: { code: 'credit.notFound' },
    });
    expect((await world.must('myCredits', 'deputy')).credits).toEqual([]);
    expect((await world.call('addCreditPhoto', 'member', { params, ...photo })).status).toBe(204);
  });

  it('needs a signature for the bytes of a sheet', async () => {
    const params = { fileHash: 'a'.repeat(64) };
    const query = { expires: '9999999999', signature: 'x' };
    expect(await world.app.call(routes.fileBytes, { params, query })).toMatchObject({
      status: 403,
      body: { code: 'photo.linkExpired' },
    });
  });
});
