/** Training, end to end, over HTTP: a provider proposes, the commune answers, seats fill, check-in works without network. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { Clock } from '#platform/clock';
import { findAccounts, signInWith } from '../../accounts.ts';
import type { ApiClient } from '../../api-client.ts';
import type { Loaded } from '../../seed/load-district.ts';
import { certify } from './certify.ts';
import { checkInOffline } from './check-in-offline.ts';
import { fillSeats } from './fill-seats.ts';
import { moveSession } from './move-session.ts';
import { planSession } from './plan-session.ts';
import type { TrainingStory } from './training-story.ts';

export async function playTraining(
  app: NestFastifyApplication,
  api: ApiClient,
  { tree, communeId }: Pick<Loaded, 'tree' | 'communeId'>,
): Promise<void> {
  const clock = app.get(Clock);
  const signIn = signInWith(app, api);
  const people = await findAccounts(app);
  const as = (role: string) => signIn(people.find((account) => account.role.includes(role))?.personId ?? '');
  const { districtId } = tree;
  const trainer = await as('telecom trainer');
  const { items: posts } = await (await as('admin')).call(routes.listPosts, { params: { unitId: districtId } });
  const me = await trainer.call(routes.me);
  const title = posts.find(({ person }) => person?.id === me.person.id)?.title;
  const colleague = posts.find((post) => post.title === title && post.person?.id !== me.person.id)?.person;
  const story: TrainingStory = {
    visitor: api,
    trainer,
    colleague: await signIn(colleague?.id ?? ''),
    focal: await as('focal officer'),
    district: await as('district officer'),
    signIn,
    communeId,
    districtId,
    today: clock.today(),
    now: () => clock.now(),
  };
  const sessionId = await planSession(story);
  await fillSeats(story, sessionId);
  await moveSession(story, sessionId);
  await certify(story, await checkInOffline(story));
}
