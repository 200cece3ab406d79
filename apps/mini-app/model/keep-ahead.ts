/** What the screens of the team and of oneself say without a network: fetched once a day while the phone is idle. */
import { take } from '#client';
import { api } from './api.ts';
import { keysOf, loadCard } from './card.ts';
import { dateInVietnam } from '#i18n/dates';
import { now, today } from './clock.ts';
import { loadKnowHowInPassing } from './know-how.ts';
import { read, write } from './local.ts';
import { loadHeld } from './my-data.ts';
import { post } from './sign-in/session.ts';

/** Where the screens look: the screen of a month without a month named, and so on. */
export const keptKeys = {
  team: (teamId: string) => `snapshot.team.${teamId}`,
  month: (teamId: string, month = 'now') => `snapshot.month.${teamId}.${month}`,
  service: (teamId: string, month = 'now') => `snapshot.service.${teamId}.${month}`,
  data: 'snapshot.my-data',
};

/** @param name under which the answer is kept with its time; undefined: the answer alone */
async function keep(key: string, name: string | undefined, ask: () => Promise<unknown>): Promise<void> {
  const at = read<{ at?: number }>(key)?.at;
  if (at !== undefined && dateInVietnam(at) === today()) return;
  const answer = await ask();
  write(key, name ? { [name]: answer, at: now() } : answer);
}

export async function keepAhead(): Promise<void> {
  const teamId = post.value?.team?.id;
  const path = { teamId: teamId ?? '' };
  const works = [
    () => keep(keptKeys.data, 'held', loadHeld),
    ...(teamId
      ? [
          () => keep(keptKeys.team(teamId), undefined, () => take(api.GET('/teams/{teamId}', { params: { path } }))),
          () =>
            keep(keptKeys.month(teamId), 'month', () => take(api.GET('/teams/{teamId}/month', { params: { path } }))),
          () =>
            keep(keptKeys.service(teamId), 'days', () =>
              take(api.GET('/teams/{teamId}/my-service-days', { params: { path } })),
            ),
          // Only the card of this phone: making one here would end that of another.
          async () => ((await keysOf(teamId)) ? loadCard(teamId) : undefined),
          loadKnowHowInPassing,
        ]
      : []),
  ];
  // One after the other, and each for itself: a slow phone has other things to do, and one answer fewer is no error.
  for (const work of works) await work().catch(() => {});
}
