import { aTask, asked, serverSays, signInHere } from '../testing/phone.ts';

signInHere([aTask(1)]);
const { read } = await import('./local.ts');
const { keepAhead, keptKeys } = await import('./keep-ahead.ts');
const { post } = await import('./sign-in/session.ts');

it('keeps what the screens of the team and of oneself say, each for itself, once a day', async () => {
  const id = post.value?.team?.id ?? '';
  serverSays({
    [`GET /teams/${id}/month`]: { month: '2022-11' },
    [`GET /teams/${id}/my-service-days`]: { days: [] },
    [`GET /teams/${id}`]: () => {
      throw 503;
    },
  });
  await keepAhead();
  expect(read(keptKeys.month(id))).toMatchObject({ month: { month: '2022-11' } });
  expect(read(keptKeys.service(id))).toMatchObject({ days: { days: [] } });
  // One answer fewer is no error, and is asked for again.
  expect(read(keptKeys.team(id))).toBeUndefined();
  asked.length = 0;
  await keepAhead();
  const paths = asked.map(({ path }) => path);
  expect(paths).toContain(`/teams/${id}`);
  expect(paths.filter((path) => /month|service/.test(path))).toEqual([]);
});
