/** The main job, end to end, over HTTP: a committee assigns, every team hears, a member finishes, the committee sees it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { findAccounts, signInWith } from '../accounts.ts';
import type { ApiClient } from '../api-client.ts';
import type { Loaded } from '../seed/load-district.ts';
import { assignToDistrict } from './assign-to-district.ts';
import { importRoster } from './import-roster.ts';
import { rollUp } from './roll-up.ts';
import { setScene } from './set-scene.ts';
import { teamFinishes } from './team-finishes.ts';

export async function playStory(
  app: NestFastifyApplication,
  api: ApiClient,
  { tree, communeId, directives }: Loaded,
): Promise<void> {
  const today = app.get(Clock).today();
  const signIn = signInWith(app, api);
  const people = await findAccounts(app);
  const find = (role: string) => people.find((account) => account.role.includes(role))?.personId ?? '';
  const officer = await signIn(find('focal officer'));
  const district = await signIn(find('district officer'));
  await importRoster(officer, communeId);
  const assignmentId = await assignToDistrict(district, tree, directives.guidanceId, today);
  await teamFinishes(
    { leader: await signIn(find('leader')), member: await signIn(find('(member)')), officer },
    assignmentId,
    today,
  );
  await rollUp(district, assignmentId);
  await setScene({ officer, signIn, communeId, directiveId: directives.planId, today });
}
