/** "Hẹn hỏi lại": as the last list told it, with what waits on this phone on top; it stands without a network. */
import { computed } from './signals.ts';
import type { MyTasks } from '#client';
import { addDays } from '#i18n/dates';
import { today } from './clock.ts';
import { enqueue } from './queue/enqueue.ts';
import { commands, isOpen } from './queue/kept-commands.ts';
import { keepTasks, myTasks } from './tasks.ts';
import { dayText, t } from './words/words.ts';

export type FollowUp = NonNullable<MyTasks['followUps']>[number];
const laneOf = ({ id }: FollowUp) => `followUp:${id}`;

export const followUps = computed<FollowUp[]>(() =>
  (myTasks.value?.followUps ?? []).flatMap((one) => {
    const waiting = commands.value.filter((command) => command.lane === laneOf(one) && isOpen(command)).at(-1);
    if (waiting?.kind === 'followUp.done') return [];
    return { ...one, ...(waiting?.body as { askOn: string } | undefined) };
  }),
);
/** What I have to ask about now: today's, and what was left of earlier days. */
export const askNow = computed(() => followUps.value.filter(({ mine, askOn }) => mine && askOn <= today()));

export const titleOf = ({ task, kind }: FollowUp): string =>
  task?.title ?? t(kind ? `quick.${kind}` : 'followUp.advice');

const remember = (change: (all: FollowUp[]) => FollowUp[]) =>
  myTasks.value && keepTasks({ ...myTasks.value, followUps: change(myTasks.value.followUps ?? []) });

export async function closeFollowUp(one: FollowUp) {
  const [made] = await enqueue({
    kind: 'followUp.done',
    lane: laneOf(one),
    method: 'POST',
    path: `/me/follow-ups/${one.id}/done`,
    view: { title: titleOf(one) },
  });
  remember((all) => all.filter(({ id }) => id !== one.id));
  return made;
}

/** A week from today: the one tap of whoever met nobody. */
export async function moveFollowUp(one: FollowUp) {
  const askOn = addDays(today(), 7);
  const [made] = await enqueue({
    kind: 'followUp.move',
    lane: laneOf(one),
    method: 'POST',
    path: `/me/follow-ups/${one.id}/move`,
    body: { askOn },
    view: { title: titleOf(one), day: dayText(askOn) },
  });
  remember((all) => all.map((each) => (each.id === one.id ? { ...each, askOn } : each)));
  return { made, askOn };
}
