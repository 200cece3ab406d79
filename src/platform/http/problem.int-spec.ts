import { startApp, stopApps } from '../../../test/support/app.ts';

afterAll(stopApps);

it('says of a body that cannot be read that it is no JSON', async () => {
  const app = await startApp();
  for (const payload of ['{"login":', '', 'null}', '\u0000']) {
    const answer = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/session/password',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    const { code } = JSON.parse(answer.payload) as { code: string };
    expect({ payload, status: answer.statusCode, code }).toEqual({ payload, status: 400, code: 'platform.notJson' });
  }
});
