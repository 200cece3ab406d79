import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps } from '../../../../../test/support/app.ts';
import { buildPerson } from '../../../../../test/support/people.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';
import { buildTrainingVillage, type TrainingVillage } from '../../../../../test/support/training/training-session.ts';

let here: TrainingVillage;
beforeAll(async () => {
  here = await buildTrainingVillage(await startApp({ CLOCK: '2022-11-15T02:00:00.000Z', TRUST_PROXY: 'loopback' }));
});
afterAll(stopApps);

const issue = (sessionId: string, body: object = {}) =>
  here.call(routes.issueCertificates, here.trainer, { params: { sessionId }, body });
const check = (code: string) => here.call(routes.verifyCertificate, null, { params: { code } });

describe('certificates', () => {
  it('go to those who were there, once, with what is printed on them', async () => {
    const there = [here.person('leader'), here.person('member', 1)];
    const sessionId = await here.done(there, { title: 'Thanh toán điện tử' });
    const { body } = await issue(sessionId);
    expect(body.map((one: { person: { id: string } }) => one.person.id).toSorted()).toEqual(
      there.map(({ id }) => id).toSorted(),
    );
    expect(body[0]).toMatchObject({
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
      title: 'Thanh toán điện tử',
      hours: 2,
      revokedAt: null,
    });
    expect((await issue(sessionId)).body).toEqual(body);
  });

  it('are refused before the end, for who was not there, and by another provider', async () => {
    const sessionId = await here.done([here.person('leader')]);
    const absent = here.person('deputy');
    expect(await issue(sessionId, { personIds: [here.person('leader').id, absent.id] })).toMatchObject({
      status: 422,
      body: { code: 'certificate.notAttended', details: [{ path: 'personIds.1' }] },
    });
    const other = await buildTrainer(here.app, {
      providerId: await buildProvider(here.app, { coverage: [here.village.communeId] }),
      unitId: here.village.communeId,
    });
    expect((await here.call(routes.issueCertificates, other, { params: { sessionId }, body: {} })).status).toBe(403);
    const open = await here.published();
    expect(await issue(open)).toMatchObject({ status: 409, body: { code: 'certificate.notDone' } });
    await here.must(routes.cancelSession, here.trainer, { params: { sessionId: open }, body: { reason: 'Thử' } });
  });

  it('can be asked about by whoever has the code, also when it is typed with look-alike letters', async () => {
    const person = here.person('leader');
    const sessionId = await here.done([person]);
    const [{ id }] = (await issue(sessionId)).body;
    await here.app.database.rows(sql`update certificates set code = ${'0A1B-2C3D-1011-XYZ9'} where id = ${id}`);
    for (const typed of ['0A1B-2C3D-1011-XYZ9', 'oa1b 2c3d lOiI xyz9', 'Oalb2c3dIO1LXYZ9'])
      expect((await check(typed)).body).toMatchObject({ holds: true, fullName: person.fullName, revokedAt: null });
    expect(Object.keys((await check('0A1B2C3D1011XYZ9')).body).toSorted()).toEqual(
      ['fullName', 'heldOn', 'holds', 'hours', 'provider', 'revokedAt', 'title'].toSorted(),
    );
    for (const wrong of ['0A1B-2C3D-1011-XYZ8', '0A1B', 'x', '0A1B-2C3D-1011-XYZ99'])
      expect(await check(wrong)).toMatchObject({ status: 404, body: { code: 'certificate.notFound' } });
  });

  it('are shown as revoked, printed no more, and may be given anew', async () => {
    const person = here.person('member');
    const sessionId = await here.done([person]);
    const [{ id, code }] = (await issue(sessionId)).body;
    const revoke = () =>
      here.call(routes.revokeCertificate, here.trainer, {
        params: { certificateId: id },
        body: { reason: 'Điểm danh nhầm người' },
      });
    expect((await revoke()).status).toBe(204);
    expect(await revoke()).toMatchObject({ status: 409, body: { code: 'certificate.alreadyRevoked' } });
    expect((await check(code)).body).toMatchObject({ holds: false, revokedAt: expect.stringContaining('2022-11-15') });
    expect(await here.call(routes.certificatePdf, person, { params: { certificateId: id } })).toMatchObject({
      status: 409,
      body: { code: 'certificate.alreadyRevoked' },
    });
    expect((await here.must(routes.myCredits, person)).certificates).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, revokeReason: 'Điểm danh nhầm người' })]),
    );
    const again = (await issue(sessionId)).body.filter((one: { revokedAt: string | null }) => !one.revokedAt);
    expect(again).toHaveLength(1);
    expect(again[0].code).not.toBe(code);
  });

  it('are printed for the holder and the provider, and for nobody else', async () => {
    const person = here.person('member', 1);
    const sessionId = await here.done([person]);
    const [{ id }] = (await issue(sessionId)).body;
    const params = { certificateId: id };
    for (const reader of [person, here.trainer, here.officer]) {
      const paper = await here.call(routes.certificatePdf, reader, { params });
      expect(paper).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
      expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const stranger = await buildPerson(here.app);
    for (const reader of [stranger, here.person('leader')])
      expect((await here.call(routes.certificatePdf, reader, { params })).status).toBe(403);
  });
});

it('is not told to whoever tries code after code, and to everybody else as before', async () => {
  const [one] = (await issue(await here.done([here.person('leader')]))).body;
  const from = (address: string, code: string) =>
    here.app.call(routes.verifyCertificate, { params: { code }, headers: { 'x-forwarded-for': address } });
  const guesses = await Promise.all(
    Array.from({ length: 40 }, (_, n) => from('203.0.113.60', `0000-0000-0000-00${String(n).padStart(2, '0')}`)),
  );
  const count = (status: number) => guesses.filter((guess) => guess.status === status).length;
  expect([count(404), count(429)]).toEqual([30, 10]);
  expect(await from('203.0.113.60', one.code)).toMatchObject({ status: 429, body: { code: 'platform.tooManyCodes' } });
  expect((await from('203.0.113.61', one.code)).body.holds).toBe(true);
});
