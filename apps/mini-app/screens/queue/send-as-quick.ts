import { type Command, type ProgressInput, uuid } from '#client';
import { today } from '../../model/clock.ts';
import { quickReport } from '../../model/queue/commands.ts';
import { openQueue } from '../../model/queue/queue.ts';

/** The number, what it counts as and the products that it names are kept, and the day and the place where it was done; its photos follow. */
export async function sendAsQuick(item: Command): Promise<void> {
  const teamId = String(item.view.teamId);
  const sent = item.body as Partial<ProgressInput> | undefined;
  const [draft] = quickReport({
    id: uuid(),
    teamId,
    kind: 'public_services',
    insteadOfTaskId: String(item.view.taskId),
    kindWord: String(item.view.title),
    value: Number(item.view.value),
    happenedOn: String(item.view.happenedOn ?? today()),
    note: [String(item.view.title), String(item.view.note ?? '')].filter(Boolean).join('. '),
    products: sent?.products ?? [],
    photos: [],
  });
  if (draft)
    await (await openQueue()).replace(item.id, {
      ...draft,
      body: {
        ...(draft.body as object),
        photoIds: sent?.photoIds ?? [],
        ...(sent?.followUpOn && { followUpOn: sent.followUpOn }),
      },
    });
}
