import { routes } from '#contracts';
import type { TrainingStory } from './training-story.ts';

/** How many members of the commune's teams have learnt the topic. */
export async function trainedIn(
  { trainer, communeId }: Pick<TrainingStory, 'trainer' | 'communeId'>,
  topicCode: string,
): Promise<{ title: string; people: number; members: number }> {
  const { topics, total } = await trainer.call(routes.trainingCoverage, { params: { unitId: communeId } });
  const i = topics.findIndex(({ code }) => code === topicCode);
  return { title: topics[i]?.title ?? '', people: total.trained[i] ?? 0, members: total.members };
}
