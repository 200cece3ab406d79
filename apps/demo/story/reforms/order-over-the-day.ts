/** The district's order meets the reform half-way: a team hands in before it, whoever has the commune afterwards confirms. */
import { routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';
import { teamsOf } from '../../teams-of.ts';
import { reportWithPhoto } from '../report-with-photo.ts';

export interface HandedIn {
  taskId: string;
  team: string;
  value: number;
}

const VALUE = 14;

/** @param today the day of the work */
export async function handInBefore(
  signIn: (personId: string) => Promise<ApiClient>,
  organiser: ApiClient,
  communeId: string,
  today: string,
): Promise<HandedIn> {
  for (const { name, leader } of await teamsOf(organiser, communeId)) {
    const client = leader ? await signIn(leader.id) : undefined;
    const task = (await client?.call(routes.myTasks))?.tasks.find(({ state }) => state === 'assigned');
    if (!client || !task) continue;
    const params = { taskId: task.id };
    await reportWithPhoto(client, task.id, VALUE, today);
    await client.call(routes.completeTask, { params, body: {} });
    return { taskId: task.id, team: name, value: VALUE };
  }
  throw new Error('No team has the order open.');
}

/** Gives the state that it has then. */
export async function confirm(officer: ApiClient, { taskId }: HandedIn): Promise<string> {
  return (await officer.call(routes.confirmTask, { params: { taskId } })).task.state;
}
